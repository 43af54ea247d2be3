"""The edges of a coverage as arcs: each line between two nodes stored once, faces made of arcs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from levels import keys, vertex
from provinces import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray

OUTSIDE = -1
# Closed rings of signed arcs; `~i` is arc i run backwards.
Rings = list[tuple[int, ...]]
# An arc longer than this, in degrees, is cut in two, so that a far end of a coast does not come
# along in full detail with the near one.
LONGEST = 2.0
LEAST_TO_CUT = 3


@dataclass(frozen=True, eq=False)
class Arcs:
    """Arcs as runs of vertex keys, with the faces at their left and right hand."""

    runs: list[NDArray[np.int64]]
    left: list[int]
    right: list[int]

    def take(self, numbers: list[int]) -> Arcs:
        """Return these arcs alone, in this order."""
        return Arcs(
            [self.runs[number] for number in numbers],
            [self.left[number] for number in numbers],
            [self.right[number] for number in numbers],
        )


def trace(coverage: NDArray[np.object_], level_of: dict[int, int]) -> Arcs:
    """Return the arcs of a coverage of polygons; `level_of` is the coarsest level by vertex key."""
    rings, owner = _rings(coverage)
    node = _nodes(rings)
    runs: list[NDArray[np.int64]] = []
    left: list[int] = []
    right: list[int] = []
    seen: dict[tuple[int, int], int] = {}
    for ring, face in zip(rings, owner, strict=True):
        for run in _cut_at_nodes(ring, node, level_of):
            twin = seen.get((int(run[-1]), int(run[-2])))
            if twin is None:
                seen[int(run[0]), int(run[1])] = len(runs)
                runs.append(run)
                left.append(face)
                right.append(OUTSIDE)
            else:
                right[twin] = face
    return Arcs(runs, left, right)


def shorten(arcs: Arcs, level_of: dict[int, int]) -> Arcs:
    """Return the arcs with the long ones cut at vertices that every level has."""
    pieces = [_pieces(run, level_of) for run in arcs.runs]
    number = [arc for arc, parts in enumerate(pieces) for _ in parts]
    taken = arcs.take(number)
    return Arcs([part for parts in pieces for part in parts], taken.left, taken.right)


def stitch(arcs: Arcs, group: NDArray[np.int64]) -> dict[int, Rings]:
    """Return the outline of each group of faces as closed rings of signed arcs, the group at left.

    `group` has the number of the group of each face, `OUTSIDE` for those in none.
    """
    leaving: dict[int, dict[int, list[int]]] = {}
    group = np.append(group, OUTSIDE)
    for number, run in enumerate(arcs.runs):
        left, right = group[arcs.left[number]], group[arcs.right[number]]
        if left != right:
            for side, arc, start in ((left, number, run[0]), (right, ~number, run[-1])):
                if side != OUTSIDE:
                    leaving.setdefault(int(side), {}).setdefault(int(start), []).append(arc)
    return {side: _walk(leaving[side], arcs) for side in sorted(leaving)}


def _walk(leaving: dict[int, list[int]], arcs: Arcs) -> Rings:
    """Return closed rings that use each of the arcs that leave the nodes exactly once."""
    rings = []
    for start in sorted(leaving):
        while leaving[start]:
            ring: list[int] = []
            here = start
            while not ring or here != start:
                arc = leaving[here].pop()
                ring.append(arc)
                here = int(arcs.runs[arc][-1] if arc >= 0 else arcs.runs[~arc][0])
            rings.append(tuple(ring))
    return rings


def _rings(coverage: NDArray[np.object_]) -> tuple[list[NDArray[np.int64]], list[int]]:
    """Return all rings as vertex keys without the closing one, the face at left, and that face."""
    parts, owner = shapely.get_parts(coverage, return_index=True)
    rings, index = shapely.get_rings(shapely.orient_polygons(parts), return_index=True)
    xy, of_ring = shapely.get_coordinates(rings, return_index=True)
    runs = np.split(keys(xy), np.flatnonzero(np.diff(of_ring)) + 1)
    return [run[:-1] for run in runs], owner[index].tolist()


def _nodes(rings: list[NDArray[np.int64]]) -> set[int]:
    """Return the vertices in which other than two edges meet."""
    ends = np.concatenate([np.column_stack([ring, np.roll(ring, -1)]) for ring in rings])
    edges = np.unique(np.sort(ends, axis=1), axis=0)
    vertices, degree = np.unique(edges, return_counts=True)
    return set(vertices[degree != 2].tolist())  # noqa: PLR2004 - a line passes with two edges


def _cut_at_nodes(
    ring: NDArray[np.int64],
    node: set[int],
    level_of: dict[int, int],
) -> list[NDArray[np.int64]]:
    """Return the ring as runs from node to node; without a node, as one run that closes."""
    stops = [place for place, key in enumerate(ring.tolist()) if key in node]
    if not stops:
        start = max(ring.tolist(), key=lambda key: (level_of[key], key))
        stops = [ring.tolist().index(start)]
    turned = np.roll(ring, -stops[0])
    places = [stop - stops[0] for stop in stops] + [len(ring)]
    closed = np.append(turned, turned[0])
    return [closed[start : end + 1] for start, end in pairwise(places)]


def _pieces(run: NDArray[np.int64], level_of: dict[int, int]) -> list[NDArray[np.int64]]:
    """Return the run cut in halves, at its coarsest vertex near the middle, until each is short."""
    extent = np.ptp(vertex(run), axis=0).max() / UNITS_PER_DEGREE
    if extent <= LONGEST or len(run) < LEAST_TO_CUT:
        return [run]
    third = len(run) // 3
    places = range(third, len(run) - third)
    middle = max(places, key=lambda place: level_of[int(run[place])])
    return [*_pieces(run[: middle + 1], level_of), *_pieces(run[middle:], level_of)]
