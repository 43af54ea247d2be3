"""Folium elements of our own, and how their data travel to the browser."""

from mapgen.layers.basemap import Basemap
from mapgen.layers.events import EventLayer
from mapgen.layers.features import Features, compact, known
from mapgen.layers.layer import REGION_COLORS, DataLayer
from mapgen.layers.places import PlaceLayer
from mapgen.layers.regions import RegionLayer
from mapgen.layers.slug import slug

__all__ = [
    "REGION_COLORS",
    "Basemap",
    "DataLayer",
    "EventLayer",
    "Features",
    "PlaceLayer",
    "RegionLayer",
    "compact",
    "known",
    "slug",
]
