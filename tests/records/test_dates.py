"""Dates keep what their makers knew: day, month, year, interval, and doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from mapgen.project.sentences import ValueFault
from mapgen.records import dates

EPOCH = date(1970, 1, 1)


def day(word: str) -> int:
    return int(np.datetime64(word, "D").astype(int))


def spans(*words: object, dtype: object = object) -> list[tuple[int, int, str]]:
    parsed = dates.parse(pd.Series(words, dtype=dtype))
    assert not parsed.findings
    return [
        (int(start), int(end), dates.PRECISIONS[precision])
        for start, end, precision in zip(parsed.start, parsed.end, parsed.precision, strict=True)
    ]


@pytest.mark.parametrize(
    ("word", "first", "last", "precision"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2015-06", "2015-06-01", "2015-06-30", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021-12", "2021-12-01", "2021-12-31", "month"),
        ("2021-08-26", "2021-08-26", "2021-08-26", "day"),
        ("2020-08-02/2020-08-03", "2020-08-02", "2020-08-03", "interval"),
        ("2015-06/2016", "2015-06-01", "2016-12-31", "interval"),
        ("0800~/1000~", "0800-01-01", "1000-12-31", "interval"),
        ("0800", "0800-01-01", "0800-12-31", "year"),
        ("2021-08-26/2021-08-26", "2021-08-26", "2021-08-26", "day"),
    ],
)
def test_a_date_runs_from_its_first_day_to_its_last(
    word: str, first: str, last: str, precision: str
) -> None:
    assert spans(word) == [(day(first), day(last), precision)]


def test_an_interval_may_be_open_at_its_end() -> None:
    assert spans("2015/..") == [(day("2015-01-01"), dates.NO_DAY, "interval")]


def test_an_interval_may_be_open_at_its_start() -> None:
    assert spans("../2015") == [(dates.NO_DAY, day("2015-12-31"), "interval")]


@pytest.mark.parametrize(
    ("word", "approximate", "uncertain"),
    [
        ("2014", False, False),
        ("2014~", True, False),
        ("2014-05-01?", False, True),
        ("2014-05%", True, True),
        ("2014~/2015?", True, True),
    ],
)
def test_a_mark_of_doubt_is_kept(word: str, approximate: bool, uncertain: bool) -> None:
    parsed = dates.parse(pd.Series([word]))
    assert (bool(parsed.approximate[0]), bool(parsed.uncertain[0])) == (approximate, uncertain)


def test_an_approximate_year_is_not_widened() -> None:
    assert spans("2014~") == spans("2014")


@pytest.mark.parametrize(
    "value",
    [
        "2021-08-26T17:50:00+04:30",
        "2021-08-26 17:50",
        "2021/08/26",
        date(2021, 8, 26),
        datetime(2021, 8, 26, 17, 50, tzinfo=UTC),
        np.datetime64("2021-08-26"),
        pd.Timestamp("2021-08-26"),
    ],
)
def test_a_moment_is_its_day(value: object) -> None:
    assert spans(value) == [(day("2021-08-26"), day("2021-08-26"), "day")]


@pytest.mark.parametrize("dtype", ["datetime64[ns]", "datetime64[s]", "datetime64[us, Asia/Kabul]"])
def test_a_column_of_moments_is_read_as_days(dtype: str) -> None:
    column = pd.Series(pd.to_datetime(["2021-08-26 23:50", None])).astype("datetime64[ns]")
    zone = dtype.partition(", ")[2].rstrip("]")
    column = column.dt.tz_localize(zone) if zone else column.astype(dtype)
    assert dates.parse(column).start.tolist() == [day("2021-08-26"), dates.NO_DAY]


def test_a_whole_number_is_a_year() -> None:
    assert spans(2021) == spans("2021")


@pytest.mark.parametrize("nothing", [None, "", "  ", np.nan, pd.NaT])
def test_nothing_is_undated(nothing: object) -> None:
    assert dates.parse(pd.Series(["2021", nothing], dtype=object)).precision.tolist() == [2, -1]


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        ("2021-02-30", "which is no day of the calendar"),
        ("2021-13", "which is no day of the calendar"),
        ("2021-00-10", "which is no day of the calendar"),
        ("2020-08-03/2020-08-02", "which ends before it starts"),
        ("../..", "open at both ends; leave an undated event undated"),
        ("26 August 2021", dates.EXPECTED),
        ("26/08/2021", dates.EXPECTED),
        ("2021-8-26", dates.EXPECTED),
        ("2021/", dates.EXPECTED),
        ("NaT", dates.EXPECTED),
        ("today", dates.EXPECTED),
        ("٢٠٢١", dates.EXPECTED),
    ],
)
def test_what_is_no_date_is_a_fault(word: str, problem: str) -> None:
    (finding,) = dates.parse(pd.Series([word])).findings
    assert finding.problem == f'is "{word}", {problem}'


@pytest.mark.parametrize("value", [True, 20.5, [2021]])
def test_a_value_of_another_type_is_a_fault(value: object) -> None:
    assert dates.parse(pd.Series([value], dtype=object)).findings


def test_each_row_of_a_fault_is_named() -> None:
    findings = dates.parse(pd.Series(["2021", "soon", "2022", "soon"])).findings
    assert [finding.row for finding in findings] == [1, 3]


@given(some.dates())
def test_every_day_of_the_calendar_is_counted_from_1970(moment: date) -> None:
    assert dates.span(moment.isoformat()).start == (moment - EPOCH).days


@given(some.dates(), some.dates())
def test_an_interval_holds_both_its_days_or_runs_backwards(one: date, other: date) -> None:
    word = f"{one.isoformat()}/{other.isoformat()}"
    if one > other:
        with pytest.raises(ValueFault):
            dates.span(word)
    else:
        found = dates.span(word)
        assert (found.start, found.end) == ((one - EPOCH).days, (other - EPOCH).days)


@given(some.text(max_size=12))
def test_any_text_is_a_date_or_a_fault(word: str) -> None:
    parsed = dates.parse(pd.Series([word], dtype=object))
    assert (parsed.precision[0] >= 0) + len(parsed.findings) == bool(word.strip())


def widened(word: str, acled: int = 0, ucdp: int = 0) -> tuple[str, str, str]:
    codes = (np.array([code], np.int8) for code in (acled, ucdp))
    found = dates.widened(dates.parse(pd.Series([word])), *codes)
    first, last = (str(np.datetime64(int(days[0]), "D")) for days in (found.start, found.end))
    return first, last, dates.PRECISIONS[found.precision[0]]


@pytest.mark.parametrize(
    ("word", "acled", "ucdp", "expected"),
    [
        ("2021-08-26", 1, 0, ("2021-08-26", "2021-08-26", "day")),
        ("2021-08-26", 2, 0, ("2021-08-23", "2021-08-29", "interval")),
        ("2021-08-26", 3, 0, ("2021-08-01", "2021-08-31", "month")),
        ("2021-08-26", 0, 1, ("2021-08-26", "2021-08-26", "day")),
        ("2021-08-26", 0, 2, ("2021-08-23", "2021-08-29", "interval")),
        ("2021-08-26", 0, 3, ("2021-08-23", "2021-08-29", "interval")),
        ("2021-08-26", 0, 4, ("2021-08-01", "2021-08-31", "month")),
        ("2021-08-26", 0, 5, ("2021-01-01", "2021-12-31", "year")),
        ("2021-08-20/2021-08-26", 0, 3, ("2021-08-20", "2021-08-26", "interval")),
        ("2021-08-30/2021-09-02", 0, 4, ("2021-08-01", "2021-09-30", "interval")),
        ("2021", 3, 0, ("2021-01-01", "2021-12-31", "year")),
        ("2021-12-26", 3, 0, ("2021-12-01", "2021-12-31", "month")),
    ],
)
def test_a_precision_code_widens_a_date(
    word: str, acled: int, ucdp: int, expected: tuple[str, str, str]
) -> None:
    assert widened(word, acled, ucdp) == expected


def test_an_open_interval_stays_open_when_widened() -> None:
    codes = (np.array([0], np.int8), np.array([5], np.int8))
    found = dates.widened(dates.parse(pd.Series(["2015-06/.."])), *codes)
    assert (int(found.start[0]), int(found.end[0])) == (day("2015-01-01"), dates.NO_DAY)
