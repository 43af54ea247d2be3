"""What the page's script needs to know of the map that is not geometry; `spec.ts` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mapgen.layers import DataLayer, compact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from folium.map import Layer

    from mapgen.page.map import Map

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
ESCAPES |= {0x2028: "\\u2028", 0x2029: "\\u2029"}

LEFT_OUT = ("month.", "list.", "describe.picture.")
"""Beginnings of the words that only Python says."""


def spec(folium_map: Map, layers: Mapping[str, Layer], words: Mapping[str, str]) -> Markup:
    """Return the map's specification as JSON that no HTML parser reads as markup."""
    shown = {key: text for key, text in words.items() if not key.startswith(LEFT_OUT)}
    found = {
        "lang": folium_map.lang,
        "box": folium_map.box(),
        "zooms": folium_map.zooms,
        "layers": [_layer_spec(id_, layer) for id_, layer in layers.items()],
        "words": shown,
    }
    return Markup(compact(found).decode().translate(ESCAPES))  # noqa: S704 - escaped on this line


def _layer_spec(id_: str, layer: Layer) -> dict[str, Any]:
    if isinstance(layer, DataLayer):
        return layer.spec()
    name = layer.layer_name
    bare = {"color": "", "certainty": "", "dashed": False, "types": []}
    return {"id": id_, "name": name, "kind": "other", **bare}
