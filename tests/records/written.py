"""Records as a desk would write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mapgen.records import Records, Table

Feature = dict[str, Any]
Write = Callable[..., Table]
Checked = Callable[..., Records]
Faults = Callable[..., list[str]]

KABUL = {"type": "Point", "coordinates": [69.17, 34.53]}
SQUARE = {"type": "Polygon", "coordinates": [[[70, 34], [71, 34], [71, 35], [70, 35], [70, 34]]]}
SOURCE = {"title": "A report", "publisher": "A paper", "url": "https://example.org/a"}


def event(**properties: object) -> Feature:
    geometry = properties.pop("geometry", KABUL)
    own = {"title": "An event", "sources": [SOURCE]}
    return {"type": "Feature", "id": "e", "geometry": geometry, "properties": own | properties}


def region(**properties: object) -> Feature:
    geometry = properties.pop("geometry", SQUARE)
    own = {"title": "A region"}
    return {"type": "Feature", "id": "r", "geometry": geometry, "properties": own | properties}
