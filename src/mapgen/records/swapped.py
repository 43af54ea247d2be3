"""Points with longitude and latitude swapped, told by the company they keep.

69.2, 34.5 (Kabul) and 34.5, 69.2 (the Barents Sea) are both places on the map. A point that lies
far from the others of its country, and among them once swapped, is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapgen.errors import Fault
from mapgen.records.examine import record_name
from mapgen.records.findings import MOST
from mapgen.records.frames import Part

COMPANY = 3
"""So many points must agree before another is doubted."""

Rows = npt.NDArray[np.intp]


def swapped_in_country(parts: Sequence[Part]) -> Iterator[Fault]:
    """Yield a fault for each point far from its country's others and among them when swapped."""
    points, countries = _points(parts), _countries(parts)
    suspects = [
        row
        for code in range(len(countries.categories))
        for row in _strays(points, np.flatnonzero(countries.codes == code))
    ]
    for row in sorted(suspects)[:MOST]:
        yield _fault(parts, row, points[row], f"the other points in {countries[row]}")


def swapped_in_company(parts: Sequence[Part]) -> Iterator[Fault]:
    """Yield a warning for each point without a country that is far from all others so."""
    points, countries = _points(parts), _countries(parts)
    nowhere = countries.codes < 0
    for row in _strays(points, np.arange(len(points)))[:MOST]:
        if nowhere[row]:
            yield _fault(parts, int(row), points[row], "the other points")


def _points(parts: Sequence[Part]) -> npt.NDArray[np.float64]:
    """Return longitude and latitude per record, NaN where it has no point."""
    shapes = np.concatenate([one.shapes for one in parts])
    return np.column_stack([shapely.get_x(shapes), shapely.get_y(shapes)])


def _countries(parts: Sequence[Part]) -> pd.Categorical:
    words = [np.asarray(one.columns["country"], dtype=object) for one in parts]
    return pd.Categorical(np.concatenate(words))


def _strays(points: npt.NDArray[np.float64], rows: Rows) -> Rows:
    """Return those of the rows whose point is a stray that swapping would bring home."""
    chosen = points[rows]
    there = ~np.isnan(chosen[:, 0])
    if there.sum() <= COMPANY:
        return rows[:0]
    middle = np.median(chosen[there], axis=0)
    away = np.hypot(*(chosen - middle).T)
    away_swapped = np.hypot(*(chosen[:, ::-1] - middle).T)
    home = there & (away <= away_swapped)
    if home.sum() < COMPANY:
        return rows[:0]
    reach = 2 * max(float(away[home].max()), 1.0)
    strays: Rows = rows[there & ~home & (away_swapped <= reach) & (away > reach)]
    return strays


def _fault(parts: Sequence[Part], row: int, point: npt.NDArray[np.float64], others: str) -> Fault:
    spots = np.cumsum([0, *(len(one.rows) for one in parts)])
    number = int(np.searchsorted(spots, row, side="right")) - 1
    one, at = parts[number], row - int(spots[number])
    lon, lat = point.tolist()
    problem = (
        f"is {lon:g}, {lat:g}, far from {others}, but among them as {lat:g}, {lon:g}; "
        "longitude and latitude look swapped"
    )
    return Fault(one.where, record_name(one.ids[at], int(one.rows[at])), "geometry", problem)
