"""Which events a layer shows: by type, by region, by period."""

from __future__ import annotations

from datetime import date

import geopandas
import numpy as np
import numpy.typing as npt
import shapely

from mapgen.places.names import by_name, named_by
from mapgen.project import EventFilter

EPOCH = date(1970, 1, 1)

Mask = npt.NDArray[np.bool_]


def select(
    events: geopandas.GeoDataFrame, chosen: EventFilter, regions: geopandas.GeoDataFrame
) -> geopandas.GeoDataFrame:
    """Return the events that a filter asks for, in their order.

    Args:
        events: resolved events.
        chosen: the filter; its region must be one of the regions.
        regions: checked regions.
    """
    mask = during(events, chosen.start, chosen.end)
    if chosen.types is not None:
        mask &= events["event_type"].isin(chosen.types).to_numpy()
    if chosen.within is not None:
        mask &= within(events, regions, chosen.within)
    return events[mask]


def during(events: geopandas.GeoDataFrame, start: date | None, end: date | None) -> Mask:
    """Return which events may have happened in a period, its last day included.

    An event counts when any day of its date lies in the period. An undated event counts only when
    no period is asked.
    """
    if start is None and end is None:
        return np.ones(len(events), dtype=bool)
    # Where the date is open, it never ends the comparison.
    opens = events["start"].to_numpy(dtype=np.int64, na_value=np.iinfo(np.int64).min)
    closes = events["end"].to_numpy(dtype=np.int64, na_value=np.iinfo(np.int64).max)
    mask: Mask = events["precision"].notna().to_numpy(copy=True)
    if start is not None:
        mask &= closes >= (start - EPOCH).days
    if end is not None:
        mask &= opens <= (end - EPOCH).days
    return mask


def within(events: geopandas.GeoDataFrame, regions: geopandas.GeoDataFrame, region: str) -> Mask:
    """Return which events lie in a region.

    A point or the middle of a ring lies in its outline; an area is the region's own or has its
    middle in it; an event without a place counts when its admin1 or admin2 names the region.

    Args:
        events: resolved events.
        regions: checked regions.
        region: the id of one of them.
    """
    outline = regions.geometry[regions["id"] == region].iloc[0]
    shapely.prepare(outline)
    shapes = events.geometry.to_numpy()
    mask: Mask = (events["area"] == region).to_numpy(copy=True)
    areas = (events["placement"] == "area").to_numpy()
    mask[areas] |= shapely.contains(outline, shapely.point_on_surface(shapes[areas]))
    pointed = events["placement"].isin(["point", "ring"]).to_numpy()
    mask[pointed] = shapely.contains_xy(outline, shapely.get_coordinates(shapes[pointed]))
    unplaced = (events["placement"] == "unplaced").to_numpy()
    names = by_name(regions)
    for column in ("admin1", "admin2"):
        mask |= unplaced & (named_by(events[column], names) == region).to_numpy()
    return mask
