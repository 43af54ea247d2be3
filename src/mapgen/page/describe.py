"""A map described in words from its data, where its author wrote nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from mapgen.layers import EventLayer, PlaceLayer, RegionLayer
from mapgen.page.countries import named
from mapgen.page.dates import said
from mapgen.page.words import counted, written

if TYPE_CHECKING:
    from folium.map import Layer
    from geopandas import GeoDataFrame

MOST = 3
"""Of countries, and of provinces, so many are named."""

Words = Mapping[str, str]


def describe(layers: Iterable[Layer], words: Words, lang: str) -> str:
    """Return what a map shows, in sentences: how many events, when, of which types, where, deaths.

    Args:
        layers: of the layer control, in its order.
        words: of the page's language.
        lang: that language.
    """
    found = list(layers)
    events = [layer for layer in found if isinstance(layer, EventLayer) and len(layer.frame)]
    sentences = [*_events(events, words, lang)] if events else []
    for key, kind in (("regions", RegionLayer), ("places", PlaceLayer)):
        names = [layer.layer_name for layer in found if isinstance(layer, kind)]
        if names:
            listed = words["comma"].join(names)
            sentences.append(_filled(words, f"describe.{key}", list=listed))
    return " ".join(sentences)


def _events(layers: Sequence[EventLayer], words: Words, lang: str) -> Iterator[str]:
    """Yield what is said of the events of all layers together."""
    columns = ["start", "end", "placement", "country", "admin1"]
    columns += ["fatalities", "fatalities_low", "fatalities_high"]
    frame = pd.concat([layer.frame[columns] for layer in layers], ignore_index=True)
    yield _when(frame, words)
    yield from _unknown(frame, words)
    yield _types(layers, words)
    yield from _where(frame, words, lang)
    yield from _deaths(frame, words)


def _when(frame: GeoDataFrame, words: Words) -> str:
    """Return how many events there are, and the months from the first to the last."""
    events = counted(words, "events", len(frame))
    days = pd.concat([frame["start"], frame["end"]]).dropna()
    if days.empty:
        return _filled(words, "describe.undated", events=events)
    ends = (int(days.min()), int(days.max()))
    first, last = (said(day, day, "month", False, words) for day in ends)
    if first == last:
        return _filled(words, "describe.month", events=events, month=first)
    return _filled(words, "describe.months", events=events, first=first, last=last)


def _types(layers: Sequence[EventLayer], words: Words) -> str:
    """Return how many events are of each type, the commonest first."""
    counts: dict[str, int] = {}
    for layer in layers:
        own = layer.frame["event_type"].value_counts()
        for type_ in layer.types:
            counts[type_.label] = counts.get(type_.label, 0) + int(own.get(type_.id, 0))
    commonest = sorted(counts.items(), key=lambda item: -item[1])
    return _filled(words, "describe.types", list=_listed(commonest, words))


def _where(frame: GeoDataFrame, words: Words, lang: str) -> Iterator[str]:
    """Yield the countries and the provinces that are named most often."""
    for column, key in (("country", "countries"), ("admin1", "provinces")):
        counts = frame[column].value_counts()
        counts = counts[counts > 0]
        if counts.empty:
            continue
        known = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
        called = named(lang) if column == "country" else {}
        items = [(called.get(str(name), str(name)), count) for name, count in known[:MOST]]
        rule = "most" if len(known) > MOST else "all"
        yield _filled(words, f"describe.{key}.{rule}", list=_listed(items, words))


def _unknown(frame: GeoDataFrame, words: Words) -> Iterator[str]:
    """Yield how many events have no sharp place, no place and no date."""
    undated = frame["start"].isna() & frame["end"].isna()
    counts = {
        "describe.area": frame["placement"] == "area",
        "unplaced": frame["placement"] == "unplaced",
        "twin.undated": undated if not undated.all() else undated & False,
    }
    for key, mask in counts.items():
        if number := int(mask.sum()):
            yield counted(words, key, number)


def _deaths(frame: GeoDataFrame, words: Words) -> Iterator[str]:
    """Yield what the best figures add up to, and of how many events nothing is known."""
    best = frame["fatalities"].dropna()
    figures = frame[["fatalities", "fatalities_low", "fatalities_high"]]
    unknown = int(figures.isna().all(axis=1).sum())
    if len(best):
        events = counted(words, "events", len(best))
        yield _filled(words, "describe.deaths", events=events, n=written(words, int(best.sum())))
    if unknown == len(frame):
        yield words["describe.deaths.none"]
    elif unknown:
        yield counted(words, "describe.deaths.unknown", unknown)


def _listed(items: Iterable[tuple[str, int]], words: Words) -> str:
    """Return names with their counts as one phrase."""
    phrases = (_filled(words, "describe.item", name=name, n=written(words, n)) for name, n in items)
    return words["comma"].join(phrases)


def _filled(words: Words, key: str, **values: str) -> str:
    """Return a sentence with its placeholders filled; what is filled in is not looked at again."""
    return words[key].format_map(values)
