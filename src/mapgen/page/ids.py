"""Ids and colours of layers: unique in their map, and the same in every build."""

from __future__ import annotations

from folium import Map
from folium.map import Layer

from mapgen.errors import LayerError
from mapgen.layers import REGION_COLORS, DataLayer, RegionLayer, slug


def with_ids(folium_map: Map) -> dict[str, Layer]:
    """Return the layers of the control by id, each region layer with a colour.

    Raises:
        LayerError: when two layers were given the same id.
    """
    found: dict[str, Layer] = {}
    colors = iter(REGION_COLORS * 100)
    for number, layer in enumerate(_controlled(folium_map), start=1):
        id_ = _free(layer, number, found)
        found[id_] = layer
        if isinstance(layer, DataLayer):
            layer.id = id_
        if isinstance(layer, RegionLayer) and not layer.color:
            layer.color = next(colors)
    return found


def _controlled(folium_map: Map) -> list[Layer]:
    children = folium_map._children.values()  # noqa: SLF001 - branca has no other way in
    return [child for child in children if isinstance(child, Layer) and child.control]


def _free(layer: Layer, number: int, taken: dict[str, Layer]) -> str:
    """Return the layer's own id, or one made of its name that no layer before it has."""
    if isinstance(layer, DataLayer) and layer.given_id:
        if layer.given_id in taken:
            raise LayerError(f"Two layers have the id {layer.given_id!r}: give each its own.")
        return layer.given_id
    base = slug(layer.layer_name) or f"layer-{number}"
    free, repeat = base, 2
    while free in taken:
        free, repeat = f"{base}-{repeat}", repeat + 1
    return free
