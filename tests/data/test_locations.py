from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]

COLUMNS = {
    "kind",
    "title",
    "description",
    "date",
    "event_type",
    "sub_event_type",
    "location",
    "admin1",
    "country",
    "geo_precision",
    "uncertainty_km",
    "coord_basis",
    "coord_source",
    "fatalities",
    "fatalities_low",
    "fatalities_high",
    "fatalities_note",
    "attribution",
    "caution",
    "sources",
}
DAY = r"\d{4}-\d{2}-\d{2}"


def test_there_are_76_events_and_4_places(locations: Rows) -> None:
    assert Counter(row["properties"]["kind"] for row in locations) == {"event": 76, "place": 4}


def test_every_id_is_a_slug_of_its_own(locations: Rows) -> None:
    ids = [row["id"] for row in locations]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word) for word in ids)


def test_only_columns_of_the_schema_are_used(locations: Rows) -> None:
    assert {key for row in locations for key in row["properties"]} <= COLUMNS


def test_only_an_unknown_toll_is_null(locations: Rows) -> None:
    empty = {key for row in locations for key, value in row["properties"].items() if value is None}
    assert empty == {"fatalities"}


def test_every_event_says_whether_its_toll_is_known(events: Rows) -> None:
    assert all("fatalities" in row["properties"] for row in events)


def test_events_stand_in_order_of_date_and_id(events: Rows) -> None:
    keys = [(row["properties"]["date"], row["id"]) for row in events]
    assert all(before < after for before, after in pairwise(keys))


def test_every_date_is_a_day_a_month_or_an_interval_of_days(events: Rows) -> None:
    form = re.compile(rf"\d{{4}}-\d{{2}}|{DAY}(/{DAY})?")
    assert [row["id"] for row in events if not form.fullmatch(row["properties"]["date"])] == []


def test_an_interval_ends_after_it_begins(events: Rows) -> None:
    intervals = [row["properties"]["date"].split("/") for row in events]
    assert all(parts == sorted(parts) for parts in intervals)
    assert sum(len(parts) == 2 for parts in intervals) == 3


def test_the_best_count_lies_in_its_range(events: Rows) -> None:
    for row in events:
        words = row["properties"]
        counts = [words.get(key) for key in ("fatalities_low", "fatalities", "fatalities_high")]
        known = [count for count in counts if count is not None]
        assert known == sorted(known), row["id"]


def test_a_count_that_differs_between_sources_has_a_note(events: Rows) -> None:
    for row in events:
        words = row["properties"]
        if words.get("fatalities_low") != words.get("fatalities_high"):
            assert words["fatalities_note"], row["id"]


def test_every_record_has_a_source_at_a_web_address(locations: Rows) -> None:
    for row in locations:
        sources = row["properties"]["sources"]
        assert sources, row["id"]
        addresses = [source["url"] for source in sources if "url" in source]
        assert addresses, row["id"]
        assert all(re.match(r"https?://[^/]+\.", address) for address in addresses), row["id"]


def test_a_source_has_a_title_and_a_publisher(locations: Rows) -> None:
    sources = [source for row in locations for source in row["properties"]["sources"]]
    assert all(source["title"] and source["publisher"] for source in sources)
    keys = {"title", "publisher", "date", "url", "archive_url"}
    assert {key for source in sources for key in source} <= keys


def test_every_event_says_who_names_its_author(events: Rows) -> None:
    found = Counter(row["properties"]["attribution"] for row in events)
    assert found == {"claimed": 36, "none": 22, "disputed": 12, "attributed": 3, "coded": 3}


def test_attribution_is_asked_of_attacks_alone(events: Rows) -> None:
    for row in events:
        words = row["properties"]
        assert (words["attribution"] == "none") == (words["event_type"] != "attack"), row["id"]


def test_what_is_known_only_for_a_province_has_no_point(events: Rows) -> None:
    rows = [row for row in events if row["properties"].get("geo_precision") == 3]
    assert {row["id"] for row in rows if row["geometry"] is None} == {
        "abu-sayed-2017-07-11",
        "farooqi-arrest-2020-04-04",
        "nangarhar-loss-2019-11-19",
        "nangarhar-strike-2021-08-27",
    }
    assert all(row["geometry"] is None for row in rows)


def test_what_has_no_place_has_no_precision(events: Rows) -> None:
    rows = [row for row in events if row["geometry"] is None]
    assert {row["id"] for row in rows if "geo_precision" not in row["properties"]} == {
        "iskp-announcement-2015-01-26",
        "shah-noorani-2016-11-12",
        "taliban-letter-2015-06-16",
        "taliban-op-2023-04",
    }


def test_what_has_no_point_tells_no_distance(events: Rows) -> None:
    point_words = {"uncertainty_km", "coord_basis", "coord_source"}
    for row in events:
        given = point_words & row["properties"].keys()
        assert given == (set() if row["geometry"] is None else point_words), row["id"]


def test_33_of_44_exact_events_lie_more_than_2_km_off(events: Rows) -> None:
    exact = [row["properties"] for row in events if row["properties"].get("geo_precision") == 1]
    assert (len(exact), sum(words["uncertainty_km"] > 2 for words in exact)) == (44, 33)


def test_the_middle_of_a_district_is_never_called_exact(events: Rows) -> None:
    rows = [row["properties"] for row in events]
    middles = [words for words in rows if words.get("coord_basis") == "district centroid"]
    assert {words["geo_precision"] for words in middles} == {2}
    assert min(words["uncertainty_km"] for words in middles) >= 10


def test_the_file_is_written_as_its_own_reader_would_write_it(locations: Rows) -> None:
    text = (Path(__file__).parents[2] / "data" / "locations.geojson").read_text(encoding="utf-8")
    plain = json.dumps(
        {"type": "FeatureCollection", "features": locations}, ensure_ascii=False, indent=2
    )
    pair = re.compile(r"\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]")
    assert text == pair.sub(r"[\1, \2]", plain) + "\n"
