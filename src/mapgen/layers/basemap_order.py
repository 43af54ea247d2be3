"""The same basemap with its arcs in the order and direction in which its rings use them.

An arc then mostly begins where the one before it ends, and a ring's arcs are numbered one after
the other: steps of nought and one, which pack to almost nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from mapgen.atlas import Basemap


@dataclass
class _Walk:
    """Arcs met so far: `order` has them signed as they were met, `place` where each stands."""

    order: list[int] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)

    def has(self, signed: int) -> bool:
        """Return whether the arc was met, in whichever direction."""
        return max(signed, ~signed) in self.place

    def meet(self, signed: int) -> int:
        """Return the new number of a signed arc, with the sign it has there."""
        arc = max(signed, ~signed)
        if arc not in self.place:
            self.place[arc] = len(self.order)
            self.order.append(signed)
        new = self.place[arc]
        return new if self.order[new] == signed else ~new


def in_ring_order(basemap: Basemap) -> Basemap:
    """Return the basemap with arcs renumbered, and turned round where their first ring does."""
    walk = _Walk()
    land = tuple(tuple(map(walk.meet, ring)) for ring in basemap.land)
    lakes = tuple(tuple(map(walk.meet, ring)) for ring in basemap.lakes)
    for signed in _chained(basemap, walk):
        walk.meet(signed)
    order = np.array([max(signed, ~signed) for signed in walk.order], dtype=np.int64)
    return replace(
        basemap,
        arcs=tuple(_run(basemap, signed) for signed in walk.order),
        kinds=basemap.kinds[order],
        zooms=basemap.zooms[order],
        land=land,
        lakes=lakes,
    )


def _chained(basemap: Basemap, walk: _Walk) -> Iterator[int]:
    """Yield the arcs not met yet, signed, each going on from the one before where one does."""
    leaving: dict[bytes, list[int]] = {}
    rest = [arc for arc in range(len(basemap.arcs)) if not walk.has(arc)]
    for arc in rest:
        for signed in (arc, ~arc):
            leaving.setdefault(_run(basemap, signed)[0].tobytes(), []).append(signed)
    for first in rest:
        following: int | None = first
        while following is not None and not walk.has(following):
            yield following
            node = _run(basemap, following)[-1].tobytes()
            following = next((one for one in leaving[node] if not walk.has(one)), None)


def _run(basemap: Basemap, signed: int) -> NDArray[np.int32]:
    """Return the vertices of a signed arc in its direction."""
    return basemap.arcs[signed] if signed >= 0 else basemap.arcs[~signed][::-1]
