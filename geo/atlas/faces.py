"""The plane cut into faces: provinces that share their edges, without gap or overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from provinces import UNITS_PER_DEGREE, TableError, in_units

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

# The world ends at the antimeridian and at the pole. What lies beyond is a face like any other, so
# that an edge between a province and this face is known to be no coast.
EDGE = np.array([180, 90]) * UNITS_PER_DEGREE
BEYOND = "beyond"
# The source leaves slivers between neighbours; a larger hole is water.
SLIVER = 0.001 * UNITS_PER_DEGREE**2


def cover(provinces: pd.DataFrame, splits: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the provinces with their geometry as faces of one plane, and the world's end.

    Every edge is shared by exactly the two faces at its sides. `splits` are the features of
    `splits.geojson`; each makes one row more. The last row, `BEYOND`, is what is no world.
    """
    faces = _faces(provinces["geometry"].to_numpy(), splits)
    owner = _owners(faces, provinces["geometry"].to_numpy())
    rows = provinces.copy()
    for split in splits:
        rows, owner = _divide(rows, owner, faces, split["properties"])
    owner = _fill_slivers(faces, owner)
    beyond = np.abs(shapely.get_coordinates(shapely.centroid(faces))) > EDGE
    owner[beyond.any(axis=1)] = len(rows)
    rows.loc[len(rows)] = dict.fromkeys(rows.columns, BEYOND)
    rows["geometry"] = [
        shapely.normalize(shapely.coverage_union_all(faces[owner == number]))
        for number in range(len(rows))
    ]
    return rows


def _faces(geometry: NDArray[np.object_], splits: list[dict[str, Any]]) -> NDArray[np.object_]:
    """Return the polygons into which all edges together cut the plane."""
    x, y = EDGE
    strip = UNITS_PER_DEGREE
    world_end = [
        shapely.box(x, -y, x + strip, y),
        shapely.box(-x - strip, -y, -x, y),
        shapely.box(-x - strip, -y - strip, x + strip, -y),
    ]
    cuts = [
        in_units(shapely.LineString(split["geometry"]["coordinates"]))
        for split in splits
        if split["geometry"]
    ]
    edges = np.concatenate([shapely.boundary(geometry), shapely.boundary(world_end), cuts])
    noded = shapely.unary_union(shapely.get_parts(edges), grid_size=1)
    polygons: NDArray[np.object_] = shapely.get_parts(
        shapely.polygonize(shapely.get_parts(noded)),
    )
    return polygons


def _owners(faces: NDArray[np.object_], geometry: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return for each face the number of the province in which it lies, -1 for none."""
    tree = shapely.STRtree(shapely.make_valid(geometry))
    face, province = tree.query(shapely.point_on_surface(faces), predicate="within")
    owner = np.full(len(faces), -1)
    owner[face] = province
    return owner


def _divide(
    rows: pd.DataFrame,
    owner: NDArray[np.int64],
    faces: NDArray[np.object_],
    properties: dict[str, Any],
) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Return rows and owners with the face around the point `inside` as a unit of its own."""
    point = shapely.Point(np.array(properties["inside"]) * UNITS_PER_DEGREE)
    here = shapely.contains(faces, point)
    before = (
        {-1}
        if properties["part_of"] is None
        else set(
            np.flatnonzero(rows["unit"] == properties["part_of"]).tolist(),
        )
    )
    if set(owner[here].tolist()) != before:
        raise TableError(
            f"splits.geojson, {properties['unit']}: the point {properties['inside']} "
            f"does not lie in {properties['part_of']}.",
        )
    row = {column: properties.get(column, "") for column in rows.columns}
    row["unit0"] = properties["unit"]
    rows.loc[len(rows)] = row
    return rows, np.where(here, len(rows) - 1, owner)


def _fill_slivers(faces: NDArray[np.object_], owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the owners with each small hole given to the neighbour of its longest edge."""
    filled = owner.copy()
    tree = shapely.STRtree(faces)
    for hole in np.flatnonzero((owner < 0) & (shapely.area(faces) < SLIVER)):
        near = tree.query(faces[hole], predicate="intersects")
        near = near[owner[near] >= 0]
        if near.size:
            shared = shapely.length(shapely.intersection(faces[hole], faces[near]))
            filled[hole] = owner[near[np.argmax(shared)]]
    return filled
