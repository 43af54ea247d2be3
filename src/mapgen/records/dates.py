"""Dates as their makers knew them: EDTF (ISO 8601-2) in the forms that events need.

`2021`, `2015-06`, `2021-08-26`, each with `~` (approximate), `?` (uncertain) or `%` (both), and
the intervals `a/b`, `a/..` and `../b`. A day is a whole number, counted from 1970-01-01 in the
proleptic Gregorian calendar, so that the year 0800 is a day like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import is_datetime64_dtype

from mapgen.project.sentences import ValueFault, shown
from mapgen.records import distinct
from mapgen.records.findings import Finding, each

NO_DAY = -(2**31)
EPOCH = date(1970, 1, 1).toordinal()
NO_YEAR = "0000"
"""A year of the calendar of ISO 8601, and none of Python's."""
PRECISIONS = ("day", "month", "year", "interval")
DAY, MONTH, YEAR, INTERVAL = range(4)
EXPECTED = "expected a date such as 2021, 2015-06, 2021-08-26, 2014~ or 2020-08-02/2020-08-03"

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
_TIMESTAMP = re.compile(
    r"(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)

Days = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Span:
    """One date.

    Attributes:
        start: first day, `NO_DAY` when open.
        end: last day, `NO_DAY` when open.
        precision: index in `PRECISIONS`.
        approximate: whether it carries `~` or `%`.
        uncertain: whether it carries `?` or `%`.
    """

    start: int
    end: int
    precision: int
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Dates:
    """A column of dates, one entry per row.

    Attributes:
        start: first day, `NO_DAY` when open, undated or faulty.
        end: last day, `NO_DAY` when open, undated or faulty.
        precision: index in `PRECISIONS`, -1 when undated or faulty.
        approximate: whether the date is marked approximate.
        uncertain: whether the date is marked uncertain.
        codes: index of the date as written in `written`, -1 when there is none.
        written: the distinct dates as text.
        findings: what is wrong, row by row.
    """

    start: Days
    end: Days
    precision: npt.NDArray[np.int8]
    approximate: npt.NDArray[np.bool_]
    uncertain: npt.NDArray[np.bool_]
    codes: npt.NDArray[np.intp]
    written: tuple[str, ...]
    findings: tuple[Finding, ...]


def parse(column: pd.Series[Any], field: str = "date") -> Dates:
    """Return a column of dates; text, numbers of years and real dates are read."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        column = column.dt.tz_localize(None)
    if is_datetime64_dtype(column):
        column = column.dt.normalize()
    parsed = distinct.parse(column, field, _written)
    found: list[tuple[str, Span] | None] = list(parsed.entries)
    spans = [_UNDATED if entry is None else entry[1] for entry in found] + [_UNDATED]
    codes = parsed.codes
    return Dates(
        start=np.array([span.start for span in spans], np.int32)[codes],
        end=np.array([span.end for span in spans], np.int32)[codes],
        precision=np.array([span.precision for span in spans], np.int8)[codes],
        approximate=np.array([span.approximate for span in spans])[codes],
        uncertain=np.array([span.uncertain for span in spans])[codes],
        codes=codes,
        written=tuple("" if entry is None else entry[0] for entry in found),
        findings=parsed.findings,
    )


_UNDATED = Span(NO_DAY, NO_DAY, -1)


def _written(value: object) -> tuple[str, Span] | None:
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"
    if not isinstance(value, str):
        raise ValueFault(f"is {shown(value)}, {EXPECTED}")
    word = value.strip()
    moment = _TIMESTAMP.fullmatch(word)
    if moment:
        # The hour is dropped: whose clock it was is not told.
        word = "-".join(moment.groups())
    return (word, span(word)) if word else None


def span(word: str) -> Span:
    """Return one date, parsed.

    Raises:
        ValueFault: when the text is no date, no day of the calendar, or runs backwards.
    """
    first, slash, last = word.partition("/")
    if not slash:
        return _point(word, word)
    if first == last == "..":
        raise ValueFault(f"is {shown(word)}, open at both ends; leave an undated event undated")
    left = _OPEN if first == ".." else _point(first, word)
    right = _OPEN if last == ".." else _point(last, word)
    if NO_DAY not in (left.start, right.end) and left.start > right.end:
        raise ValueFault(f"is {shown(word)}, which ends before it starts")
    return Span(
        left.start,
        right.end,
        DAY if left.start == right.end else INTERVAL,
        left.approximate or right.approximate,
        left.uncertain or right.uncertain,
    )


_OPEN = Span(NO_DAY, NO_DAY, INTERVAL)


def _point(word: str, whole: str) -> Span:
    match = _POINT.fullmatch(word)
    if match is None:
        raise ValueFault(f"is {shown(whole)}, {EXPECTED}")
    year, month, day, mark = match.groups()
    precision = DAY if day else MONTH if month else YEAR
    marks = mark in ("~", "%"), mark in ("?", "%")
    try:
        if day and year != NO_YEAR:
            first_day = date(int(year), int(month), int(day)).toordinal() - EPOCH
            return Span(first_day, first_day, precision, *marks)
        # The unit of the result is that of the text: a day, a month or a year.
        first = np.datetime64(word.rstrip(mark or " "))
    except ValueError:
        raise ValueFault(f"is {shown(whole)}, which is no day of the calendar") from None
    last = (first + 1).astype("M8[D]") - 1
    return Span(_day(first), _day(last), precision, *marks)


def _day(moment: np.datetime64) -> int:
    return int(moment.astype("M8[D]").astype(np.int64))


def until(dates: Dates, last: Dates, field: str) -> Dates:
    """Return dates that run to the end of other dates, where those are given.

    Args:
        dates: first days; a date that is missing or faulty stays so.
        last: last days.
        field: the column of the last days, for what runs backwards.
    """
    given = (last.precision >= 0) & (dates.precision >= 0) & (last.end != dates.end)
    end = np.where(given, last.end, dates.end)
    backwards = np.flatnonzero(given & (end < dates.start) & (end != NO_DAY))
    wrong = each(
        backwards.tolist(), field, lambda _row: "is before the date, expected its last day"
    )
    return replace(
        dates,
        end=end,
        precision=np.where(given, INTERVAL, dates.precision).astype(np.int8),
        findings=(*dates.findings, *last.findings, *wrong),
    )


def widened(dates: Dates, acled: npt.NDArray[np.int8], ucdp: npt.NDArray[np.int8]) -> Dates:
    """Return dates widened to what their precision codes admit.

    ACLED's time_precision 2 is "some time in the week", coded as its middle, and 3 "some time in
    the month". UCDP's date_prec 2 and 3 are a range of days up to a week, 4 a month, 5 a year.
    A range that is given stands.

    Args:
        dates: as written.
        acled: time_precision, 0 when there is none.
        ucdp: date_prec, 0 when there is none.
    """
    single = dates.precision == DAY
    week = single & ((acled == 2) | (ucdp == 2) | (ucdp == 3))  # noqa: PLR2004 - their codes
    month = (dates.precision >= 0) & (dates.precision != YEAR) & ((acled == 3) | (ucdp == 4))  # noqa: PLR2004 - their codes
    year = (dates.precision >= 0) & (ucdp == 5)  # noqa: PLR2004 - their code
    start, end, precision = dates.start.copy(), dates.end.copy(), dates.precision.copy()
    start[week] -= 3
    end[week] += 3
    precision[week] = INTERVAL
    for rows, unit, code in ((month, "M", MONTH), (year, "Y", YEAR)):
        start[rows], end[rows], precision[rows] = _whole(start[rows], end[rows], unit, code)
    return replace(dates, start=start, end=end, precision=precision)


def _whole(start: Days, end: Days, unit: str, code: int) -> tuple[Days, Days, npt.NDArray[np.int8]]:
    first = start.astype("M8[D]").astype(f"M8[{unit}]")
    last = end.astype("M8[D]").astype(f"M8[{unit}]")
    opens, closes = first.astype("M8[D]"), (last + 1).astype("M8[D]") - 1
    return (
        np.where(start == NO_DAY, NO_DAY, opens.astype(np.int64)).astype(np.int32),
        np.where(end == NO_DAY, NO_DAY, closes.astype(np.int64)).astype(np.int32),
        np.where(first == last, code, INTERVAL).astype(np.int8),
    )
