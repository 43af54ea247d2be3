"""The arcs of a basemap in the pixels of a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.atlas import KINDS
from mapgen.picture.path import seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from mapgen.atlas import Basemap
    from mapgen.picture.path import Points
    from mapgen.picture.view import View

CUT = KINDS.index("cut")


@dataclass(frozen=True, eq=False)
class Arcs:
    """The arcs of a basemap, which its lines and rings are made of.

    Attributes:
        pixels: of each arc.
        kinds: of each arc, its place in `KINDS`.
        zooms: of each arc, the least zoom at which it is drawn.
    """

    pixels: list[Points]
    kinds: NDArray[np.uint8]
    zooms: NDArray[np.uint8]

    def ring(self, signed: Iterable[int]) -> Points:
        """Return the vertices of a closed ring of signed arcs."""
        parts = [self.pixels[~a][::-1] if a < 0 else self.pixels[a] for a in signed]
        return np.concatenate([part[:-1] for part in parts] + [parts[-1][-1:]])

    def lines(self, kind: str, zoom: float) -> list[Points]:
        """Return the arcs of a kind that are drawn at a zoom."""
        chosen = (self.kinds == KINDS.index(kind)) & (self.zooms <= zoom)
        return [self.pixels[i] for i in np.flatnonzero(chosen).tolist()]

    def cuts(self, view: View) -> frozenset[int]:
        """Return the numbers of the cuts that the view shows: where rings have no coast."""
        numbers = np.flatnonzero(self.kinds == CUT).tolist()
        return frozenset(i for i in numbers if list(seen([self.pixels[i]], view)))

    def coast(self, signed: Iterable[int]) -> list[Points]:
        """Return the arcs of a ring but for its cuts."""
        numbers = (number_of(a) for a in signed)
        return [self.pixels[i] for i in numbers if self.kinds[i] != CUT]


def number_of(signed: int) -> int:
    """Return the number of a signed arc."""
    return ~signed if signed < 0 else signed


def projected(basemap: Basemap, view: View) -> Arcs:
    """Return the arcs of a basemap in a view, projected all at once."""
    ends = np.cumsum([len(arc) for arc in basemap.arcs])[:-1]
    together = np.concatenate(basemap.arcs) / basemap.units_per_degree
    return Arcs(np.split(view.pixels(together), ends), basemap.kinds, basemap.zooms)
