"""What a sealed map takes: our own layers, folium.FeatureGroup and plain folium.GeoJson.

Other folium classes load code, pictures or styles from hosts, or put text from data into markup and
script. Some declare no asset and still need one, so the gate goes by class, not by asset.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import folium

from mapgen.errors import LayerError
from mapgen.layers import DataLayer

if TYPE_CHECKING:
    from branca.element import Element, Figure

INSTEAD = {
    "Marker": "use mapgen.PlaceLayer for named points, mapgen.EventLayer for events",
    "CircleMarker": "use mapgen.EventLayer",
    "Popup": "the cards of mapgen's layers show a record's words",
    "Tooltip": "the cards of mapgen's layers show a record's words",
    "GeoJsonPopup": "use mapgen.RegionLayer or mapgen.EventLayer, whose cards show the words",
    "GeoJsonTooltip": "use mapgen.RegionLayer or mapgen.EventLayer, whose cards show the words",
    "LayerControl": "a mapgen map has a layer control already",
    "TileLayer": "a mapgen map has its basemap inside; basemap=False takes it away",
    "MarkerCluster": "mapgen.EventLayer gathers events that would overlap",
    "FastMarkerCluster": "mapgen.EventLayer gathers events that would overlap",
    "HeatMap": "mapgen.EventLayer gathers events that would overlap",
}
TAKEN = "a sealed map takes mapgen's layers, folium.FeatureGroup, and folium.GeoJson"


def admit(figure: Figure) -> None:
    """Pass when everything in a figure can be sealed.

    Raises:
        LayerError: naming every class that cannot, each with what to use instead.
    """
    refused = [_in_figure(part) for part in _loose_parts(figure)]
    for folium_map in figure._children.values():  # noqa: SLF001 - branca has no other way in
        refused += _refusals(folium_map)
    if refused:
        raise LayerError("\n".join(dict.fromkeys(refused)))


def _loose_parts(figure: Figure) -> Iterator[Element]:
    """Yield what was added to the figure by hand, beside its map."""
    for part in (figure.header, figure.html, figure.script):
        for name, child in part._children.items():  # noqa: SLF001 - as above
            if name != "meta_http":
                yield child


def _in_figure(child: Element) -> str:
    return (
        f"{type(child).__name__} was added to the map's figure by hand: markup and scripts of "
        "others cannot be part of a sealed map. Use title and description for words."
    )


def _refusals(parent: Element) -> Iterator[str]:
    for child in parent._children.values():  # noqa: SLF001 - as above
        if isinstance(child, DataLayer):
            yield from _below_data_layer(parent, child)
        elif type(child) is folium.FeatureGroup:
            yield from _refusals(child)
        elif type(child) is folium.GeoJson:
            yield from _of_geojson(child)
        else:
            yield _sentence(child)


def _below_data_layer(parent: Element, layer: DataLayer) -> Iterator[str]:
    if isinstance(parent, folium.FeatureGroup):
        yield (
            f"{type(layer).__name__} {layer.layer_name!r} stands in a FeatureGroup: "
            "add it to the map itself, where the layer control can switch it."
        )
    yield from (_sentence(child) for child in layer._children.values())  # noqa: SLF001 - as above


def _of_geojson(layer: folium.GeoJson) -> Iterator[str]:
    yield from (_sentence(child) for child in layer._children.values())  # noqa: SLF001 - as above
    named = f"folium.GeoJson {layer.layer_name!r}"
    if not layer.embed:
        yield f"{named} has embed=False and would be fetched when the page opens: embed its data."
    if layer.marker is not None or layer.on_each_feature is not None:
        yield f"{named} has a marker or on_each_feature: {INSTEAD['CircleMarker']}."


def _sentence(child: Element) -> str:
    name = type(child).__name__
    module = type(child).__module__.split(".")
    shown = f"folium.{'plugins.' if 'plugins' in module else ''}{name}"
    if module[0] not in {"folium", "branca"}:
        shown = name
    return f"{shown} cannot be part of a sealed map: {INSTEAD.get(name, TAKEN)}."
