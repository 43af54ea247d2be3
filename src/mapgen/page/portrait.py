"""A map as a picture of its own: what is said round it, and what lies under it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mapgen.errors import LayerError, UsageError
from mapgen.layers import Basemap, DataLayer, EventLayer, RegionLayer
from mapgen.layers.regions import least_certain
from mapgen.page import words as wording
from mapgen.page.dates import said
from mapgen.page.ids import with_ids
from mapgen.page.scene import scene
from mapgen.picture import (
    KEYS,
    Caption,
    Form,
    Ground,
    RegionEntry,
    TypeEntry,
    rasterised,
    sheet,
)
from mapgen.project import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from folium.map import Layer

    from mapgen.page.map import Map
    from mapgen.project import Bounds

THEMES = ("light", "dark")
FORMATS = ("png", "svg")


def portrait(folium_map: Map, form: Form, theme: str, kind: str) -> bytes:
    """Return a picture of a map as it stands when its page opens.

    Args:
        folium_map: a copy for rendering.
        form: the size.
        theme: light or dark.
        kind: png or svg.

    Raises:
        UsageError: when the theme or the format is none of those.
        LayerError: when a layer that is shown is not one of ours.
    """
    _known("theme", theme, THEMES)
    _known("format", kind, FORMATS)
    shown = {id_: layer for id_, layer in with_ids(folium_map).items() if layer.show}
    words = wording.load(folium_map.lang)
    for layer in shown.values():
        if not isinstance(layer, DataLayer):
            raise LayerError(
                f"{layer.layer_name} is a layer of folium's own, which a picture cannot show; "
                "use mapgen's layers, or show=False."
            )
        layer.tell_in(folium_map.lang, words)
    crisp = kind == "png"
    drawn = sheet(
        scene(folium_map, shown.values(), None),
        _caption(folium_map, list(shown.values())),
        partial(_ground, folium_map),
        form,
        theme,
        crisp,
    )
    return rasterised(drawn, form) if crisp else f"{drawn}\n".encode()


def kind_of(path: Path) -> str:
    """Return the format that the name of a file asks for.

    Raises:
        UsageError: when it asks for none of ours.
    """
    kind = path.suffix.removeprefix(".").lower()
    if kind not in FORMATS:
        raise UsageError(
            f"{path} names no format of pictures; expected a name that ends in .png or .svg."
        )
    return kind


def file_and_kind(name: str, file: Path | None, kind: str | None) -> tuple[Path, str]:
    """Return the file of a picture and its format, of which either may follow from the other.

    Args:
        name: of the file where none is given.
        file: as asked for, or None.
        kind: as asked for, or None: as the file is named, else png.

    Raises:
        UsageError: when they do not go together.
    """
    if file is None:
        kind = _known("format", kind or "png", FORMATS)
        return Path(f"{name}.{kind}"), kind
    named = kind_of(file)
    if kind is not None and _known("format", kind, FORMATS) != named:
        raise UsageError(f"{file} is named as {named}, but the format is to be {kind}.")
    return file, named


def _known(what: str, word: str, known: Collection[str]) -> str:
    """Return a word that is one of those known.

    Raises:
        UsageError: when it is none.
    """
    if word not in known:
        raise UsageError(f"There is no {what} {word!r}; {nearest(word, known)}")
    return word


def _ground(folium_map: Map, bounds: Bounds) -> Ground:
    """Return what lies under a map in some bounds."""
    if not folium_map.basemap:
        return Ground(None, (), ())
    under = Basemap(bounds, folium_map.zooms, folium_map.lang, folium_map.relief)
    return Ground(under.basemap, under.tiles, under.credits)


def _caption(folium_map: Map, layers: Sequence[Layer]) -> Caption:
    """Return the words round a picture of a map with these layers."""
    words = wording.load(folium_map.lang)
    events = [layer for layer in layers if isinstance(layer, EventLayer)]
    unplaced = sum(int((layer.frame["placement"] == "unplaced").sum()) for layer in events)
    return Caption(
        title=folium_map.title,
        description=" ".join(folium_map.description.split()),
        period=_period(events, words),
        types=tuple(_types(events, words)),
        keys={word: words[f"key.{word}"] for word in KEYS},
        regions=tuple(
            RegionEntry(
                layer.layer_name,
                layer.color,
                "claim" if layer.dashed else least_certain(layer.frame),
            )
            for layer in layers
            if isinstance(layer, RegionLayer)
        ),
        unplaced=wording.counted(words, "picture.unplaced", unplaced) if unplaced else "",
        outside=partial(wording.counted, words, "picture.outside"),
        kilometres=lambda km: words["scale.km"].replace("{n}", wording.written(words, km)),
        leftward=wording.direction(folium_map.lang) == "rtl",
    )


def _types(events: Sequence[EventLayer], words: Mapping[str, str]) -> list[TypeEntry]:
    """Return the types of events with their counts, in the order of the layers."""
    counts: Counter[str] = Counter()
    for layer in events:
        found = layer.frame["event_type"].value_counts()
        counts.update(dict(zip(map(str, found.index), found.tolist(), strict=True)))
    types = {type_.id: type_ for layer in events for type_ in layer.types}
    return [
        TypeEntry(
            id=type_.id,
            label=type_.label,
            count=wording.written(words, counts[type_.id]),
            color=type_.color,
            symbol=type_.symbol,
        )
        for type_ in types.values()
        if counts[type_.id]
    ]


def _period(events: Sequence[EventLayer], words: Mapping[str, str]) -> str:
    """Return how many events there are, and from when to when as precisely as is known."""
    total = sum(len(layer.frame) for layer in events)
    if not total:
        return ""
    told = wording.counted(words, "events", total)
    ends = [_end(events, word, words) for word in ("start", "end")]
    if None in ends:
        return told
    key = "picture.once" if ends[0] == ends[1] else "picture.period"
    text = words[key].replace("{events}", told)
    return text.replace("{from}", str(ends[0])).replace("{to}", str(ends[1]))


def _end(events: Sequence[EventLayer], word: str, words: Mapping[str, str]) -> str | None:
    """Return the month of the first or last day of all events, its year where no more is known."""
    best: tuple[int, str] | None = None
    for layer in events:
        days = layer.frame[word]
        if not days.notna().any():
            continue
        row = int(np.nanargmin(days) if word == "start" else np.nanargmax(days))
        day, precision = int(days.iloc[row]), str(layer.frame["precision"].iloc[row])
        if best is None or (day < best[0] if word == "start" else day > best[0]):
            best = (day, precision)
    if best is None:
        return None
    day, precision = best
    return said(day, day, "year" if precision == "year" else "month", False, words)
