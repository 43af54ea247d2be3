"""The page: a folium map whose figure seals itself into one document."""

from mapgen.page.map import Map
from mapgen.page.portrait import file_and_kind

__all__ = ["Map", "file_and_kind"]
