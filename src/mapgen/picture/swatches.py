"""Small pictures for a legend, coloured by the same sheet as the picture that it explains."""

from __future__ import annotations

from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.dots import arc
from mapgen.picture.element import element
from mapgen.picture.forms import Form
from mapgen.picture.style import style
from mapgen.picture.symbols import body

RADIUS_PX = 6.0
FORMS = {
    "sharp": Form(soft=False, line="solid"),
    "soft": Form(soft=True, line="solid"),
    "solid": Form(soft=False, line="solid"),
    "dashed": Form(soft=False, line="dashed"),
    "hollow": Form(soft=False, line="hollow"),
}
DOT_PX = 3.0
SEVERAL = 3
"""So many events a disc tells of in a legend."""


def type_picture(symbol: str, color: str) -> Markup:
    """Return the symbol of a type of events."""
    return _picture(type_parts(symbol), data_color(color))


def type_parts(symbol: str) -> Markup:
    """Return the symbol of a type round the origin, in the colour round it."""
    return body(symbol, 0, 0, RADIUS_PX, "solid")


def form_picture(form: str, symbol: str, digits: str) -> Markup:
    """Return a form in the colour of the text round it; `form` is a word of `paint.marks`."""
    return _picture(form_parts(form, symbol, digits))


def form_parts(form: str, symbol: str, digits: str) -> Markup:
    """Return a form round the origin, in the colour round it; `form` as for `form_picture`."""
    if form == "disc":
        return _disc(digits[SEVERAL])
    if form in SIGNS:
        return SIGNS[form]
    soft, line = FORMS[form].soft, FORMS[form].line
    if not soft:
        return body(symbol, 0, 0, RADIUS_PX, line)
    look = style()["marks"]
    ring = RADIUS_PX * look["around"]
    return (
        element("circle", class_="around", r=ring)
        + element("circle", class_="near", r=ring)
        + body(symbol, 0, 0, RADIUS_PX * look["core"], line)
    )


def region_picture(edge: str, color: str | None) -> Markup:
    """Return a region with an edge, in a colour or in that of the text round it."""
    return _picture(region_parts(edge), data_color(color) if color else None)


def region_parts(edge: str) -> Markup:
    """Return a region with an edge round the origin, in the colour round it."""
    # Regions are drawn on the grid of path data, of half pixels.
    box = element("rect", class_=f"region {edge}", x=-14, y=-10, width=28, height=20)
    return element("g", box, transform="scale(.5)")


def place_picture() -> Markup:
    """Return the dot of a place."""
    return _picture(
        element("circle", class_="place-dot", r=DOT_PX + 1, fill="none", stroke_width=2.5)
    )


def _picture(parts: Markup, color: str | None = None) -> Markup:
    """Return parts round the origin as a small picture."""
    return element(
        "svg",
        parts,
        class_="mg-swatch mg-picture",
        viewBox="-9 -9 18 18",
        aria_hidden="true",
        color=color,
    )


def _shares(radius: float, width: float) -> Markup:
    """Return a ring of two shares."""
    halves = ((0, 0.5, 1.0), (0.5, 1, 0.45))
    return Markup().join(
        element(
            "path",
            d=arc(radius, start, end),
            fill="none",
            stroke="currentColor",
            stroke_width=width,
            stroke_opacity=opacity,
        )
        for start, end, opacity in halves
    )


def _disc(number: str) -> Markup:
    """Return a disc with a number."""
    return _shares(7, 2) + element(
        "text",
        number,
        y=3,
        text_anchor="middle",
        font_size=9,
        font_weight=600,
        font_family="system-ui,sans-serif",
        fill="currentColor",
    )


SIGNS = {
    "area": element(
        "path",
        class_="near",
        d="M-7 2L2 -7M-7 7L7 -7M-2 7L7 -2M-7 -7H7V7H-7Z",
    ),
    "pie": _shares(DOT_PX, 2 * DOT_PX),
    "dot": element("circle", class_="solid", r=DOT_PX),
}
