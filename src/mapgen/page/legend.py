"""The legend of the poster as plain markup: for paper, and for readers without scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.layers import EventLayer, PlaceLayer, RegionLayer
from mapgen.page.words import written
from mapgen.picture import form_picture, place_picture, region_picture, type_picture

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from folium.map import Layer

FORMS = ("sharp", "soft", "area", "solid", "dashed", "hollow", "disc", "pie", "dot")
EDGES = ("certain", "approximate", "schematic", "claim")


@dataclass(frozen=True)
class Row:
    """One thing that is drawn.

    Attributes:
        picture: inline SVG.
        text: what it is.
        count: how many there are, in words, or "".
    """

    picture: Markup
    text: str
    count: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under a title; without one they belong to the group before."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Legend:
    """What the poster shows, group by group, and what it does not show."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...]


def legend(layers: Collection[Layer], forms: Collection[str], words: Mapping[str, str]) -> Legend:
    """Return the legend of the layers that are shown at the start.

    Args:
        layers: all layers of the map.
        forms: words for the forms of events that the poster shows.
        words: of the interface.
    """
    shown = [layer for layer in layers if layer.show]
    groups = (
        Group(words["legend.event"], tuple(_types(shown, words))),
        Group("", tuple(_forms(shown, forms, words))),
        Group(words["legend.place"], tuple(_places(shown))),
        Group(words["legend.region"], tuple(_regions(shown))),
        Group("", tuple(_edges(shown, words))),
        Group(words["legend.other"], tuple(_others(shown))),
    )
    kept = tuple(group for group in groups if group.rows)
    return Legend(kept, tuple(_notes(layers, words)))


def _types(layers: Iterable[Layer], words: Mapping[str, str]) -> Iterator[Row]:
    """Yield the types of events with their counts."""
    for layer in layers:
        if isinstance(layer, EventLayer):
            counts = layer.frame["event_type"].value_counts()
            for type_ in layer.types:
                picture = type_picture(type_.symbol, type_.color)
                count = written(words, int(counts.get(type_.id, 0)))
                yield Row(picture, type_.label, count)


def _forms(
    layers: Iterable[Layer], forms: Collection[str], words: Mapping[str, str]
) -> Iterator[Row]:
    """Yield the forms in which events are drawn."""
    events = [layer for layer in layers if isinstance(layer, EventLayer)]
    for form in FORMS:
        if form in forms:
            picture = form_picture(form, events[0].types[0].symbol, words["number.digits"])
            yield Row(picture, words[f"key.{form}"])


def _places(layers: Iterable[Layer]) -> Iterator[Row]:
    for layer in layers:
        if isinstance(layer, PlaceLayer):
            yield Row(place_picture(), layer.layer_name)


def _regions(layers: Iterable[Layer]) -> Iterator[Row]:
    """Yield the layers of regions in their colours, each with its least certain edge."""
    for layer in layers:
        if isinstance(layer, RegionLayer):
            edges = edges_of(layer)
            least = max(edges, key=EDGES.index, default="certain")
            yield Row(region_picture(least, layer.color), layer.layer_name)


def _edges(layers: Iterable[Layer], words: Mapping[str, str]) -> Iterator[Row]:
    """Yield the edges that regions have."""
    found = {edge for layer in layers if isinstance(layer, RegionLayer) for edge in edges_of(layer)}
    for edge in EDGES:
        if edge in found:
            yield Row(region_picture(edge, None), words[f"key.{edge}"])


def edges_of(layer: RegionLayer) -> set[str]:
    """Return words for the edges of a layer's regions."""
    drawn = layer.frame[layer.frame.geometry.notna()]
    if layer.dashed:
        return {"claim"} if len(drawn) else set()
    return {word if isinstance(word, str) else "certain" for word in drawn["certainty"]}


def _others(layers: Iterable[Layer]) -> Iterator[Row]:
    for layer in layers:
        if not isinstance(layer, EventLayer | PlaceLayer | RegionLayer):
            yield Row(Markup(), layer.layer_name)


def _notes(layers: Iterable[Layer], words: Mapping[str, str]) -> Iterator[str]:
    """Yield how many events are on the map, and how many are not and why."""
    events = [layer for layer in layers if isinstance(layer, EventLayer)]
    every = sum(len(layer.frame) for layer in events)
    hidden = sum(len(layer.frame) for layer in events if not layer.show)
    unplaced = sum(
        int((layer.frame["placement"] == "unplaced").sum()) for layer in events if layer.show
    )
    placed = every - hidden - unplaced
    if not every:
        return
    all_ = written(words, every)
    some = words["key.some"].replace("{n}", written(words, placed)).replace("{all}", all_)
    yield words["key.shown"].replace("{n}", all_ if placed == every else some)
    for key, number in (("key.unplaced", unplaced), ("key.hidden", hidden)):
        if number:
            yield words[key].replace("{n}", written(words, number))
