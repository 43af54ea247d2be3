"""Bins of a crowd: places that share a cell of the screen's grid; as `browser/src/layers/bins.ts`.

Places come in Morton order, so that a bin is a run of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.places import BITS, middles

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Sides of 8 pixels at a whole zoom, and of the block in which crowding is counted.
CELL_LOG2, BLOCK_LOG2, TILE_LOG2 = 3, 6, 8


@dataclass(frozen=True, eq=False)
class Bins:
    """The bins of places at a zoom.

    Attributes:
        of: number of each place's bin.
        xy: mean position (n, 2) of the places in each bin, on the unit square.
        crowd: how many bins there are to a block of 64 pixels that has any.
    """

    of: NDArray[np.intp]
    xy: NDArray[np.float64]
    crowd: float


def single_places(keys: NDArray[np.uint64]) -> Bins:
    """Return bins of one place each."""
    return Bins(np.arange(len(keys)), middles(keys), 1)


def bins(keys: NDArray[np.uint64], zoom: float) -> Bins:
    """Return the bins at a zoom of places by their Morton codes, ascending."""
    shift = max(0, BITS - TILE_LOG2 - math.floor(zoom) + CELL_LOG2)
    first, of = _runs(keys, shift)
    blocks, _ = _runs(keys, shift + BLOCK_LOG2 - CELL_LOG2)
    sums = np.add.reduceat(middles(keys), first, axis=0)
    return Bins(of, sums / np.bincount(of)[:, None], len(first) / len(blocks))


def _runs(keys: NDArray[np.uint64], shift: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each run of equal squares begins, and the number of each key's run."""
    square = keys >> np.uint64(2 * shift)
    begins = np.ones(len(keys), dtype=bool)
    begins[1:] = square[1:] != square[:-1]
    return np.flatnonzero(begins), np.cumsum(begins) - 1
