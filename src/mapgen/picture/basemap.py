"""The ground of the picture: sea, land, lakes, rivers and borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.arcs import projected
from mapgen.picture.element import element, number
from mapgen.picture.land import land
from mapgen.picture.path import GRID, areas, lines
from mapgen.picture.style import style, width_at

if TYPE_CHECKING:
    from mapgen.atlas import Basemap
    from mapgen.picture.arcs import Arcs
    from mapgen.picture.view import View

# Lines over the lakes, the lowest first.
BORDERS = ("province", "disputed", "border")
# The fainter a line, the less of its turns is seen, and rivers turn more than borders do.
TOLERANCE_PX = {"river": 2.0, "province": 1.2, "disputed": 1.0, "border": 1.0, "lake": 1.2}


def ground(basemap: Basemap | None, shading: Markup, view: View) -> Markup:
    """Return the sea and what lies in and on it, on the grid of path data; or bare land.

    `shading` is the relief, which lies on the land.
    """
    size = {"width": GRID * view.width, "height": GRID * view.height}
    if basemap is None:
        return element("rect", class_="land", **size)
    arcs = projected(basemap, view)
    return Markup().join(
        [
            element("rect", class_="sea", **size),
            land(basemap, arcs, shading, view),
            _lines("river", arcs, view),
            _lakes(basemap, arcs, view),
            *(_lines(kind, arcs, view) for kind in BORDERS),
        ]
    )


def _lakes(basemap: Basemap, arcs: Arcs, view: View) -> Markup:
    """Return the lakes of the view's zoom."""
    rings = (
        arcs.ring(ring)
        for ring, zoom in zip(basemap.lakes, basemap.lake_zooms.tolist(), strict=True)
        if zoom <= view.zoom
    )
    width = width_at(style()["lines"]["shore"]["width"], view.zoom)
    return _path("lake", areas(rings, view, TOLERANCE_PX["lake"]), stroke_width=width)


def _lines(kind: str, arcs: Arcs, view: View) -> Markup:
    """Return the lines of one kind that are drawn at the view's zoom."""
    look = style()["lines"][kind]
    if view.zoom < look.get("from", 0):
        return Markup()
    width = width_at(look["width"], view.zoom)
    dash = " ".join(number(GRID * length) for length in look.get("dash", ())) or None
    d = lines(arcs.lines(kind, view.zoom), view, TOLERANCE_PX[kind])
    return _path(kind, d, stroke_width=width, stroke_dasharray=dash)


def _path(name: str, d: str, **attributes: str | float | None) -> Markup:
    """Return a path of a class, or nothing when it is empty."""
    return element("path", class_=name, d=d, **attributes) if d else Markup()
