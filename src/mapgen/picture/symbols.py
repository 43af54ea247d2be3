"""The symbols of event types: the same as `browser/src/layers/symbols.ts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.element import element, number
from mapgen.picture.style import style

if TYPE_CHECKING:
    from mapgen.picture.forms import Form

# Corners for a radius of 1, of about the same area as the circle; an empty tuple is the circle.
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    "triangle": ((0, -1.35), (1.17, 0.7), (-1.17, 0.7)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
}
OUTLINE = 1 / 3.2
"""Width of a broken or hollow outline, of a radius."""
RIM_PX, SOFT_RIM_PX, WIDE_RIM_PX = 3.5, 1.5, 5.0


def outline(symbol: str, x: float, y: float, radius: float, **attributes: str | float) -> Markup:
    """Return a symbol of a radius in pixels round a point."""
    corners = CORNERS[symbol]
    if not corners:
        return element("circle", cx=x, cy=y, r=radius, **attributes)
    points = " ".join(f"{number(x + dx * radius)},{number(y + dy * radius)}" for dx, dy in corners)
    return element("polygon", points=points, **attributes)


def drawn(symbol: str, at: tuple[float, float], radius: float, form: Form, color: str) -> Markup:
    """Return a symbol in its form on a rim of paper: full, pale in a broken line, or hollow."""
    at_px = (*at, radius)
    rim_px = SOFT_RIM_PX if form.soft else RIM_PX if form.line == "solid" else WIDE_RIM_PX
    rim = outline(symbol, *at_px, class_="rim", stroke_width=rim_px)
    return rim + body(symbol, *at_px, form.line, color=color)


def body(symbol: str, x: float, y: float, radius: float, line: str, **more: str) -> Markup:
    """Return a symbol in its outline without a rim."""
    if line == "solid":
        return outline(symbol, x, y, radius, class_="symbol solid", **more)
    width = f"{radius * OUTLINE:.1f}"
    if line == "dashed":
        dash = " ".join(f"{part * radius:.1f}" for part in style()["marks"]["dash"])
        more |= {"stroke_dasharray": dash}
    return outline(symbol, x, y, radius, class_=f"symbol {line}", stroke_width=width, **more)


def around(x: float, y: float, radius: float, color: str) -> Markup:
    """Return the wash under the small symbol of a place that is not known."""
    wide = radius * style()["marks"]["around"]
    veil = element("circle", class_="veil", cx=x, cy=y, r=wide)
    return veil + element("circle", class_="around", cx=x, cy=y, r=wide, color=color)
