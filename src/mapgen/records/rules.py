"""What records must be as a whole, over what each column must be by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapgen.records.columns import Columns, Kinds
from mapgen.records.findings import Finding, each
from mapgen.records.geometry import is_area
from mapgen.records.schema import EVENT, KINDS, PLACE, REGION
from mapgen.records.shapes import Shapes

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Candidates:
    """Records whose columns are parsed.

    Attributes:
        kinds: per record the index of its kind.
        columns: what stands in them.
        shapes: their geometry.
        written: the name that the file has for each column.
        faulty: rows and fields that have a fault of their own already.
    """

    kinds: Kinds
    columns: Columns
    shapes: Shapes
    written: Mapping[str, str]
    faulty: frozenset[tuple[int, str]]

    def of(self, kind: str) -> Mask:
        """Return which records are of a kind."""
        mask: Mask = self.kinds == KINDS.index(kind)
        return mask

    def null(self, name: str) -> Mask:
        """Return which records have no value in a column."""
        return np.asarray(pd.isna(self.columns.stored[name]))

    def wrong(self, name: str, rows: Mask, problem: Callable[[int], str]) -> Iterator[Finding]:
        """Yield a finding for each row of a column that is not named as faulty already."""
        field = self.written.get(name, name)
        fresh = rows.copy()
        fresh[[row for row, named in self.faulty if named == field]] = False
        yield from each(np.flatnonzero(fresh).tolist(), field, problem)


def shapes_fit(records: Candidates) -> Iterator[Finding]:
    """Yield a finding for each record whose geometry is not what its kind has."""
    areas = is_area(records.shapes)
    missing = shapely.is_missing(records.shapes)
    for kind, mask, problem in (
        (PLACE, areas, "is an area, expected a Point"),
        (PLACE, missing, "is missing, expected a Point"),
        (REGION, missing, "is missing, expected a Polygon or MultiPolygon"),
        (REGION, ~areas & ~missing, "is a Point, expected a Polygon or MultiPolygon"),
    ):
        yield from records.wrong("geometry", mask & records.of(kind), _say(problem))


def titled(records: Candidates) -> Iterator[Finding]:
    """Yield a finding for each place or region without a title."""
    rows = ~records.of(EVENT) & records.null("title")
    yield from records.wrong("title", rows, _say("is missing, expected what it is called"))


def typed(records: Candidates) -> Iterator[Finding]:
    """Yield a finding for each event without a type."""
    rows = records.of(EVENT) & records.null("event_type")
    yield from records.wrong("event_type", rows, _say("is missing, expected a declared type"))


def sourced(records: Candidates) -> Iterator[Finding]:
    """Yield a finding for each event without a source."""
    given = np.fromiter(map(bool, records.columns.stored["sources"]), bool, len(records.kinds))
    rows = records.of(EVENT) & ~given
    yield from records.wrong("sources", rows, _say("is missing, expected at least one source"))


def tolls_ordered(records: Candidates) -> Iterator[Finding]:
    """Yield a finding for each event whose toll lies outside its own lowest and highest count."""
    low, best, high = (
        records.columns.stored[name].to_numpy(dtype=np.float64, na_value=np.nan)
        for name in ("fatalities_low", "fatalities", "fatalities_high")
    )
    # A comparison with an unknown number (NaN) is false: nothing is out of order then.
    rows = (low > best) | (best > high) | (low > high)

    def problem(row: int) -> str:
        three = (("low", low[row]), ("best", best[row]), ("high", high[row]))
        said = ", ".join(f"{name} {count:g}" for name, count in three if not np.isnan(count))
        return f"is out of order: {said}; expected low <= best <= high"

    yield from records.wrong("fatalities", rows, problem)


def _say(problem: str) -> Callable[[int], str]:
    return lambda _row: problem
