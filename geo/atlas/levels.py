"""Which vertices a coarser map can do without, so that no two lines cross for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from provinces import UNITS_PER_DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Degrees: a vertex goes when the triangle it makes with its neighbours is smaller than the square
# of this. Close is all that the source has, fine as good as it is (about a kilometre), middle what
# zoom 6 shows, broad zoom 4, coarse zoom 3.
TOLERANCES = (0.003, 0.0075, 0.04, 0.15, 0.5)
CLOSE, FINE, MIDDLE, BROAD, COARSE = range(len(TOLERANCES))


def simplify(
    coverage: NDArray[np.object_],
    group: NDArray[np.int64],
) -> list[NDArray[np.object_]]:
    """Return the coverage, in units, at each level; each has a part of the former's vertices.

    At the coarse level the faces of one `group` (a number for each face) are one, so that a coast
    need not bend where two provinces meet.
    """
    levels = [coverage]
    for tolerance in TOLERANCES[:COARSE]:
        levels.append(shapely.coverage_simplify(levels[-1], tolerance * UNITS_PER_DEGREE))
    whole = [shapely.coverage_union_all(levels[-1][group == one]) for one in np.unique(group)]
    coarse = shapely.coverage_simplify(np.array(whole), TOLERANCES[COARSE] * UNITS_PER_DEGREE)
    return [*levels[1:], coarse]


def coarsest(levels: list[NDArray[np.object_]]) -> dict[int, int]:
    """Return the coarsest level at which each vertex key is still there."""
    level_of: dict[int, int] = {}
    for level, faces in enumerate(levels):
        level_of.update(dict.fromkeys(keys(shapely.get_coordinates(faces)).tolist(), level))
    return level_of


def keys(xy: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return one integer for each vertex (n, 2) in units, equal where the vertices are equal."""
    whole = np.rint(xy).astype(np.int64)
    return (whole[:, 0] << 32) + whole[:, 1]


def vertex(key: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the vertices (n, 2) of `keys`."""
    y = ((key + 2**31) & 0xFFFFFFFF) - 2**31
    return np.column_stack([(key - y) >> 32, y])
