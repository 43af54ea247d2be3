"""Layered Folium maps of geocoded events and regions, each one self-contained HTML file.

The route of a datum, a folder a station:

    project   what mapgen.toml says
    records   what comes in, read and checked: every fault at once
    places    a place name or region becomes a geometry, with its precision
    atlas     the built-in world, cut to what a map needs
    layers    folium elements, and how their data travel
    picture   the same map as SVG
    page      the map's figure, sealed: one document, a policy, no request
    publish   written whole or not at all

`survey` looks through a project, `build` strings the stations together, `serve` does so at every
change, `starter` is a project to begin with; `cli` is what a shell finds.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapgen.errors import MapgenError
    from mapgen.layers import EventLayer, PlaceLayer, RegionLayer
    from mapgen.page import Map
    from mapgen.project import EventType

__all__ = [
    "EventLayer",
    "EventType",
    "Map",
    "MapgenError",
    "PlaceLayer",
    "RegionLayer",
]

HOMES = {
    "EventLayer": "mapgen.layers",
    "EventType": "mapgen.project",
    "Map": "mapgen.page",
    "MapgenError": "mapgen.errors",
    "PlaceLayer": "mapgen.layers",
    "RegionLayer": "mapgen.layers",
}


def __getattr__(name: str) -> object:
    """Return a public name from its room, which is opened only now: geopandas takes a second."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names, for those who ask a shell."""
    return sorted([*globals(), *__all__])
