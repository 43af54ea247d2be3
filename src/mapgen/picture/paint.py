"""Events as they are drawn: the same as `browser/src/layers/paint.ts` and `areas.ts`.

A symbol where the place is known, in a ring where it is not, hatched where only an area is; the
outline by who is said to have done it: see `forms.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.dots import PAPER_PX, SHARES_PX, arc, dots
from mapgen.picture.element import element, number
from mapgen.picture.events import SHARP_KM, standing
from mapgen.picture.forms import form_of
from mapgen.picture.marks import LARGE_DIGIT_PX, SHARE_PX
from mapgen.picture.path import GRID, areas, rings_of
from mapgen.picture.style import style
from mapgen.picture.symbols import around
from mapgen.picture.symbols import drawn as symbol
from mapgen.places import latitude

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.picture.events import Events
    from mapgen.picture.forms import Form
    from mapgen.picture.marks import Mark
    from mapgen.picture.view import View

HATCH_PX = 8
LOOK = style()["marks"]
# From this radius on a number that has room for it is set larger.
LARGE_PX, LARGE_LETTERS, SMALL_LETTERS = 13, 13, 11


def hatches(layers: Iterable[Events], view: View) -> Markup:
    """Return the areas of events of which no point is known."""
    drawn = Markup()
    patterns: dict[tuple[str, ...], str] = {}
    for events in layers:
        for polygon, types in events.areas:
            d = areas(rings_of([polygon], view), view)
            if not d:
                continue
            colors = tuple(data_color(events.types[number].color) for number in types)
            pattern = patterns.setdefault(colors, f"mg-picture-hatch-{len(patterns)}")
            drawn += element("path", class_="area", d=d, fill=f"url(#{pattern})", color=colors[0])
    if not patterns:
        return drawn
    return element("defs", *(_hatch(name, colors) for colors, name in patterns.items())) + drawn


def marks(layers: Iterable[Events], view: View) -> tuple[Markup, frozenset[str]]:
    """Return the rings and marks of events that have a point, and words for their forms.

    The words are those of `EventLayer.forms` in the browser: `sharp`, `soft`, the outlines, and
    `disc`, `pie` and `dot` for marks of several events.
    """
    drawn: list[Markup] = []
    forms: set[str] = set()
    for events in layers:
        rings = {mark: _ring(events, mark, view) for mark in _ringed(events)}
        drawn += rings.values()
        spots = [(mark, *standing((mark.x, mark.y), view)) for mark in events.marks]
        seen = [(mark, x, y) for mark, x, y in spots if near(x, y, mark.radius, view)]
        for mark, *_ in seen:
            forms |= _forms(events, mark, ringed=bool(rings.get(mark)))
        drawn += [
            _mark(events, *spot, alone=not rings.get(spot[0])) for spot in seen if is_told(spot[0])
        ]
        # The smallest lie above, as the fullest are drawn first; the numbers are to be read.
        drawn.append(dots(events, (spot for spot in seen if not is_told(spot[0]))))
        drawn.append(_numbers(events, seen))
    return Markup().join(drawn), frozenset(forms)


def forms(layers: Sequence[Events], view: View) -> frozenset[str]:
    """Return the words of `marks` for the forms in a view, and `area` where any is hatched."""
    found = {"area"} if hatches(layers, view) else set()
    for events in layers:
        rings = {mark for mark in _ringed(events) if _ring(events, mark, view)}
        for mark in events.marks:
            if near(*standing((mark.x, mark.y), view), mark.radius, view):
                found |= _forms(events, mark, ringed=mark in rings)
    return frozenset(found)


def _forms(events: Events, mark: Mark, *, ringed: bool) -> set[str]:
    """Return words for the form of a mark."""
    form = form_of(events, mark.rows)
    if len(mark.rows) == 1:
        return {form.line, "soft" if form.soft else "sharp"}
    found = {"soft"} if form.soft or ringed else set()
    found.add("dot" if mark.radius < SHARES_PX else "disc" if is_told(mark) else "pie")
    return found if form.line == "solid" else found | {form.line}


def _ringed(events: Events) -> Iterable[Mark]:
    """Return the marks of which some event has a radius that is worth a ring."""
    wide = events.km > SHARP_KM
    if not wide.any():
        return ()
    return [mark for mark in events.marks if wide[mark.rows].any()]


def _hatch(name: str, colors: Sequence[str]) -> Markup:
    """Return the pattern of thin slanted lines in each of some colours in turn."""
    side = HATCH_PX * len(colors)
    lines = []
    for at, color in enumerate(colors):
        c = HATCH_PX * (at + 0.5)
        d = (
            f"M-1 {number(c + 1)}L{number(c + 1)} -1"
            f"M{number(c - 1)} {side + 1}L{side + 1} {number(c - 1)}"
        )
        lines.append(element("path", class_="hatch", d=d, color=color))
    return element(
        "pattern",
        *lines,
        id=name,
        width=side,
        height=side,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({GRID})",
    )


def near(x: float, y: float, radius: float, view: View) -> bool:
    """Return whether a circle reaches into the view."""
    return -radius < x < view.width + radius and -radius < y < view.height + radius


def _ring(events: Events, mark: Mark, view: View) -> Markup:
    """Return the widest ring of a mark, of true size on the ground: one says it for all."""
    row = mark.rows[np.nanargmax(events.km[mark.rows])]
    at = (float(events.xy[row, 0]), float(events.xy[row, 1]))
    radius = view.ground_px(float(events.km[row]), latitude(at[1]))
    x, y = standing(at, view)
    if radius <= mark.ring_px or not near(x, y, radius, view):
        return Markup()
    color = data_color(events.types[events.type_of[row]].color)
    class_ = _line("ring", form_of(events, mark.rows[mark.rows == row]))
    return element("circle", class_=class_, cx=x, cy=y, r=radius, color=color)


def _line(word: str, form: Form) -> str:
    """Return the classes of a thin line, broken for what is attributed."""
    return f"{word} broken" if form.line == "dashed" else word


def is_told(mark: Mark) -> bool:
    """Return whether a mark has room for its symbol, or for the number of its events."""
    return mark.radius >= SHARES_PX if len(mark.rows) == 1 else mark.number_px > 0


def _mark(events: Events, mark: Mark, x: float, y: float, *, alone: bool) -> Markup:
    """Return the mark of one event or of several; alone is one without a ring of true size."""
    form = form_of(events, mark.rows)
    if len(mark.rows) == 1:
        return _single(events, mark, (x, y), form, alone=alone)
    return _shared(events, mark, (x, y), form)


def _single(
    events: Events, mark: Mark, at: tuple[float, float], form: Form, *, alone: bool
) -> Markup:
    """Return the mark of one event: full where its place is known, else small in a ring."""
    type_ = events.types[events.type_of[mark.rows[0]]]
    color = data_color(type_.color)
    if not form.soft:
        return symbol(type_.symbol, at, mark.radius, form, color)
    wash = around(*at, mark.radius, color)
    if alone:
        class_ = _line("near", form)
        wash += element("circle", class_=class_, cx=at[0], cy=at[1], r=mark.ring_px, color=color)
    return wash + symbol(type_.symbol, at, mark.radius * LOOK["core"], form, color)


def _shared(events: Events, mark: Mark, at: tuple[float, float], form: Form) -> Markup:
    """Return a disc for the number of its events, and a ring with the share of each type."""
    paper = element("circle", class_="paper", r=mark.radius + PAPER_PX)
    if form.soft:
        paper = element("circle", class_="paper", r=mark.ring_px)
        paper += element("circle", class_=_line("line", form), r=mark.ring_px)
    return element(
        "g",
        paper,
        _shares(events, mark, form),
        class_="shared",
        transform=f"translate({number(at[0])} {number(at[1])})",
    )


def _numbers(events: Events, seen: Iterable[tuple[Mark, float, float]]) -> Markup:
    """Return the numbers of events in the discs that have room for it."""
    told = []
    for mark, x, y in seen:
        if len(mark.rows) == 1 or not is_told(mark):
            continue
        text = "".join(events.digits[int(digit)] for digit in str(len(mark.rows)))
        is_large = mark.radius > LARGE_PX and mark.fits(LARGE_DIGIT_PX)
        letters = LARGE_LETTERS if is_large else SMALL_LETTERS
        told.append(element("text", text, x=x, y=y + letters * 0.36, font_size=letters))
    return element("g", *told, class_="numbers") if told else Markup()


def _shares(events: Events, mark: Mark, form: Form) -> Markup:
    """Return arcs round the origin, from the top clockwise, in the order of the types."""
    radius = mark.radius - SHARE_PX / 2
    counts = np.bincount(events.type_of[mark.rows], minlength=len(events.types))
    drawn = Markup()
    done = 0
    class_ = "share broken-share" if form.line == "dashed" else "share"
    for type_, count in zip(events.types, counts.tolist(), strict=True):
        color = data_color(type_.color)
        if count == len(mark.rows):
            drawn = element("circle", class_=class_, r=radius, color=color)
        elif count:
            ends = (done / len(mark.rows), (done + count) / len(mark.rows))
            drawn += element("path", class_=class_, d=arc(radius, *ends), color=color)
            done += count
    if form.line == "hollow":
        drawn += element("circle", class_="heart", r=radius)
    return drawn
