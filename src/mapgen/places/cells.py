"""Places as cells of a grid on the Mercator square, numbered along Morton's curve.

Two events are at one place when their points lie in one cell: about nine metres at the equator,
less elsewhere. Along the curve the cells of any square of the grid, at any zoom, are neighbours.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

BITS = 22
"""The grid has 2**22 cells on each side."""
# Where Web Mercator's square ends (EPSG:3857).
GREATEST_LATITUDE = 85.0511287798

Keys = npt.NDArray[np.uint64]

# Bits of a number are moved apart in steps, each half as far as the one before (Morton 1966).
_APART = (
    (16, np.uint64(0x0000FFFF0000FFFF)),
    (8, np.uint64(0x00FF00FF00FF00FF)),
    (4, np.uint64(0x0F0F0F0F0F0F0F0F)),
    (2, np.uint64(0x3333333333333333)),
    (1, np.uint64(0x5555555555555555)),
)


@dataclass(frozen=True, eq=False)
class Cells:
    """Where events are.

    Attributes:
        keys: Morton codes of the distinct places (P,), ascending: bit 2i is bit i of the column,
            bit 2i+1 is bit i of the row, counted from the north.
        place: number of each event's place (n,), -1 without a point.
    """

    keys: Keys
    place: npt.NDArray[np.intp]


def cells(geometry: npt.NDArray[np.object_]) -> Cells:
    """Return the places of shapely geometries; only points have one."""
    pointed = shapely.get_type_id(geometry) == shapely.GeometryType.POINT
    found = geometry if pointed.all() else geometry[pointed]
    keys, numbers = np.unique(
        _keys(shapely.get_x(found), shapely.get_y(found)), return_inverse=True
    )
    place = np.full(len(geometry), -1, dtype=np.intp)
    place[pointed] = numbers
    return Cells(keys, place)


def middles(keys: Keys) -> npt.NDArray[np.float64]:
    """Return Mercator's x and y of the middles of cells (P, 2), from 0 to 1, y southwards."""
    sides = [_together(keys), _together(keys >> np.uint64(1))]
    return (np.column_stack(sides).astype(np.float64) + 0.5) / 2.0**BITS


def latitude(y: float) -> float:
    """Return the degrees north of Mercator's y."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def _keys(lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]) -> Keys:
    sine = np.sin(np.radians(np.clip(lat, -GREATEST_LATITUDE, GREATEST_LATITUDE)))
    y = 0.5 - np.arctanh(sine) / (2 * math.pi)
    return _apart(_cell(lon / 360 + 0.5)) | _apart(_cell(y)) << np.uint64(1)


def _cell(side: npt.NDArray[np.float64]) -> Keys:
    return np.clip(np.floor(side * 2.0**BITS), 0, 2**BITS - 1).astype(np.uint64)


def _apart(numbers: Keys) -> Keys:
    """Return numbers with a zero between each two of their bits."""
    found = numbers
    for steps, mask in _APART:
        found = (found | found << np.uint64(steps)) & mask
    return found


def _together(numbers: Keys) -> Keys:
    """Return the even bits of numbers, side by side."""
    found = numbers & _APART[-1][1]
    masks = [mask for _, mask in _APART[-2::-1]] + [np.uint64(0xFFFFFFFF)]
    for (steps, _), mask in zip(reversed(_APART), masks, strict=True):
        found = (found | found >> np.uint64(steps)) & mask
    return found
