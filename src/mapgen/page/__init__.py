"""The page: a folium map whose figure seals itself into one document."""

from mapgen.page.map import Map

__all__ = ["Map"]
