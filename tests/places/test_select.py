"""A layer shows the events that its filter asks for."""

from __future__ import annotations

from datetime import date

import geopandas
import pandas as pd
import pytest
import shapely
from gazetteer import ACHIN, JALALABAD, event, regions

from mapgen.places import resolve, select, within
from mapgen.project import EventFilter
from mapgen.records import check_frame

HERAT = shapely.Point(62.2, 34.35)


def selected(chosen: EventFilter, point: shapely.Geometry | None = None, **columns: object) -> bool:
    resolved = resolve(event(point, **columns), regions()).events
    return len(select(resolved, chosen, regions())) == 1


@pytest.mark.parametrize(
    ("word", "start", "end", "expected"),
    [
        ("2021-08-26", date(2021, 8, 26), date(2021, 8, 26), True),
        ("2021-08-26", date(2021, 8, 27), None, False),
        ("2021-08-26", None, date(2021, 8, 25), False),
        ("2021-08", date(2021, 8, 26), date(2021, 8, 27), True),
        ("2021", None, date(2021, 1, 1), True),
        ("2020/..", date(2024, 1, 1), None, True),
        ("2020/..", None, date(2019, 12, 31), False),
        ("../2020", None, date(1990, 1, 1), True),
        ("../2020", date(2021, 1, 1), None, False),
        (None, date(2021, 1, 1), None, False),
        (None, None, None, True),
    ],
)
def test_an_event_counts_when_its_date_meets_the_period(
    word: str | None, start: date | None, end: date | None, expected: bool
) -> None:
    assert selected(EventFilter(start=start, end=end), date=word) == expected


@pytest.mark.parametrize(("types", "expected"), [(("attack",), True), (("arrest",), False)])
def test_an_event_counts_when_its_type_is_asked(types: tuple[str, ...], expected: bool) -> None:
    assert selected(EventFilter(types=types), event_type="attack") == expected


def test_no_filter_asks_for_every_event() -> None:
    assert selected(EventFilter())


@pytest.mark.parametrize(
    ("region", "point", "columns", "expected"),
    [
        ("nangarhar", JALALABAD, {}, True),
        ("nangarhar", JALALABAD, {"uncertainty_km": 8}, True),
        ("nangarhar", HERAT, {"admin1": "Nangarhar"}, False),
        ("achin", JALALABAD, {}, False),
        ("nangarhar", None, {"admin1": "Nangarhar"}, True),
        ("nangarhar", None, {"location": "Achin"}, True),
        ("achin", None, {"admin1": "Nangarhar"}, False),
        ("nangarhar", None, {"admin1": "Balochistan"}, False),
        ("nangarhar", None, {}, False),
        ("nangarhar", ACHIN, {}, True),
        ("nangarhar", shapely.box(10, 10, 11, 11), {}, False),
    ],
)
def test_an_event_counts_when_it_lies_in_the_region(
    region: str, point: shapely.Geometry | None, columns: dict[str, object], expected: bool
) -> None:
    assert selected(EventFilter(within=region), point, **columns) == expected


def test_an_unplaced_event_lies_where_its_words_say() -> None:
    given = event(JALALABAD, geo_precision=3, admin1="Nangarhar")
    unplaced = resolve(given, regions().iloc[:0]).events
    assert within(unplaced, regions(), "nangarhar").tolist() == [True]


def test_all_of_a_filter_must_be_met() -> None:
    both = EventFilter(types=("attack",), within="nangarhar")
    assert not selected(both, HERAT, event_type="attack")


def test_selected_events_stay_in_their_order() -> None:
    frame = geopandas.GeoDataFrame(
        {"id": ["c", "a", "b"], "event_type": ["x", "y", "x"]},
        geometry=[JALALABAD] * 3,
        crs=4326,
    )
    events = resolve(check_frame(frame, "event"), regions()).events
    assert select(events, EventFilter(types=("x",)), regions())["id"].tolist() == ["c", "b"]


def test_selecting_leaves_the_events_as_they_were() -> None:
    events = resolve(event(JALALABAD), regions()).events
    before = events.copy()
    select(events, EventFilter(within="nangarhar", types=("attack",)), regions())
    pd.testing.assert_frame_equal(events, before)
