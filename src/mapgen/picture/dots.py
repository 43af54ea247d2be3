"""Marks too small for a number: those of one colour and size are one path, for they may be many."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.element import element, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapgen.picture.events import Events
    from mapgen.picture.marks import Mark

    Spot = tuple[Mark, float, float]
    Look = tuple[int, int]
    """Radius on the grid, and number of the type."""

SHARES_PX = 4.5
"""Below this radius a mark of several events has no room for the shares of its types."""
PAPER_PX = 1.5
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
        if mark.radius >= SHARES_PX:
            paper.setdefault(radius + round(PAPER_PX / GRID_PX), []).append((x, y))
        if mark.radius < SHARES_PX or counts.max() == len(mark.rows):
            whole.setdefault((radius, int(counts.argmax())), []).append((x, y))
            continue
        for type_, arc in _slices(counts.tolist(), radius / 2, x, y):
            parts.setdefault((radius, type_), []).append(arc)
    drawn = [
        element("path", class_="paper-dots", d=_path(at), stroke_width=2 * radius)
        for radius, at in sorted(paper.items(), reverse=True)
    ]
    drawn += _colored(events, "slices", {look: "".join(arcs) for look, arcs in parts.items()}, 1)
    drawn += _colored(events, "dots", {look: _path(at) for look, at in whole.items()}, 2)
    if not drawn:
        return Markup()
    return element("g", *drawn, transform=f"scale({number(GRID_PX)})")


def _colored(events: Events, kind: str, paths: Mapping[Look, str], widths: int) -> list[Markup]:
    """Return a path for each look, the largest first, drawn so many radii wide."""
    return [
        element(
            "path",
            class_=kind,
            d=d,
            stroke=data_color(events.types[type_].color),
            stroke_width=widths * radius,
        )
        for (radius, type_), d in sorted(paths.items(), reverse=True)
    ]


def _path(at: Sequence[tuple[int, int]]) -> str:
    """Return path data of lines without length, which round caps make dots."""
    steps = np.diff(np.array(sorted(at)), axis=0, prepend=0).tolist()
    return "".join(f"m{dx}{'' if dy < 0 else ' '}{dy}h0" for dx, dy in steps)


def _slices(counts: Sequence[int], radius: float, x: int, y: int) -> Iterable[tuple[int, str]]:
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
