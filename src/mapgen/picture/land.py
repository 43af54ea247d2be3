"""The land: its surface with the relief on it, its coast, and a glow in the sea around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.arcs import number_of
from mapgen.picture.element import element
from mapgen.picture.path import areas, lines
from mapgen.picture.style import style, width_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapgen.atlas import Basemap
    from mapgen.picture.arcs import Arcs
    from mapgen.picture.view import View

# Land whole in the view, land that is cut where the world ends, the coast of the latter, and all
# coasts as the glow follows them.
WHOLE, PARTED, COAST = "mg-picture-land", "mg-picture-parted", "mg-picture-coast"
GLOW = "mg-picture-glow"
# How far in pixels the glow reaches from the coast, by zoom, and the parts of it at which one of
# its faint strokes ends; land hides their inner half. As in `browser/src/layers/basemap-sea.ts`.
REACH = ((3, 6), (7, 13), (11, 20))
STEPS = (0.18, 0.42, 0.7, 1.0)
# Wide faint strokes do not show the turns of a coast, and take a browser most of its first picture.
GLOW_TOLERANCE_PX = 4.0


def land(basemap: Basemap, arcs: Arcs, shading: Markup, view: View) -> Markup:
    """Return the land of a basemap, with its relief between surface and coast."""
    shapes = _shapes(basemap, arcs, view)
    coasts = [name for name in (WHOLE, COAST) if name in shapes]
    surfaces = [name for name in (WHOLE, PARTED) if name in shapes]
    reach = width_at(REACH, view.zoom)
    width = width_at(style()["lines"]["coast"]["width"], view.zoom)
    return Markup().join(
        [
            element("defs", *(element("path", id=name, d=d) for name, d in shapes.items())),
            *(_use(GLOW, "glow", 2 * step * reach) for step in STEPS if GLOW in shapes),
            *(_use(name, "land", None) for name in surfaces),
            shading,
            *(_use(name, "coast", width) for name in coasts),
        ]
    )


def _shapes(basemap: Basemap, arcs: Arcs, view: View) -> Mapping[str, str]:
    """Return path data by id, but for what would be empty."""
    cuts = arcs.cuts(view)
    parted = [ring for ring in basemap.land if not cuts.isdisjoint(map(number_of, ring))]
    # A cut out of sight is clipped away with the rest of its ring.
    whole = [ring for ring in basemap.land if cuts.isdisjoint(map(number_of, ring))]
    shapes = {
        WHOLE: areas(map(arcs.ring, whole), view),
        PARTED: areas(map(arcs.ring, parted), view),
        COAST: lines((line for ring in parted for line in arcs.coast(ring)), view),
        GLOW: lines(arcs.lines("coast", view.zoom), view, GLOW_TOLERANCE_PX),
    }
    return {name: d for name, d in shapes.items() if d}


def _use(name: str, look: str, width: float | None) -> Markup:
    """Return a shape drawn with a class and a width of its line."""
    return element("use", href=f"#{name}", class_=look, stroke_width=width)
