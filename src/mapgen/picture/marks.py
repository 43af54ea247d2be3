"""From events to marks: events that would overlap share one; as `browser/src/layers/marks.ts`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Grid = dict[tuple[int, int], list["_Host"]]

SINGLE_PX = 6.0
SHARED_PX = 8.0
LARGEST_PX = 20.0
OVERLAP = 0.9
# With more places than this, those in one cell of so many pixels are taken together beforehand:
# nearly all of them would share a mark, and finding each its host would take minutes.
MANY = 10_000
CELL_PX = 4.0


@dataclass(frozen=True, eq=False)
class Mark:
    """One mark of one or more events.

    Attributes:
        x: Mercator, on the unit square.
        y: Mercator, on the unit square, southwards.
        radius: pixels.
        rows: numbers of its events, in the order of the data.
    """

    x: float
    y: float
    radius: float
    rows: NDArray[np.intp]


@dataclass
class _Host:
    """A place that has a mark, with the number of events that the mark has so far."""

    number: int
    x: float
    y: float
    events: int


def mark_radius(events: int) -> float:
    """Return the radius in pixels of a mark of so many events."""
    if events == 1:
        return SINGLE_PX
    return min(LARGEST_PX, SHARED_PX + 1.6 * math.sqrt(events - 1))


def gather(xy: NDArray[np.float64], world: float) -> tuple[Mark, ...]:
    """Return the marks of points (n, 2) on the unit square, for a world of so many pixels.

    A row of NaN has no mark. The fullest place comes first and takes in the places its mark covers.
    """
    rows = np.flatnonzero(~np.isnan(xy[:, 0]))
    if not len(rows):
        return ()
    first, place = _distinct(xy[rows])
    if len(first) > MANY:
        first, place = _distinct(np.floor(xy[rows] * (world / CELL_PX)))
    counts = np.bincount(place)
    hosts, host_of = _hosts(xy[rows[first]], counts, world)
    of_event = host_of[place]
    order = np.argsort(of_event, kind="stable")
    groups = np.split(rows[order], np.cumsum(np.bincount(of_event))[:-1])
    return tuple(
        Mark(host.x, host.y, mark_radius(host.events), group)
        for host, group in zip(hosts, groups, strict=True)
    )


def _distinct(values: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each distinct row first occurs, in that order, and for each row its number."""
    frame = pd.DataFrame(values)
    number = frame.groupby([0, 1], sort=False).ngroup().to_numpy().astype(np.intp)
    return np.flatnonzero(~frame.duplicated().to_numpy()), number


def _hosts(
    xy: NDArray[np.float64],
    counts: NDArray[np.intp],
    world: float,
) -> tuple[list[_Host], NDArray[np.intp]]:
    """Return the places that have marks, fullest first, and the number of each place's host."""
    cell = 2 * LARGEST_PX / world
    grid: Grid = {}
    hosts: list[_Host] = []
    host_of = np.zeros(len(counts), dtype=np.intp)
    for place in np.argsort(-counts, kind="stable").tolist():
        x, y, events = float(xy[place, 0]), float(xy[place, 1]), int(counts[place])
        at = (math.floor(x / cell), math.floor(y / cell))
        host = _covering((x, y), events, grid, at, world)
        if host is None:
            host = _Host(len(hosts), x, y, 0)
            hosts.append(host)
            grid.setdefault(at, []).append(host)
        host.events += events
        host_of[place] = host.number
    return hosts, host_of


def _covering(
    xy: tuple[float, float],
    events: int,
    grid: Grid,
    at: tuple[int, int],
    world: float,
) -> _Host | None:
    """Return the first host whose mark covers that of a place of so many events, or None."""
    own = mark_radius(events)
    for column in range(at[0] - 1, at[0] + 2):
        for line in range(at[1] - 1, at[1] + 2):
            for host in grid.get((column, line), ()):
                apart = math.hypot(host.x - xy[0], host.y - xy[1]) * world
                if apart < (mark_radius(host.events) + own) * OVERLAP:
                    return host
    return None
