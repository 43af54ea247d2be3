"""The map as the picture room draws it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapgen.layers import EventLayer, PlaceLayer, RegionLayer
from mapgen.page.words import load
from mapgen.picture import EventMarks, RegionShapes, Scene

if TYPE_CHECKING:
    from folium.map import Layer

    from mapgen.layers import Basemap
    from mapgen.page.map import Map

POSTER_PX = (1000, 700)
BLEED_PX = (240, 260)
"""Enough for a phone held upright and for a wide screen."""


def scene(folium_map: Map, layers: Iterable[Layer], basemap: Basemap | None) -> Scene:
    """Return the layers that are shown at the start, ready to be drawn as the poster."""
    shown = [layer for layer in layers if layer.show]
    digits = load(folium_map.lang)["number.digits"]
    return Scene(
        title=folium_map.title,
        box=folium_map.box(),
        size=POSTER_PX,
        lang=folium_map.lang,
        basemap=basemap.basemap if basemap else None,
        relief=(),
        zooms=folium_map.zooms,
        bleed=BLEED_PX,
        regions=tuple(
            RegionShapes(layer.frame, layer.color, layer.dashed)
            for layer in shown
            if isinstance(layer, RegionLayer)
        ),
        places=tuple(layer.frame for layer in shown if isinstance(layer, PlaceLayer)),
        events=tuple(
            EventMarks(
                layer.frame,
                {type_.id: type_ for type_ in layer.types},
                layer.packed.cells,
                digits,
            )
            for layer in shown
            if isinstance(layer, EventLayer)
        ),
    )
