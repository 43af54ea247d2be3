"""Points with longitude and latitude swapped, told by the company they keep.

69.2, 34.5 (Kabul) and 34.5, 69.2 (the Barents Sea) are both places on the map. A point that lies
far from the others of its country, and among them once swapped, is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapgen.errors import Fault
from mapgen.records import stores
from mapgen.records.examine import record_name
from mapgen.records.findings import MOST
from mapgen.records.frames import Part

COMPANY = 3
"""So many points must agree before another is doubted."""

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Company:
    """Records with a point, in the order of their tables.

    Attributes:
        parts: the tables' records.
        points: longitude and latitude per record, NaN where it has no point.
        countries: per record.
    """

    parts: Sequence[Part]
    points: npt.NDArray[np.float64]
    countries: pd.Categorical


def company(parts: Sequence[Part]) -> Company:
    """Return the company that records keep."""
    shapes = np.concatenate([one.shapes for one in parts])
    points = np.column_stack([shapely.get_x(shapes), shapely.get_y(shapes)])
    return Company(parts, points, stores.joined([one.columns["country"] for one in parts]))


def swapped_in_country(among: Company) -> Iterator[Fault]:
    """Yield a fault for each point far from its country's others and among them when swapped."""
    countries = among.countries
    suspects = [
        row
        for code in range(len(countries.categories))
        for row in _strays(among.points, np.flatnonzero(countries.codes == code))
    ]
    for row in sorted(suspects)[:MOST]:
        yield _fault(among, row, f"the other points in {countries[row]}")


def swapped_in_company(among: Company) -> Iterator[Fault]:
    """Yield a warning for each point without a country that is far from all others so."""
    nowhere = among.countries.codes < 0
    if not nowhere.any():
        return
    for row in _strays(among.points, np.arange(len(nowhere)))[:MOST]:
        if nowhere[row]:
            yield _fault(among, int(row), "the other points")


def _strays(points: npt.NDArray[np.float64], rows: Rows) -> Rows:
    """Return those of the rows whose point is a stray that swapping would bring home."""
    chosen = points if len(rows) == len(points) else points[rows]
    there = ~np.isnan(chosen[:, 0])
    if there.sum() <= COMPANY:
        return rows[:0]
    middle = np.median(chosen if there.all() else chosen[there], axis=0)
    away = _squared(chosen - middle)
    away_swapped = _squared(chosen[:, ::-1] - middle)
    home = there & (away <= away_swapped)
    if home.sum() < COMPANY:
        return rows[:0]
    reach = 4 * max(float(away[home].max()), 1.0)
    strays: Rows = rows[there & ~home & (away_swapped <= reach) & (away > reach)]
    return strays


def _squared(steps: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the squares of the lengths of steps."""
    across, along = steps.T
    found: npt.NDArray[np.float64] = across * across + along * along
    return found


def _fault(among: Company, row: int, others: str) -> Fault:
    parts = among.parts
    spots = np.cumsum([0, *(len(one.rows) for one in parts)])
    number = int(np.searchsorted(spots, row, side="right")) - 1
    one, at = parts[number], row - int(spots[number])
    lon, lat = among.points[row].tolist()
    problem = (
        f"is {lon:g}, {lat:g}, far from {others}, but among them as {lat:g}, {lon:g}; "
        "longitude and latitude look swapped"
    )
    return Fault(one.where, record_name(one.ids[at], int(one.rows[at])), "geometry", problem)
