"""Regions: only a certain edge is a line, any other fades out; that of a claim is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.element import element
from mapgen.picture.path import GRID, areas, rings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import shapely

    from mapgen.picture.scene import RegionShapes
    from mapgen.picture.view import View

# Of each soft edge: the standard deviation by which it is spread, and the width of what is spread.
SOFT_PX = {"approximate": (4, 8), "schematic": (8, 12)}
TOLERANCE_PX = {"certain": 0.4, "approximate": 1.0, "schematic": 1.0}


def regions(layers: tuple[RegionShapes, ...], view: View) -> Markup:
    """Return the regions of every layer, the lowest first."""
    drawn = Markup().join(
        _region(geometry, certainty, layer, view)
        for layer in layers
        for geometry, certainty in _rows(layer)
    )
    used = [word for word in SOFT_PX if _filter_id(word) in drawn]
    if not used:
        return drawn
    return element("defs", *map(_filter, used)) + drawn


def _rows(layer: RegionShapes) -> Iterator[tuple[shapely.Geometry, str]]:
    """Yield geometry and certainty of each region; where nothing is said, its edge is a line."""
    frame = layer.frame[layer.frame.geometry.notna()]
    for geometry, certainty in zip(frame.geometry, frame["certainty"], strict=True):
        yield geometry, certainty if isinstance(certainty, str) else "certain"


def _region(geometry: shapely.Geometry, certainty: str, layer: RegionShapes, view: View) -> Markup:
    """Return one region."""
    d = areas(rings_of([geometry], view), view, TOLERANCE_PX[certainty])
    if not d:
        return Markup()
    color = data_color(layer.color)
    if layer.dashed:
        return element("path", class_="region claim", d=d, color=color)
    if certainty == "certain":
        return element("path", class_="region certain", d=d, color=color)
    return element(
        "path",
        class_=f"region {certainty}",
        d=d,
        color=color,
        stroke_width=GRID * SOFT_PX[certainty][1],
        filter=f"url(#{_filter_id(certainty)})",
    )


def _filter_id(certainty: str) -> str:
    """Return the id of the filter that softens an edge."""
    return f"mg-picture-{certainty}"


def _filter(certainty: str) -> Markup:
    """Return the filter that softens an edge."""
    blur = element("feGaussianBlur", stdDeviation=GRID * SOFT_PX[certainty][0])
    return element("filter", blur, id=_filter_id(certainty))
