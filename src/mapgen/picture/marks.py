"""From events to marks; as `browser/src/layers/marks.ts`.

Of few places those whose marks would overlap share one; of many, those that share a bin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.picture.bins import Bins, bins, single_places
from mapgen.picture.style import style
from mapgen.picture.view import TILE_PX

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.places import Cells

    Grid = dict[tuple[int, int], list["_Host"]]

SINGLE_PX = 6.0
SHARED_PX = 8.0
LARGEST_PX = 20.0
OVERLAP = 0.9
FEW_PLACES = 5000
"""Up to so many places their marks are merged until none lies on another."""
SHARE_PX = 2.5
"""Width of the ring that shows the share of each type."""
DIGIT_PX, LARGE_DIGIT_PX = 6.4, 8.6
"""Of a small number; of a larger one, in a system's widest letters."""
SMALLEST_PX, WIDEST_PX, STEEPEST_PX = 2.0, 24.0, 1.5
ROOMY = 4
"""With fewer bins than this to a block of the screen there is room for marks as of few places."""


@dataclass(frozen=True, eq=False)
class Mark:
    """One mark of one or more events.

    Attributes:
        x: Mercator, on the unit square.
        y: Mercator, on the unit square, southwards.
        radius: pixels.
        rows: numbers of its events, in packed order.
    """

    x: float
    y: float
    radius: float
    rows: NDArray[np.intp]

    @property
    def ring_px(self) -> float:
        """The radius of the ring in which it stands when no event of it is at a known place."""
        look = style()["marks"]
        if len(self.rows) == 1:
            return self.radius * float(look["around"])
        return self.radius + float(look["gap"])

    @property
    def number_px(self) -> float:
        """How far the number of its events reaches from its middle; 0 where it tells none."""
        if len(self.rows) == 1 or not self.fits(DIGIT_PX):
            return 0
        return min(self.radius, len(str(len(self.rows))) * LARGE_DIGIT_PX / 2)

    def fits(self, digit_px: float) -> bool:
        """Return whether there is room for the number of its events in digits of this width."""
        return len(str(len(self.rows))) * digit_px + 2 < 2 * (self.radius - SHARE_PX)


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


def gather(cells: Cells, zoom: float) -> tuple[Mark, ...]:
    """Return the marks of events at a zoom, the fullest first; without a point there is none."""
    rows = np.flatnonzero(cells.place >= 0)
    if not len(rows):
        return ()
    place = cells.place[rows]
    if len(cells.keys) > FEW_PLACES:
        return _binned(bins(cells.keys, zoom), rows, place)
    return _merged(single_places(cells.keys), rows, place, TILE_PX * 2**zoom)


def _binned(found: Bins, rows: NDArray[np.intp], place: NDArray[np.intp]) -> tuple[Mark, ...]:
    """Return a mark for each bin."""
    of_event = found.of[place]
    counts = np.bincount(of_event)
    radii, groups = _radii(found.crowd, counts).tolist(), _groups(rows, of_event)
    x, y = found.xy.T.tolist()
    order = np.argsort(-counts, kind="stable").tolist()
    return tuple(Mark(x[bin_], y[bin_], radii[bin_], groups[bin_]) for bin_ in order)


def _radii(crowd: float, counts: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the radius of each bin's mark, by the fullest bin and how they crowd."""
    if crowd < ROOMY:
        return np.array([mark_radius(count) for count in counts.tolist()])
    least = max(SMALLEST_PX, SINGLE_PX / math.sqrt(crowd))
    step = min(STEEPEST_PX, WIDEST_PX / math.sqrt(counts.max()))
    return np.maximum(least, step * np.sqrt(counts))


def _merged(
    places: Bins, rows: NDArray[np.intp], place: NDArray[np.intp], world: float
) -> tuple[Mark, ...]:
    """Return marks of which none lies on another.

    The fullest place comes first and takes in the places that its mark covers.
    """
    hosts, host_of = _hosts(places.xy, np.bincount(place), world)
    groups = _groups(rows, host_of[place])
    return tuple(
        Mark(host.x, host.y, mark_radius(host.events), group)
        for host, group in zip(hosts, groups, strict=True)
    )


def _groups(rows: NDArray[np.intp], of: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Return the rows of each group in their order."""
    order = np.argsort(of, kind="stable")
    return np.split(rows[order], np.cumsum(np.bincount(of))[:-1])


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
