"""Marks too small for a number: those of one colour and size are one path, for they may be many."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.element import element, number
from mapgen.picture.forms import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapgen.picture.events import Events
    from mapgen.picture.forms import Form
    from mapgen.picture.marks import Mark

    Spot = tuple[Mark, float, float]
    Look = tuple[int, int, Form]
    """Radius on the grid, number of the type, and form."""

SHARES_PX = 4.5
"""Below this radius a mark of several events has no room for the shares of its types."""
PAPER_PX = 1.5
RING_PX = 0.8
GRID_PX = 0.5
"""Dots stand on a grid of half a pixel, and differ in radius by as much."""


def dots(events: Events, spots: Iterable[Spot]) -> Markup:
    """Return marks as discs without a number, on paper from where their shares are shown.

    Args:
        events: the layer.
        spots: marks with their pixels.
    """
    paper: dict[int, list[tuple[int, int]]] = {}
    whole: dict[Look, list[tuple[int, int]]] = {}
    parts: dict[Look, list[str]] = {}
    for mark, *px in spots:
        x, y = (round(side / GRID_PX) for side in px)
        radius = round(mark.radius / GRID_PX)
        counts = np.bincount(events.type_of[mark.rows])
        look = (radius, int(counts.argmax()), form_of(events, mark.rows))
        if mark.radius >= SHARES_PX:
            paper.setdefault(radius + round(PAPER_PX / GRID_PX), []).append((x, y))
        if mark.radius < SHARES_PX or counts.max() == len(mark.rows):
            whole.setdefault(look, []).append((x, y))
            continue
        for type_, arc in _slices(counts.tolist(), radius / 2, x, y):
            parts.setdefault((radius, type_, look[2]), []).append(arc)
    drawn = [
        element("path", class_="paper-dots", d=_path(at), stroke_width=2 * radius)
        for radius, at in sorted(paper.items(), reverse=True)
    ]
    for look, arcs in sorted(parts.items(), reverse=True):
        drawn.append(_dotted(events, look, "".join(arcs), "slices", look[0]))
    for look, at in sorted(whole.items(), reverse=True):
        d = _path(at)
        drawn += [_dotted(events, look, d, *layer) for layer in _layers(look[0], look[2])]
    if not drawn:
        return Markup()
    return element("g", *drawn, transform=f"scale({number(GRID_PX)})")


def _dotted(events: Events, look: Look, d: str, class_: str, width: float) -> Markup:
    """Return a path in the colour of a look's type, so many steps of the grid wide."""
    color = data_color(events.types[look[1]].color)
    return element("path", class_=class_, d=d, color=color, stroke_width=width)


def _layers(radius: int, form: Form) -> Iterator[tuple[str, float]]:
    """Yield class and width of the dots that lie on one another to show a form."""
    ring = RING_PX / GRID_PX
    core: float = radius
    if form.soft:
        yield "dots", 2 * radius
        yield "paper-dots", 2 * (radius - ring)
        core = radius / 2
    if form.line == "solid" or not form.soft:
        yield "dots", 2 * core
    if form.line != "solid":
        yield "paper-dots", 2 * max(core - ring, ring / 2)
    if form.line == "dashed":
        yield "dots pale", 2 * max(core - ring, ring / 2)


def _path(at: Sequence[tuple[int, int]]) -> str:
    """Return path data of lines without length, which round caps make dots."""
    steps = np.diff(np.array(sorted(at)), axis=0, prepend=0).tolist()
    return "".join(f"m{dx}{'' if dy < 0 else ' '}{dy}h0" for dx, dy in steps)


def _slices(counts: Sequence[int], radius: float, x: int, y: int) -> Iterator[tuple[int, str]]:
    """Yield the number of each type that there is, with path data of its arc round a point."""
    total, done = sum(counts), 0
    for type_, count in enumerate(counts):
        if count:
            ends = (done / total, (done + count) / total)
            yield type_, arc(radius, *ends, x, y)
            done += count


def arc(radius: float, start: float, end: float, x: float = 0, y: float = 0) -> str:
    """Return path data of an arc round a point between two parts of a turn."""
    (x0, y0), (x1, y1) = (
        (
            x + radius * math.sin(2 * math.pi * turn),
            y - radius * math.cos(2 * math.pi * turn),
        )
        for turn in (start, end)
    )
    large = int(end - start > 0.5)  # noqa: PLR2004 - half a turn
    r = number(radius)
    return f"M{number(x0)} {number(y0)}A{r} {r} 0 {large} 1 {number(x1)} {number(y1)}"
