"""Columns under the names and codes of ACLED and UCDP, and slips in names."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from written import Checked, Write, event, region

from mapgen.errors import RecordError
from mapgen.records import Source, Table, check
from mapgen.records.schema import COLUMNS, EVENT, NAMES

ACLED = {
    "event_id_cnty": ["AFG1", "AFG2"],
    "event_date": ["2021-08-26", "2021-08-27"],
    "time_precision": ["1", "3"],
    "event_type": ["Explosions/Remote violence", "Battles"],
    "sub_event_type": ["Suicide bomb", "Armed clash"],
    "actor1": ["A", "B"],
    "country": ["AF", "AF"],
    "admin1": ["Kabul", "Nangarhar"],
    "admin3": ["", ""],
    "location": ["Kabul", "Achin"],
    "latitude": ["34.55", "34.05"],
    "longitude": ["69.22", "70.66"],
    "geo_precision": ["1", "2"],
    "source": ["Reuters; AP", "TOLOnews"],
    "notes": ["One.", "Two."],
    "fatalities": ["182", "0"],
    "timestamp": ["1", "2"],
}
UCDP = {
    "id": [244657, 244658],
    "date_start": ["2021-08-26", "2021-08-01"],
    "date_end": ["2021-08-26", "2021-08-31"],
    "date_prec": [1, 4],
    "type_of_violence": [3, 1],
    "where_coordinates": ["Kabul", "Nangarhar"],
    "where_prec": [1, 4],
    "adm_1": ["Kabul province", "Nangarhar province"],
    "latitude": [34.55, 34.3],
    "longitude": [69.22, 70.5],
    "best": [182, 3],
    "low": [170, 3],
    "high": [183, 5],
    "country_id": [700, 700],
}
TYPES = ("battles", "explosions_remote_violence")


def events_of(columns: dict[str, Any], types: tuple[str, ...] | None = None) -> pd.DataFrame:
    return check([Table("a.csv", pd.DataFrame(columns))], types).events


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("id", ["AFG1", "AFG2"]),
        ("date", ["2021-08-26", "2021-08-27"]),
        ("precision", ["day", "month"]),
        ("event_type", ["explosions_remote_violence", "battles"]),
        ("description", ["One.", "Two."]),
        ("geo_precision", [1, 2]),
        ("fatalities", [182, 0]),
        ("sources", [(Source("Reuters"), Source("AP")), (Source("TOLOnews"),)]),
    ],
)
def test_acled_columns_are_read(column: str, expected: list[object]) -> None:
    assert events_of(ACLED, TYPES)[column].tolist() == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("id", [244657, 244658]),
        ("precision", ["day", "month"]),
        ("event_type", ["3", "1"]),
        ("geo_precision", [1, 3]),
        ("admin1", ["Kabul province", "Nangarhar province"]),
        ("fatalities", [182, 3]),
        ("fatalities_low", [170, 3]),
        ("fatalities_high", [183, 5]),
    ],
)
def test_ucdp_columns_are_read(column: str, expected: list[object]) -> None:
    assert events_of(UCDP)[column].tolist() == expected


def test_other_columns_of_the_code_books_are_passed_over() -> None:
    tables = [Table("a.csv", pd.DataFrame(columns)) for columns in (ACLED, UCDP)]
    fields = {warning.field for warning in check(tables).warnings}
    assert fields == {"title", "sources"}


def test_a_range_of_days_is_an_interval() -> None:
    days = {"title": ["T"], "date": ["2020-08-02"], "date_end": ["2020-08-03"]}
    events = events_of(days)
    assert [events["end"][0] - events["start"][0], events["precision"][0]] == [1, "interval"]


def test_a_range_of_days_that_runs_backwards_is_a_fault() -> None:
    days = {"title": ["T"], "date": ["2020-08-02"], "date_end": ["2020-08-01"]}
    with pytest.raises(RecordError) as caught:
        events_of(days)
    assert str(caught.value) == (
        "a.csv, record 1, date_end: is before the date, expected its last day"
    )


def test_names_in_capitals_with_spaces_are_read() -> None:
    events = events_of({"Title": ["T"], "Event Type": ["attack"], "GEO-PRECISION": [2]})
    assert events[["title", "event_type", "geo_precision"]].to_numpy().tolist() == [
        ["T", "attack", 2]
    ]


def test_a_name_of_its_own_wins_over_an_alias() -> None:
    assert events_of({"notes": ["alias"], "description": ["own"]})["description"].tolist() == [
        "own"
    ]


def test_a_slip_in_a_name_is_a_warning(checked: Checked) -> None:
    warnings = checked(event(fatalites=3)).warnings
    assert [str(warning) for warning in warnings] == [
        'a.geojson, fatalites: is no known column and not read; did you mean "fatalities"?'
    ]


def test_a_column_of_its_own_beside_a_near_one_is_no_slip(checked: Checked) -> None:
    assert checked(event(fatalites=3, fatalities=3)).warnings == ()


def test_an_unknown_column_is_passed_over(checked: Checked) -> None:
    assert checked(event(tier=1)).warnings == ()


@pytest.mark.parametrize("column", ["title:fa", "description:ps", "location:ur", "title:zh-Hant"])
def test_words_in_another_language_are_kept(checked: Checked, column: str) -> None:
    assert checked(event(**{column: "حمله"})).events[column].tolist() == ["حمله"]


def test_a_translation_in_one_file_is_null_for_the_other(write: Write) -> None:
    tables = [write(event() | {"id": "a"}), write(event(**{"title:fa": "ب"}) | {"id": "b"})]
    assert check(tables).events["title:fa"].isna().tolist() == [True, False]


def test_a_column_that_no_file_has_is_there_and_null(checked: Checked) -> None:
    assert checked(event()).events["caution"].isna().all()


def test_every_kept_column_is_there_without_any_record() -> None:
    names = {column.name for column in COLUMNS if column.kept and EVENT in column.kinds}
    assert names <= set(check([]).events.columns)


def test_a_column_of_events_is_no_fault_in_a_region(checked: Checked) -> None:
    assert len(checked(region(fatalities="many")).regions) == 1


def test_no_alias_stands_for_two_columns() -> None:
    names = [name for column in COLUMNS for name in (column.name, *column.aliases)]
    assert len(names) == len(NAMES)


@pytest.mark.parametrize(("where_prec", "geo_precision"), [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3)])
def test_ucdps_where_prec_is_read_as_acleds_geo_precision(
    checked: Checked, where_prec: int, geo_precision: int
) -> None:
    events = checked(event(where_prec=where_prec)).events
    assert events["geo_precision"].tolist() == [geo_precision]


def test_a_given_geo_precision_wins_over_where_prec(checked: Checked) -> None:
    events = checked(event(where_prec=4, geo_precision=1)).events
    assert events["geo_precision"].tolist() == [1]
