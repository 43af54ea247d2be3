"""Each value of a record that is wrong has its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from written import Checked, Faults, event, region

from mapgen.records import countries

TYPES = ("attack", "counter_operation")
Fault = Callable[..., str]


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("title", 5, "is 5, expected text"),
        ("title", ["a"], 'is ["a"], expected text'),
        ("title", "a\u0000b", "holds the control character U+0000 at 1, expected text"),
        ("title", "a\ud800b", "holds the control character U+D800 at 1, expected text"),
        ("description", "x" * 100_001, "holds 100,001 characters, expected at most 100,000"),
        ("date", "soon", ('is "soon", expected a date such as 2021, 2015-06, 2021-08-26, '
         "2014~ or 2020-08-02/2020-08-03")),
        ("date", "2021-02-30", 'is "2021-02-30", which is no day of the calendar'),
        ("country", "Afganistan",
         'is "Afganistan", expected an ISO 3166-1 code such as AF (Afghanistan)'),
        ("attribution", "claim",
         'is "claim"; did you mean "claimed"?'),
        ("attribution", "unknown",
         'is "unknown"; expected one of claimed, attributed, disputed, coded, none'),
        ("geo_precision", 4, "is 4, expected a whole number, 1 to 3"),
        ("geo_precision", 1.5, "is 1.5, expected a whole number, 1 to 3"),
        ("geo_precision", "exact", 'is "exact", expected a whole number'),
        ("geo_precision", True, "is true, expected a whole number"),
        ("where_prec", 8, "is 8, expected a whole number, 1 to 7"),
        ("time_precision", 0, "is 0, expected a whole number, 1 to 3"),
        ("date_prec", 6, "is 6, expected a whole number, 1 to 5"),
        ("uncertainty_km", -1, "is -1, expected 0 to 5000"),
        ("uncertainty_km", "8 km", 'is "8 km", expected a number'),
        ("fatalities", -1, "is -1, expected a whole number, 0 to 10,000,000"),
        ("fatalities", 2.5, "is 2.5, expected a whole number, 0 to 10,000,000"),
        ("fatalities", "1,200", 'is "1,200", expected a whole number'),
        ("fatalities", [3], "is [3], expected a whole number"),
        ("fatalities_low", "many", 'is "many", expected a whole number'),
        ("kind", "incident", 'is "incident"; expected one of event, place, region'),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_was_expected(
    fault: Fault, field: str, value: object, problem: str
) -> None:
    assert fault(**{field: value}) == f"e, {field}: {problem}"


@pytest.mark.parametrize("code", [-99, -999, 999, 9999, 99999])
def test_a_code_for_unknown_is_asked_to_be_null(fault: Fault, code: int) -> None:
    assert fault(fatalities=code) == (
        f"e, fatalities: is {code}, which stands for unknown in some data; "
        "expected null for unknown"
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"fatalities_low": 9, "fatalities": 5}, "low 9, best 5"),
        ({"fatalities": 9, "fatalities_high": 5}, "best 9, high 5"),
        ({"fatalities_low": 9, "fatalities_high": 5}, "low 9, high 5"),
    ],
)
def test_counts_out_of_order_are_named(fault: Fault, counts: dict[str, int], said: str) -> None:
    assert fault(**counts) == (
        f"e, fatalities: is out of order: {said}; expected low <= best <= high"
    )


def test_an_unknown_toll_is_null_and_not_zero(checked: Checked) -> None:
    assert checked(event(fatalities=None), event(fatalities=0) | {"id": "f"}).events[
        "fatalities"
    ].isna().tolist() == [True, False]


def test_a_whole_number_with_a_decimal_point_is_whole(checked: Checked) -> None:
    assert checked(event(fatalities=3.0)).events["fatalities"].tolist() == [3]


def test_an_undeclared_type_names_the_nearest(faults: Faults) -> None:
    assert faults(event(event_type="atack"), types=TYPES) == [
        'e, event_type: is "atack", which is not declared; did you mean "attack"?'
    ]


def test_an_undeclared_type_far_from_any_gets_the_list(faults: Faults) -> None:
    assert faults(event(event_type="protest"), types=TYPES) == [
        (
            'e, event_type: is "protest", which is not declared; '
            "expected one of attack, counter_operation"
        )
    ]


def test_a_missing_type_is_a_fault_where_types_are_declared(faults: Faults) -> None:
    assert faults(event(), types=TYPES) == ["e, event_type: is missing, expected a declared type"]


@pytest.mark.parametrize("word", ["counter_operation", "Counter-operation", "counter operation"])
def test_a_type_is_known_however_it_is_spelt(checked: Checked, word: str) -> None:
    events = checked(event(event_type=word), types=TYPES).events
    assert events["event_type"].tolist() == ["counter_operation"]


def test_without_declared_types_any_word_is_a_type(checked: Checked) -> None:
    assert checked(event(event_type="Protest")).events["event_type"].tolist() == ["Protest"]


def test_words_of_a_list_are_read_in_any_case(checked: Checked) -> None:
    assert checked(event(attribution="Claimed")).events["attribution"].tolist() == ["claimed"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("af", "AF"),
        ("Afghanistan", "AF"),
        ("Cote d'Ivoire", "CI"),
        ("Myanmar (Burma)", "MM"),
        ("Bosnia-Herzegovina", "BA"),
        ("the Gambia", "GM"),
        ("XK", "XK"),
        ("UK", "GB"),
    ],
)
def test_a_country_is_read_as_code_or_name(checked: Checked, written: str, code: str) -> None:
    assert checked(event(country=written)).events["country"].tolist() == [code]


def test_every_country_has_its_own_name() -> None:
    names = [name.casefold() for entry in countries.NAMES.values() for name in entry]
    assert (len(countries.NAMES), len(names)) == (250, len(set(names)))


def test_an_unknown_certainty_is_named(faults: Faults) -> None:
    assert faults(region(certainty="vague")) == [
        'r, certainty: is "vague"; expected one of certain, approximate, schematic'
    ]


def test_a_region_is_valid_in_an_interval(checked: Checked) -> None:
    regions = checked(region(valid="0800~/1000~")).regions
    assert regions[["valid", "precision", "approximate"]].to_numpy().tolist() == [
        ["0800~/1000~", "interval", True]
    ]


def test_a_wrong_interval_of_a_region_is_named(faults: Faults) -> None:
    assert faults(region(valid="1000/0800")) == [
        'r, valid: is "1000/0800", which ends before it starts'
    ]


def test_space_around_a_word_is_dropped(checked: Checked) -> None:
    assert checked(event(admin1=" Kabul ")).events["admin1"].tolist() == ["Kabul"]


def test_a_joiner_between_persian_letters_is_text(checked: Checked) -> None:
    assert checked(event(title="می‌شود")).events["title"].tolist() == ["می‌شود"]


def test_every_fault_of_a_file_is_told_in_the_order_of_its_records(faults: Faults) -> None:
    first = event(date="soon", geo_precision=9) | {"id": "a"}
    second = event(attribution="x", geometry={"type": "Point", "coordinates": [1]}) | {"id": "b"}
    assert [line.partition(":")[0] for line in faults(first, second)] == [
        "a, date",
        "a, geo_precision",
        "b, geometry",
        "b, attribution",
    ]


def test_more_than_a_hundred_faults_of_a_kind_are_counted(faults: Faults) -> None:
    many = [event(geo_precision=9) | {"id": f"e{number}"} for number in range(250)]
    found = faults(*many)
    assert (len(found), found[-1]) == (
        101,
        "e100, geo_precision: and 150 more records with a fault of this kind",
    )


def test_a_record_without_id_is_named_by_its_number(faults: Faults) -> None:
    nameless = event(date="soon")
    del nameless["id"]
    assert faults(event(), nameless)[0].startswith("record 2, date: ")
