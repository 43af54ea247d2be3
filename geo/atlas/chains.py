"""Arcs strung into chains, so that far away one line stands for many."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from levels import vertex
from provinces import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from arcs import Arcs

# A chain that reaches further, in degrees, ends; one near arc breaks up its whole chain.
LONGEST = 15.0
# The arc ends that meet where a line goes on without a junction.
THROUGH = 2


def string(arcs: Arcs, alike: list[tuple[int, ...]], strung: list[int]) -> list[list[int]]:
    """Return every arc, signed and in order, in a chain; those not in `strung` each alone.

    Arcs of a chain follow each other end to start, `~i` being arc i run backwards. A chain passes
    a node only where two strung arcs meet and no third, and both have the same `alike`.
    """
    leaving: dict[int, list[int]] = defaultdict(list)
    for arc in strung:
        leaving[int(arcs.runs[arc][0])].append(arc)
        leaving[int(arcs.runs[arc][-1])].append(~arc)
    after = {
        arc: _next(leaving[int(arcs.runs[max(arc, ~arc)][-1 if arc >= 0 else 0])], arc, alike)
        for one in strung
        for arc in (one, ~one)
    }
    chains = [part for path in _paths(after, strung) for part in _by_extent(path, arcs)]
    alone = sorted(set(range(len(arcs.runs))) - set(strung))
    return chains + [[arc] for arc in alone]


def _next(leaving: list[int], arc: int, alike: list[tuple[int, ...]]) -> int | None:
    """Return which of those `leaving` goes on where `arc` ends; None at a junction."""
    if len(leaving) != THROUGH:
        return None
    on = leaving[0] if leaving[1] == ~arc else leaving[1]
    return on if alike[max(on, ~on)] == alike[max(arc, ~arc)] else None


def _paths(after: dict[int, int | None], strung: list[int]) -> list[list[int]]:
    """Return the arcs in paths from junction to junction, then those that close on themselves."""
    ends = [arc for one in strung for arc in (one, ~one) if after[~arc] is None]
    used: set[int] = set()
    paths = []
    for first in [*ends, *strung]:
        path: list[int] = []
        arc: int | None = first
        while arc is not None and max(arc, ~arc) not in used:
            used.add(max(arc, ~arc))
            path.append(arc)
            arc = after[arc]
        if path:
            paths.append(path)
    return paths


def _by_extent(path: list[int], arcs: Arcs) -> list[list[int]]:
    """Return the path in parts that do not reach too far."""
    parts: list[list[int]] = [[]]
    corners = np.empty((0, 2), dtype=np.int64)
    for arc in path:
        xy = vertex(arcs.runs[max(arc, ~arc)])
        wider = np.vstack([corners, xy.min(axis=0), xy.max(axis=0)])
        if parts[-1] and np.ptp(wider, axis=0).max() > LONGEST * UNITS_PER_DEGREE:
            parts.append([])
            wider = np.vstack([xy.min(axis=0), xy.max(axis=0)])
        parts[-1].append(arc)
        corners = np.vstack([wider.min(axis=0), wider.max(axis=0)])
    return parts
