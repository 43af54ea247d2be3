"""The symbols of event types as outlines: the same as `browser/src/layers/symbols.ts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.picture.element import element, number

if TYPE_CHECKING:
    from markupsafe import Markup

# Corners for a radius of 1, of about the same area as the circle; an empty tuple is the circle.
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    "triangle": ((0, -1.35), (1.17, 0.7), (-1.17, 0.7)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
}


def outline(symbol: str, x: float, y: float, radius: float, **attributes: str | float) -> Markup:
    """Return a symbol of a radius in pixels round a point."""
    corners = CORNERS[symbol]
    if not corners:
        return element("circle", cx=x, cy=y, r=radius, **attributes)
    points = " ".join(f"{number(x + dx * radius)},{number(y + dy * radius)}" for dx, dy in corners)
    return element("polygon", points=points, **attributes)
