"""What a map needs of the world: lines, land, lakes and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mapgen.atlas.labels import Label

# West, south, east, north in degrees; west > east means across the antimeridian.
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Basemap:
    """The part of the world that a map of `bounds` shows: fine inside, coarse around.

    `arcs` are runs (n, 2) of longitude and latitude in units of 1 / `units_per_degree` degree,
    longitudes from -180 to 180, latitudes as far as Web Mercator reaches. `kinds` has the place of
    each arc's kind in `KINDS`, `zooms` the least zoom at which it is drawn; a `cut` is where the
    world ends at the antimeridian and is never drawn. `land` and `lakes` are closed rings of signed
    arcs (`~i` is arc i run backwards), to be filled by the even-odd rule; `lake_zooms` has the
    least zoom of each lake. `credits` are the words that a page with this map must carry.
    """

    bounds: Bounds
    units_per_degree: int
    arcs: tuple[NDArray[np.int32], ...]
    kinds: NDArray[np.uint8]
    zooms: NDArray[np.uint8]
    land: tuple[tuple[int, ...], ...]
    lakes: tuple[tuple[int, ...], ...]
    lake_zooms: NDArray[np.uint8]
    labels: tuple[Label, ...]
    credits: tuple[str, ...]
