"""Events as they are drawn: the same as `browser/src/layers/paint.ts` and `areas.ts`.

Sharp where the place is known, hollow in a ring where it is not, hatched where only an area is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.dots import PAPER_PX, SHARES_PX, arc, dots
from mapgen.picture.element import element, number
from mapgen.picture.events import SHARP_KM, standing
from mapgen.picture.path import GRID, areas, rings_of
from mapgen.picture.symbols import outline
from mapgen.places import latitude

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.picture.events import Events
    from mapgen.picture.marks import Mark
    from mapgen.picture.view import View

HATCH_PX = 7
SHARE_PX = 2.5
DIGIT_PX = 6.4
# From this radius on a number is set larger.
LARGE_PX, LARGE_LETTERS, SMALL_LETTERS = 13, 13, 11


def hatches(layers: Iterable[Events], view: View) -> Markup:
    """Return the areas of events of which no point is known."""
    drawn = Markup()
    patterns: dict[str, str] = {}
    for events in layers:
        for polygon, type_number in events.areas:
            d = areas(rings_of([polygon], view), view)
            if not d:
                continue
            color = data_color(events.types[type_number].color)
            pattern = patterns.setdefault(color, f"mg-picture-hatch-{len(patterns)}")
            drawn += element("path", class_="area", d=d, fill=f"url(#{pattern})", stroke=color)
    if not patterns:
        return drawn
    return element("defs", *(_hatch(name, color) for color, name in patterns.items())) + drawn


def marks(layers: Iterable[Events], view: View) -> Markup:
    """Return the rings and marks of events that have a point, layer by layer."""
    drawn = []
    for events in layers:
        if (events.km > SHARP_KM).any():
            drawn += [_ring(events, mark, view) for mark in events.marks]
        spots = [(mark, *standing((mark.x, mark.y), view)) for mark in events.marks]
        seen = [(mark, x, y) for mark, x, y in spots if _near(x, y, mark.radius, view)]
        drawn += [_mark(events, *spot) for spot in seen if _is_told(spot[0])]
        # The smallest lie above, as the fullest are drawn first.
        drawn.append(dots(events, (spot for spot in seen if not _is_told(spot[0]))))
    return Markup().join(drawn)


def _hatch(name: str, color: str) -> Markup:
    """Return the pattern of thin slanted lines in a colour."""
    return element(
        "pattern",
        element("path", d="M-1 1l2-2M0 7l7-7M6 8l2-2", stroke=color),
        id=name,
        width=HATCH_PX,
        height=HATCH_PX,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({GRID})",
    )


def _near(x: float, y: float, radius: float, view: View) -> bool:
    """Return whether a circle reaches into the view."""
    return -radius < x < view.width + radius and -radius < y < view.height + radius


def _ring(events: Events, mark: Mark, view: View) -> Markup:
    """Return the widest ring of a mark, of true size on the ground: one says it for all."""
    km = events.km[mark.rows]
    if not (km > SHARP_KM).any():
        return Markup()
    row = mark.rows[np.nanargmax(km)]
    at = (float(events.xy[row, 0]), float(events.xy[row, 1]))
    radius = view.ground_px(float(events.km[row]), latitude(at[1]))
    x, y = standing(at, view)
    if radius <= mark.radius + 2 or not _near(x, y, radius, view):
        return Markup()
    color = data_color(events.types[events.type_of[row]].color)
    return element("circle", class_="ring", cx=x, cy=y, r=radius, fill=color, stroke=color)


def _is_told(mark: Mark) -> bool:
    """Return whether a mark has room for its symbol, or for the number of its events."""
    if len(mark.rows) == 1:
        return mark.radius >= SHARES_PX
    return len(str(len(mark.rows))) * DIGIT_PX + 2 < 2 * (mark.radius - SHARE_PX)


def _mark(events: Events, mark: Mark, x: float, y: float) -> Markup:
    """Return the mark of one event or of several."""
    if len(mark.rows) == 1:
        return _single(events, mark, x, y)
    return _shared(events, mark, x, y)


def _single(events: Events, mark: Mark, x: float, y: float) -> Markup:
    """Return the mark of one event: full where its place is known, else hollow."""
    row, radius = int(mark.rows[0]), mark.radius
    type_ = events.types[events.type_of[row]]
    color = data_color(type_.color)
    if events.sharp[row]:
        return outline(type_.symbol, x, y, radius, class_="sharp", fill=color)
    rim = outline(type_.symbol, x, y, radius, class_="rim")
    return rim + outline(type_.symbol, x, y, radius, class_="hollow", stroke=color)


def _shared(events: Events, mark: Mark, x: float, y: float) -> Markup:
    """Return a disc with the number of its events, and a ring with the share of each type."""
    letters = LARGE_LETTERS if mark.radius > LARGE_PX else SMALL_LETTERS
    return element(
        "g",
        element("circle", class_="paper", r=mark.radius + PAPER_PX),
        _shares(events, mark),
        element("text", str(len(mark.rows)), y=letters * 0.36, font_size=letters),
        class_="shared",
        transform=f"translate({number(x)} {number(y)})",
    )


def _shares(events: Events, mark: Mark) -> Markup:
    """Return arcs round the origin, from the top clockwise, in the order of the types."""
    radius = mark.radius - SHARE_PX / 2
    counts = np.bincount(events.type_of[mark.rows], minlength=len(events.types))
    drawn = Markup()
    done = 0
    for type_, count in zip(events.types, counts.tolist(), strict=True):
        color = data_color(type_.color)
        if count == len(mark.rows):
            return element("circle", class_="share", r=radius, stroke=color)
        if count:
            ends = (done / len(mark.rows), (done + count) / len(mark.rows))
            drawn += element("path", class_="share", d=arc(radius, *ends), stroke=color)
            done += count
    return drawn
