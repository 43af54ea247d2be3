"""The door to the atlas' vectors: the topology of the world as it lies in the package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.atlas.columns import unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNITS_PER_DEGREE = 2000
KINDS = ("coast", "border", "disputed", "province", "shore", "river", "cut")
CLOSE, FINE, MIDDLE, BROAD, COARSE = range(5)


@dataclass(frozen=True, eq=False)
class Rings:
    """Closed rings of signed arcs, one after the other; `~i` is arc i run backwards."""

    size: NDArray[np.int64]
    arcs: NDArray[np.int32]

    @property
    def start(self) -> NDArray[np.int64]:
        """The place of each ring's first arc in `arcs`."""
        return np.cumsum(self.size) - self.size

    @property
    def unsigned(self) -> NDArray[np.int32]:
        """The arcs without the sign of their direction."""
        return np.where(self.arcs < 0, ~self.arcs, self.arcs)

    def zooms(self, arc_zooms: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the least zoom of each ring, which all its arcs have."""
        return arc_zooms[self.unsigned[self.start]]


@dataclass(frozen=True, eq=False)
class Topology:
    """Every arc of the world at the finest level, with what each is and what it bounds.

    `xy` holds all vertices (n, 2) in units of 1/2000 degree, arc after arc; `level` the coarsest
    level at which a vertex is still there; `size` the vertices of each arc; `box` (arcs, 4) its
    west, south, east, north; `left` and `right` the provinces at its sides, -1 for none. `chain`
    has the number of each arc's chain: the arcs of a chain stand one after the other, each begins
    where the last ends, and far away they are drawn as one.
    """

    xy: NDArray[np.int32]
    level: NDArray[np.uint8]
    size: NDArray[np.int64]
    box: NDArray[np.int32]
    kind: NDArray[np.uint8]
    zoom: NDArray[np.uint8]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    chain: NDArray[np.int64]
    land: Rings
    lakes: Rings

    @property
    def start(self) -> NDArray[np.int64]:
        """The place of each arc's first vertex in `xy`."""
        return np.cumsum(self.size) - self.size


@cache
def world() -> Topology:
    """Return the topology of the world, read once."""
    data = (files("mapgen.atlas") / "vectors.bin").read_bytes()
    column = unpack(data)
    xy = np.column_stack([column["x"], column["y"]])
    size = column["size"].astype(np.int64)
    start = np.cumsum(size) - size
    box = np.hstack([np.minimum.reduceat(xy, start), np.maximum.reduceat(xy, start)])
    return Topology(
        xy=xy,
        level=column["level"],
        size=size,
        box=box,
        kind=column["kind"],
        zoom=column["zoom"],
        left=column["left"],
        right=column["right"],
        chain=np.repeat(np.arange(len(column["chain"])), column["chain"]),
        land=_rings(column, "land"),
        lakes=_rings(column, "lake"),
    )


def _rings(column: dict[str, NDArray[Any]], name: str) -> Rings:
    """Return the rings whose columns begin with `name`."""
    return Rings(column[f"{name}_size"].astype(np.int64), column[f"{name}_arc"])
