"""Blocks of events say what their frame said, in the bytes that the browser is tested with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import event_fixtures
import event_reader
import geopandas
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

from mapgen.errors import LayerError
from mapgen.layers import EventLayer
from mapgen.layers.columns import container, numbers, words

EPOCH = date(1970, 1, 1)
NAMES = sorted(event_fixtures.LAYERS)


def packed(records: list[dict[str, Any]], rows: int = 4096) -> dict[str, bytes]:
    return event_fixtures.blocks(event_fixtures.layer(records, rows))


def read(records: list[dict[str, Any]], rows: int = 4096) -> dict[str, Any]:
    return event_reader.events(packed(records, rows))


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_are_those_that_the_browser_reads(name: str) -> None:
    found = packed(event_fixtures.LAYERS[name], event_fixtures.ROWS[name])
    files = {
        path.name.removeprefix(name).removesuffix(".bin"): path.read_bytes()
        for path in event_fixtures.FOLDER.glob(f"{name}*.bin")
        if path.name.removeprefix(name)[0] in ".-"
    }
    assert found == files


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_mean_what_is_written_beside_them(name: str) -> None:
    told = event_fixtures.FOLDER.joinpath(f"{name}.json").read_text(encoding="utf-8")
    found = packed(event_fixtures.LAYERS[name], event_fixtures.ROWS[name])
    assert event_fixtures.described(name, found) == told


# Any day, month, year or interval, with its marks, as the records read it.
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
POINTS_IN_TIME = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
)
DATES = st.one_of(
    st.none(),
    st.tuples(POINTS_IN_TIME, st.sampled_from(("", "~", "?", "%"))).map("".join),
    POINTS_IN_TIME.map(lambda word: f"{word}/.."),
    POINTS_IN_TIME.map(lambda word: f"../{word}"),
    st.tuples(DAYS, st.integers(1, 9999)).map(
        lambda both: f"{both[0]}/{both[0] + timedelta(days=both[1])}"
    ),
)
# Points less than a metre from the edge of a cell may fall on either side of it.
PLACES = st.one_of(
    st.none(),
    st.sampled_from([Point(70, 34), Point(-179.9, 80), Point(180, 90), Point(-180, -90)]),
    st.builds(Point, st.floats(-180, 180), st.floats(-85, 85)),
    st.integers(0, 3).map(lambda side: box(60, 30, 61 + side, 31)),
)
TEXTS = st.one_of(
    st.none(),
    st.text(
        st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff"),
        min_size=1,
        max_size=9,
    ).map(lambda text: text.strip() or "x"),
)
TOLLS = st.one_of(st.none(), st.integers(0, 998), st.integers(100_000, 10_000_000))
RECORDS = st.fixed_dictionaries(
    {
        "geometry": PLACES,
        "date": DATES,
        "event_type": st.sampled_from(["attack", "loss", "raid", None]),
        "title": TEXTS,
        "description:fa": TEXTS,
        "admin1": st.sampled_from([None, "Kabul", "Kunar"]),
        "geo_precision": st.sampled_from([None, 1, 2, 3]),
        "uncertainty_km": st.one_of(st.none(), st.integers(0, 5_000_000).map(lambda m: m / 1000)),
        "fatalities": TOLLS,
        "attribution": st.sampled_from([None, "claimed", "none"]),
    }
)
KEYS = st.one_of(
    st.none(),
    st.lists(st.integers(-(10**12), 10**12), unique=True, min_size=30, max_size=30),
    st.lists(st.from_regex(r"\A[a-zا-ی0-9-]{1,5}\Z"), unique=True, min_size=30, max_size=30),
)


@given(
    values=st.lists(st.integers(-(2**40), 2**40) | st.integers(0, 15), max_size=40),
    times=st.integers(1, 40),
    coding=st.sampled_from(["plain", "delta", "zigzag"]),
    nulls=st.booleans(),
)
def test_any_column_of_numbers_is_read_back(
    values: list[int], times: int, coding: str, nulls: bool
) -> None:
    told = np.repeat(np.array(values, dtype=np.int64), times)
    known = told % 3 != 0
    column = numbers("n", told, coding, known if nulls else None)
    block = container({"count": len(told)}, [column])
    _, columns = event_reader.container(block)
    expected = [
        value if there or not nulls else None
        for value, there in zip(told.tolist(), known.tolist(), strict=True)
    ]
    assert columns["n"] == expected


def test_small_numbers_take_less_than_a_byte_each_and_runs_next_to_nothing() -> None:
    assert len(numbers("n", np.arange(4000) % 4).data) == 1000
    assert len(numbers("n", np.arange(4000) // 1000, "delta").data) == 4 * (1 + 2)


@settings(max_examples=60)
@given(records=st.lists(RECORDS, max_size=30), ids=KEYS, rows=st.integers(1, 12))
def test_any_events_are_read_back_as_they_were(
    records: list[dict[str, Any]], ids: list[Any] | None, rows: int
) -> None:
    named = [
        record | ({} if ids is None else {"id": ids[row]}) for row, record in enumerate(records)
    ]
    layer = event_fixtures.layer(named or [{"geometry": None}], rows)
    found = event_reader.events(event_fixtures.blocks(layer))
    for row, record in enumerate(layer.frame.to_dict("records")):
        assert _as_read(found, row, layer) == _as_told(record, layer)


def _as_read(found: dict[str, Any], row: int, layer: EventLayer) -> dict[str, Any]:
    place = found["place"][row]
    at = None
    if place != event_reader.NOWHERE:
        at = (found["places"]["x"][place], found["places"]["y"][place])
    area = found["area"][row]
    return {
        "id": found["stories"][row]["id"],
        "cell": at,
        "area": area >= 0 and found["areas"][area]["type"],
        **{name: found[name][row] for name in ("start", "end", "precision", "km", "fatalities")},
        "type": layer.types[found["type"][row]].id,
        "placement": ("point", "ring", "area", "unplaced")[found["placement"][row]],
        "attribution": (None, "claimed", None, None, None, "none")[found["attribution"][row]],
        "words": {name: text for name, text in found["stories"][row].items() if name != "id"},
    }


def _as_told(record: dict[str, Any], layer: EventLayer) -> dict[str, Any]:
    told = ("title", "admin1", "geo_precision", "description:fa")
    kinds = [type_.id for type_ in layer.types]
    untyped = record["event_type"] not in kinds
    return {
        "id": str(record["id"]),
        "cell": _cell(record["geometry"]),
        "area": record["placement"] == "area" and record["geometry"].geom_type,
        **_dates(record),
        "km": None if np.isnan(record["uncertainty_km"]) else record["uncertainty_km"],
        "fatalities": event_reader.MISSING if _null(record["fatalities"]) else record["fatalities"],
        "type": kinds[0] if untyped else record["event_type"],
        "placement": record["placement"],
        "attribution": None if _null(record["attribution"]) else record["attribution"],
        "words": {name: record[name] for name in told if not _null(record.get(name))},
    }


def _cell(geometry: Point | None) -> tuple[int, int] | None:
    if geometry is None or geometry.geom_type != "Point":
        return None
    sine = np.sin(np.radians(np.clip(geometry.y, -85.0511287798, 85.0511287798)))
    sides = (geometry.x / 360 + 0.5, 0.5 - np.arctanh(sine) / (2 * np.pi))
    return tuple(min(max(int(np.floor(side * 2**22)), 0), 2**22 - 1) for side in sides)  # type: ignore[return-value] # two sides


def _dates(record: dict[str, Any]) -> dict[str, int]:
    if _null(record["precision"]):
        start, end, bits = event_reader.OPEN_END, event_reader.OPEN_START, 0
    else:
        opens, closes = _null(record["start"]), _null(record["end"])
        start = event_reader.OPEN_START if opens else record["start"]
        end = event_reader.OPEN_END if closes else record["end"]
        bits = ("day", "month", "year", "interval").index(record["precision"]) + 1
        bits += 8 * record["approximate"] + 16 * record["uncertain"] + 32 * opens + 64 * closes
    return {"start": start, "end": end, "precision": bits}


def _null(value: object) -> bool:
    return value is None or value != value or str(value) == "<NA>"  # noqa: PLR0124 - NaN is not itself


def test_an_unknown_toll_is_not_a_toll_of_nothing() -> None:
    found = read([{"geometry": None, "fatalities": 0}, {"geometry": None, "fatalities": None}])
    assert found["fatalities"] == [0, -1]


def test_events_stand_by_date_and_the_undated_last() -> None:
    dates = ["2020", None, "2019-05-02", "../2018-01-01", "2020-01-01/2020-01-02"]
    records = [{"geometry": None, "date": day, "title": str(day)} for day in dates]
    assert [story["title"] for story in read(records)["stories"]] == [
        "../2018-01-01",
        "2019-05-02",
        "2020",
        "2020-01-01/2020-01-02",
        "None",
    ]


def test_events_at_places_of_their_own_stand_by_place() -> None:
    records = [
        {"geometry": Point(lon, 0.1), "date": f"20{20 - lon}", "title": str(lon)}
        for lon in range(9)
    ]
    assert read(records)["order"] == "place"


def test_a_missing_place_stands_behind_all_others() -> None:
    records = [{"geometry": spot, "title": "a"} for spot in (None, Point(1, 1), Point(2, 2))]
    assert read(records)["place"] == [0, 1, event_reader.NOWHERE]


def test_bare_numbers_are_named_by_their_order() -> None:
    records = [{"geometry": None, "date": day} for day in ("2021", "2020")]
    layer = event_fixtures.layer(records, 4096)
    assert (layer.frame["id"].tolist(), layer.packed.ids) == ([1, 2], "order")


def test_events_with_words_keep_the_numbers_that_they_came_with() -> None:
    records = [{"geometry": None, "date": day, "title": day} for day in ("2021", "2020")]
    assert [story["id"] for story in read(records)["stories"]] == ["2", "1"]


def test_ids_of_digits_travel_as_numbers() -> None:
    records = [{"geometry": None, "id": name} for name in ("12", "7")]
    assert read(records)["ids"] == "numbers"


@pytest.mark.parametrize("name", ["007", "+7", "7.0", "\u0667"])
def test_ids_that_only_look_like_numbers_travel_as_text(name: str) -> None:
    found = read([{"geometry": None, "id": name}])
    assert (found["ids"], found["stories"]) == ("text", [{"id": name}])


def test_ids_too_far_apart_for_a_step_travel_as_text() -> None:
    records = [{"geometry": None, "id": number} for number in (1, 2**52)]
    found = read(records)
    assert (found["ids"], found["stories"][1]["id"]) == ("text", str(2**52))


def test_an_area_travels_once() -> None:
    records = [{"geometry": box(60, 30, 61, 31), "date": day} for day in ("2021", "2020", "2019")]
    found = read(records)
    assert (found["area"], len(found["areas"])) == ([0, 0, 0], 1)


def test_a_word_of_many_events_travels_once_in_a_block() -> None:
    records = [{"geometry": None, "admin1": "Nangarhar"} for _ in range(9)]
    assert packed(records)["-words-0"].count(b"Nangarhar") == 1


def test_text_with_the_separator_is_refused() -> None:
    with pytest.raises(LayerError, match=r"title holds the character U\+0000"):
        words("title", np.array([0, 1]), np.array(["a\0b", "c"], dtype=object))


def test_a_column_of_one_value_takes_no_bytes() -> None:
    assert numbers("day", np.full(1000, 17_000)).data == b""


def test_the_bytes_of_a_number_stand_in_planes() -> None:
    assert numbers("day", np.array([0, 0x0102, 0x0304])).data == bytes([0, 2, 4, 0, 1, 3])


def test_two_packings_are_the_same_bytes() -> None:
    assert packed(event_fixtures.EVERYTHING) == packed(event_fixtures.EVERYTHING)


def test_a_layer_of_no_events_has_a_block() -> None:
    nothing = geopandas.GeoDataFrame({"geometry": []}, crs=4326)
    found = event_reader.events(event_fixtures.blocks(EventLayer(nothing, "Events", id="events")))
    assert (found["count"], found["stories"]) == (0, [])
