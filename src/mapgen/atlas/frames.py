"""Provinces and countries of the atlas as frames, for joining data to them by code or by place."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from mapgen.atlas.topology import UNITS_PER_DEGREE, world

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS = ("iso_3166_2", "name", "country", "country_name")


def provinces(country: str | None = None) -> gpd.GeoDataFrame:
    """Return the provinces of the world, or of one `country` (ISO 3166-1 alpha-2).

    Columns: `iso_3166_2` (empty where a province has no code), `name` in English, `country`
    (alpha-2, empty where no state's claim is undisputed) and `geometry` in degrees (EPSG:4326).
    """
    table = _table()
    chosen = np.ones(len(table), dtype=bool) if country is None else table["country"] == country
    face = np.flatnonzero(chosen)
    frame = table.loc[face, list(COLUMNS[:3])].reset_index(drop=True)
    return gpd.GeoDataFrame(frame, geometry=_shapes(np.arange(len(table)), face), crs="EPSG:4326")


def countries() -> gpd.GeoDataFrame:
    """Return the countries and territories of the world, each the union of its provinces.

    Columns: `country` (ISO 3166-1 alpha-2), `name` in English and `geometry` in degrees
    (EPSG:4326). Pieces of land that no state holds undisputed are in no country.
    """
    table = _table()
    number, code = pd.factorize(table["country"], sort=True)
    firsts = table.drop_duplicates("country").set_index("country")["country_name"]
    shapes = _shapes(number, np.arange(len(code)))
    frame = pd.DataFrame({"country": code, "name": firsts[code].to_numpy()})
    whole = gpd.GeoDataFrame(frame, geometry=shapes, crs="EPSG:4326")
    return whole[whole["country"] != ""].reset_index(drop=True)


def _table() -> pd.DataFrame:
    """Return the names of the provinces, one row a face of the topology."""
    text = (files("mapgen.atlas") / "provinces.json").read_text(encoding="utf-8")
    return pd.DataFrame(json.loads(text), columns=list(COLUMNS))


def _shapes(group: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.object_]:
    """Return the area of each of the groups `wanted`; `group` has the group of each face."""
    topology = world()
    # The last two serve the numbers -1, which is nothing, and of the face beyond the world's end.
    of_face = np.append(group, [-1, -1])
    sides = of_face[np.column_stack([topology.left, topology.right])]
    edge = sides[:, 0] != sides[:, 1]
    arc = np.tile(np.flatnonzero(edge), 2)
    side = sides[edge].T.ravel()
    order = np.argsort(side, kind="stable")
    arc, side = arc[order], side[order]
    keep = np.isin(side, wanted)
    arc, side = arc[keep], np.searchsorted(wanted, side[keep])
    index = np.repeat(np.arange(len(arc)), topology.size[arc])
    first = np.repeat(topology.start[arc] - _starts(topology.size[arc]), topology.size[arc])
    xy = topology.xy[first + np.arange(len(index))] / UNITS_PER_DEGREE
    lines = np.asarray(shapely.linestrings(xy, indices=index))
    return np.asarray(shapely.build_area(shapely.multilinestrings(lines, indices=side)))


def _starts(size: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the place at which each run starts when runs of these sizes follow each other."""
    return np.cumsum(size) - size
