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

`build` strings the stations together; `cli` is what a shell finds.
"""

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
