"""Names as SVG text, and the dots beside them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.element import element, number
from mapgen.picture.labels import BASELINE, LINE_HEIGHT
from mapgen.picture.width import is_joined, runs_left, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.picture.labels import Written


def dots(name: str, at_px: Iterable[tuple[float, float]], radius: float, cap: str) -> Markup:
    """Return dots as the caps of lines without length, which take few bytes."""
    d = "".join(f"M{number(x)} {number(y)}h0" for x, y in at_px)
    if not d:
        return Markup()
    return element("path", class_=name, d=d, stroke_width=2 * radius, stroke_linecap=cap)


def text(place: Written) -> Markup:
    """Return a name as text, its lines below each other.

    What stands upon its point is in a group that centres it.
    """
    name = place.name
    joined = is_joined(name.lines[0])
    leftward = runs_left(name.lines[0])
    anchor = {0: "middle", 1: "start", -1: "end"}[-place.side if leftward else place.side]
    first = place.middle + (BASELINE - LINE_HEIGHT * (len(name.lines) - 1) / 2) * name.size
    x = round(place.x)
    lines: tuple[Markup | str, ...] = name.lines
    if len(name.lines) > 1:
        lines = tuple(
            element("tspan", line, x=x, dy=round(LINE_HEIGHT * name.size) if i else None)
            for i, line in enumerate(name.lines)
        )
    return element(
        "text",
        *lines,
        x=x,
        y=round(first),
        text_anchor=None if anchor == ("start" if name.gap else "middle") else anchor,
        direction="rtl" if leftward else None,
        letter_spacing=0 if joined and name.spacing else None,
        # Joined letters have no slanted form.
        font_style="normal" if joined else None,
    )


def broken(words: str, limit: float, weight: int, spacing: float) -> tuple[str, ...]:
    """Return words on as few lines as are needed for none to be wider than `limit`, evenly filled.

    The same as in `browser/src/layers/labels-text.ts`. `limit` and `spacing` are in em.
    """
    pieces = words.split(" ")
    whole = text_width(words, 1, weight, spacing)
    count = min(len(pieces), math.ceil(whole / limit))
    fair = whole / max(count, 1)
    lines: list[str] = []
    line = ""
    for piece in pieces:
        longer = f"{line} {piece}" if line else piece
        over = text_width(longer, 1, weight, spacing) - fair
        # A word goes to the next line when it would stick out farther than the line falls short.
        if line and len(lines) < count - 1 and over > fair - text_width(line, 1, weight, spacing):
            lines.append(line)
            line = piece
        else:
            line = longer
    return (*lines, line)
