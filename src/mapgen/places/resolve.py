"""From what is known about a place to what may be drawn: a point, a ring, an area, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import geopandas
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapgen.errors import Fault
from mapgen.places.names import by_name, named_by

POINT, RING, AREA, UNPLACED = range(4)
PLACEMENTS = ("point", "ring", "area", "unplaced")
SHARP_KM = 2.0
"""Up to this radius a point may be drawn as a point."""
NEAR, PROVINCE = 2, 3
"""ACLED's geo_precision: near or part of an area; province or wider."""


@dataclass(frozen=True)
class Placed:
    """Events with their place resolved.

    Attributes:
        events: the events with two more columns: `placement` (point, ring, area or unplaced; a
            ring whose `uncertainty_km` is null claims no radius) and `area`, the id of the region
            whose geometry it took.
        warnings: areas that events name and no region is.
    """

    events: geopandas.GeoDataFrame
    warnings: tuple[Fault, ...]


def resolve(events: geopandas.GeoDataFrame, regions: geopandas.GeoDataFrame) -> Placed:
    """Return events placed by what is known about them.

    A point is a point when its radius is at most 2 km, or is not told and nothing says that it
    stands for an area; else a ring. A record about a province (geo_precision 3), or without
    geometry, is drawn as the region that its location, admin2 or admin1 names; else it is
    unplaced. An event whose geometry is an area keeps it.

    Args:
        events: checked events.
        regions: checked regions.
    """
    precision = events["geo_precision"].to_numpy(dtype=np.int8, na_value=0)
    kinds = shapely.get_type_id(events.geometry.to_numpy())
    outlined = kinds > shapely.GeometryType.POINT
    pointed = (kinds == shapely.GeometryType.POINT) & (precision != PROVINCE)
    radius = events["uncertainty_km"].to_numpy(dtype=np.float64)
    vague = (radius > SHARP_KM) | (np.isnan(radius) & (precision == NEAR))
    area = _named_area(events, regions, ~pointed & ~outlined)
    named = area.codes >= 0
    placement = np.select(
        [pointed & ~vague, pointed & vague, outlined | named], [POINT, RING, AREA], UNPLACED
    ).astype(np.int8)
    result = events.assign(
        placement=pd.Categorical.from_codes(placement, categories=pd.Index(PLACEMENTS)), area=area
    )
    if named.any() or not (pointed | outlined).all():
        result = result.set_geometry(_shapes(events, regions, pointed | outlined, area))
    lost = (placement == UNPLACED) & (precision == PROVINCE)
    return Placed(result, tuple(_missing(events, lost)))


def _shapes(
    events: geopandas.GeoDataFrame,
    regions: geopandas.GeoDataFrame,
    own: npt.NDArray[np.bool_],
    area: pd.Categorical,
) -> geopandas.GeoSeries:
    """Return what events are drawn as: their own geometry, or that of the area they name."""
    shapes = np.array(events.geometry, dtype=object)
    shapes[~own] = None
    named = area.codes >= 0
    shapes[named] = regions.geometry.to_numpy()[area.codes[named]]
    return geopandas.GeoSeries(shapes, index=events.index, crs=events.crs)


def _named_area(
    events: geopandas.GeoDataFrame, regions: geopandas.GeoDataFrame, asked: npt.NDArray[np.bool_]
) -> pd.Categorical:
    """Return the id of the region that an event's words name, the narrowest word first."""
    known = by_name(regions)
    found = np.full(len(events), -1, dtype=np.int64)
    if known and asked.any():
        some = events[asked]
        area = pd.Series(None, index=some.index, dtype=object)
        for column in ("location", "admin2", "admin1"):
            area = area.where(area.notna(), named_by(some[column], known))
        # There is a Punjab in India and one in Pakistan.
        at_home = dict(zip(regions["id"], regions["country"].astype(object), strict=True))
        home, country = area.map(at_home), some["country"].astype(object)
        area = area.mask(home.notna() & country.notna() & (home != country), None)
        found[asked] = pd.Index(regions["id"]).get_indexer(area)
    return pd.Categorical.from_codes(found, categories=pd.Index(regions["id"]))


def _missing(events: geopandas.GeoDataFrame, lost: npt.NDArray[np.bool_]) -> Iterator[Fault]:
    """Yield one warning for each area that is named and not there."""
    named = events.loc[lost, ["file", "id", "admin1"]]
    for (file, word), group in named.groupby(["file", "admin1"], observed=True, sort=False):
        more = f" and {len(group) - 1:,} more" if len(group) > 1 else ""
        problem = f'"{word}" is no region, so the event{more} stays unplaced; add it to the regions'
        yield Fault(str(file), str(group["id"].iloc[0]), "admin1", problem)
    for file, group in named[named["admin1"].isna()].groupby("file", observed=True, sort=False):
        problem = (
            f"is missing in {len(group):,} events about a province or wider; they stay unplaced"
        )
        yield Fault(str(file), str(group["id"].iloc[0]), "admin1", problem)
