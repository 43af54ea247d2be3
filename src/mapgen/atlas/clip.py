"""Cutting from the world what a map of some bounds needs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from mapgen.atlas import labels
from mapgen.atlas.basemap import Basemap, Bounds
from mapgen.atlas.topology import (
    BROAD,
    CLOSE,
    COARSE,
    FINE,
    KINDS,
    MIDDLE,
    UNITS_PER_DEGREE,
    world,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.atlas.topology import Rings, Topology

CREDIT = "Map: Natural Earth"
# Web Mercator's square ends here.
GREATEST_LATITUDE = 85.0511


@dataclass(frozen=True)
class Level:
    """A level of detail, and the maps for which it is meant."""

    number: int
    widest: float
    deepest: int
    last: int


# Parts of the bounds' width and height by which each zone reaches beyond them.
FINE_MARGIN, MIDDLE_MARGIN = 0.1, 0.4
# Bounds at most this wide are seen with much of what lies round them, which must not look hewn:
# zones of so many degrees beyond them.
NARROW = 12
NEAR_DEGREES, AROUND_DEGREES = 4, 20
# The levels, with the greatest extent of bounds in degrees that is worth one, the greatest zoom of
# the map from which it shows more than the next coarser one, and the zoom of the last lines that
# it has room for.
LEVELS = (
    Level(CLOSE, widest=6, deepest=9, last=99),
    Level(FINE, widest=30, deepest=7, last=99),
    Level(MIDDLE, widest=90, deepest=5, last=6),
    Level(BROAD, widest=360, deepest=0, last=4),
)
# Far away only what stands out already a zoom before the map's least, and at most this.
FAR_ZOOM = 2
FAR_KINDS = tuple(map(KINDS.index, ("coast", "border", "disputed", "shore", "river", "cut")))
# The level that no vertex has.
NEVER = COARSE + 1
# Units to which the vertices of each level are rounded, so that they take less room in a page. A
# vertex in which lines end is as exact as the finest of them, and what is tiny is not rounded.
GRAINS = np.array([1, 4, 16, 32, 64, 64], dtype=np.int32)
TINY_ZOOM = 8


def clip(bounds: Bounds, zooms: tuple[int, int] = (3, 11)) -> Basemap:
    """Return what a map of `bounds`, seen from the least to the greatest of `zooms`, needs.

    `bounds` are west, south, east, north in degrees; west > east means across the antimeridian.
    """
    topology = world()
    level = _levels(topology, bounds, zooms)
    wanted = _wanted(topology, level, _inside(bounds, zooms), zooms)
    head, tail = _ends(topology, wanted, level)
    land, lakes = (wanted[rings.unsigned[rings.start]] for rings in (topology.land, topology.lakes))
    return Basemap(
        bounds=bounds,
        units_per_degree=UNITS_PER_DEGREE,
        arcs=_arcs(topology, np.where(wanted, level, NEVER), head, tail),
        kinds=topology.kind[head],
        zooms=topology.zoom[head],
        land=_rings(topology.land, land, head),
        lakes=_rings(topology.lakes, lakes, head),
        lake_zooms=topology.lakes.zooms(topology.zoom)[lakes],
        labels=labels.within(bounds, zooms),
        credits=(CREDIT, labels.CREDIT),
    )


def _levels(topology: Topology, bounds: Bounds, zooms: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the level at which each arc is wanted: fine inside, coarse far away."""
    extent, inside = max(_extent(bounds)), _inside(bounds, zooms)
    level = np.full(len(topology.size), COARSE, dtype=np.uint8)
    if extent <= NARROW:
        level[_touches(topology.box, bounds, AROUND_DEGREES / extent)] = BROAD
        level[_touches(topology.box, bounds, NEAR_DEGREES / extent)] = MIDDLE
    level[_touches(topology.box, bounds, MIDDLE_MARGIN)] = max(inside, MIDDLE)
    level[_touches(topology.box, bounds, FINE_MARGIN)] = inside
    return level


def _inside(bounds: Bounds, zooms: tuple[int, int]) -> int:
    """Return the level that bounds of this extent, seen at these zooms, are worth."""
    extent = max(_extent(bounds))
    return next(
        level.number for level in LEVELS if extent <= level.widest and zooms[1] >= level.deepest
    )


def _extent(bounds: Bounds) -> tuple[float, float]:
    """Return how many degrees the bounds reach from west to east and from south to north."""
    west, south, east, north = bounds
    return (east - west if west <= east else east - west + 360), north - south


def _touches(box: NDArray[np.int32], bounds: Bounds, margin: float) -> NDArray[np.bool_]:
    """Return which boxes meet the bounds widened on each side by `margin` of their extent."""
    west, south, _, north = bounds
    width, height = _extent(bounds)
    low, high = south - margin * height, north + margin * height
    left, right = west - margin * width, west + (1 + margin) * width
    boxes = box / UNITS_PER_DEGREE
    across = np.zeros(len(boxes), dtype=bool)
    for turn in (-360, 0, 360):
        across |= (boxes[:, 2] + turn >= left) & (boxes[:, 0] + turn <= right)
    return across & (boxes[:, 3] >= low) & (boxes[:, 1] <= high)


def _wanted(
    topology: Topology,
    level: NDArray[np.uint8],
    inside: int,
    zooms: tuple[int, int],
) -> NDArray[np.bool_]:
    """Return which arcs are part of the map; of a chain or a ring either all are or none is."""
    last = np.array([*(min(one.last, zooms[1]) for one in LEVELS), -1])
    chief = np.isin(topology.kind, FAR_KINDS)
    near = (topology.zoom <= last[level]) & (chief | (level <= max(inside, MIDDLE)))
    least = np.clip(zooms[0] - 1, 0, FAR_ZOOM)
    far = (topology.zoom <= least) & chief
    wanted: NDArray[np.bool_] = near | far
    for rings in (topology.land, topology.lakes):
        ring = np.repeat(np.arange(len(rings.size)), rings.size)
        wanted[rings.unsigned] = _any_of(wanted[rings.unsigned], ring)
    return wanted


def _any_of(flags: NDArray[np.bool_], group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each flag whether any flag of its group is set."""
    counts = np.bincount(group, weights=flags)
    return np.asarray(counts[group] > 0)


def _ends(
    topology: Topology,
    wanted: NDArray[np.bool_],
    level: NDArray[np.uint8],
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return at which arcs wanted a line of the map begins, and at which one ends.

    A chain far away is one line; near the bounds each of its arcs is.
    """
    alone = _any_of(level < COARSE, topology.chain)
    turn = np.diff(topology.chain, prepend=-1, append=-1) != 0
    return wanted & (alone | turn[:-1]), wanted & (alone | turn[1:])


def _arcs(
    topology: Topology,
    level: NDArray[np.uint8],
    head: NDArray[np.bool_],
    tail: NDArray[np.bool_],
) -> tuple[NDArray[np.int32], ...]:
    """Return the vertices of each line that begins at a `head`, as many as its level has."""
    kept = topology.level >= np.repeat(level, topology.size)
    first = topology.start
    last = first + topology.size - 1
    kept[first] = head
    kept[last] |= tail
    grain = np.repeat(np.where(topology.zoom < TINY_ZOOM, GRAINS[level], 1), topology.size)
    ends = np.concatenate([first[head], last[tail]])
    grain[ends] = _shared(topology.xy[ends], grain[ends])
    xy = _rounded(topology.xy[kept], grain[kept, None])
    starts = np.cumsum(kept)[first[head]] - 1
    return tuple(np.split(xy, starts[1:]))


def _shared(xy: NDArray[np.int32], grain: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return for each vertex the finest grain of those that stand at the same place."""
    place = (xy[:, 0].astype(np.int64) << 32) + xy[:, 1]
    _, same = np.unique(place, return_inverse=True)
    finest = np.full(same.max(initial=0) + 1, GRAINS.max())
    np.minimum.at(finest, same, grain)
    return finest[same]


def _rounded(xy: NDArray[np.int32], grain: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the vertices on their grain, and as far north and south as Web Mercator reaches."""
    coarse = (xy + grain // 2) // grain * grain
    # The world's end stays where it is: 180 degrees is no multiple of every grain.
    edge = np.abs(xy[:, 0]) == 180 * UNITS_PER_DEGREE
    coarse[edge, 0] = xy[edge, 0]
    highest = int(GREATEST_LATITUDE * UNITS_PER_DEGREE)
    coarse[:, 1] = np.clip(coarse[:, 1], -highest, highest)
    coarse.setflags(write=False)
    return coarse


def _rings(
    rings: Rings,
    chosen: NDArray[np.bool_],
    head: NDArray[np.bool_],
) -> tuple[tuple[int, ...], ...]:
    """Return the chosen rings as lines of the map: each is named once, where it begins."""
    of_ring = np.repeat(np.arange(len(chosen)), rings.size)
    named = np.repeat(chosen, rings.size) & head[rings.unsigned]
    number = np.cumsum(head) - 1
    line = number[rings.unsigned[named]]
    signed = np.where(rings.arcs[named] < 0, ~line, line).tolist()
    size = np.bincount(of_ring[named], minlength=len(chosen))[chosen]
    return tuple(tuple(signed[a:b]) for a, b in pairwise([0, *np.cumsum(size).tolist()]))
