"""Ids, titles and files of records, over all tables of a build."""

from __future__ import annotations

import pandas as pd
import pytest
from written import Checked, Faults, Feature, Write, event, region

from mapgen.errors import RecordError
from mapgen.records import Table, check


def without(feature: Feature, key: str) -> Feature:
    return {name: value for name, value in feature.items() if name != key}


def test_two_events_with_one_id_are_a_fault(faults: Faults) -> None:
    assert faults(event(), event()) == [
        'record 2, id: "e" is the id of record 1 in a.geojson too, expected its own'
    ]


def test_an_id_in_another_file_is_a_fault(write: Write) -> None:
    with pytest.raises(RecordError) as caught:
        check([write(event()), write(event(), name="b.geojson")])
    assert str(caught.value) == (
        'b.geojson, record 1, id: "e" is the id of record 1 in a.geojson too, expected its own'
    )


def test_a_number_and_a_word_may_be_one_id(write: Write) -> None:
    number = Table("b.parquet", pd.DataFrame({"id": [7], "title": ["T"]}))
    with pytest.raises(RecordError, match="is the id of record 1 in"):
        check([write(event() | {"id": "7"}), number])


def test_a_place_and_a_region_may_share_an_id(checked: Checked) -> None:
    records = checked(event(kind="place") | {"id": "kabul"}, region() | {"id": "kabul"})
    assert (len(records.places), len(records.regions)) == (1, 1)


def test_events_without_ids_are_numbered(checked: Checked) -> None:
    features = [without(event(), "id") for _ in range(3)]
    assert checked(*features).events["id"].tolist() == [1, 2, 3]


def test_an_event_without_an_id_among_others_is_named_by_its_number(checked: Checked) -> None:
    assert checked(event(), without(event(), "id")).events["id"].tolist() == ["e", "2"]


def test_ids_that_are_numbers_stay_numbers() -> None:
    table = Table("a.parquet", pd.DataFrame({"id": [70, 12], "title": ["A", "B"]}))
    assert check([table]).events["id"].tolist() == [70, 12]


def test_ids_of_regions_are_words(checked: Checked) -> None:
    assert checked(region() | {"id": 7}).regions["id"].tolist() == ["7"]


def test_the_id_of_a_feature_wins_over_its_property(checked: Checked) -> None:
    assert checked(event(id="property")).events["id"].tolist() == ["e"]


def test_the_id_may_be_a_property(checked: Checked) -> None:
    for feature in (without(event(id="property"), "id"), event(id="property") | {"id": None}):
        assert checked(feature).events["id"].tolist() == ["property"]


def test_an_id_with_a_space_is_a_fault(faults: Faults) -> None:
    assert faults(event() | {"id": "a b"}) == [
        'record 1, id: is "a b", expected at most 200 characters without spaces'
    ]


@pytest.mark.parametrize("kind", ["place", "region"])
def test_a_place_or_region_without_title_is_a_fault(faults: Faults, kind: str) -> None:
    feature = event(kind=kind, title=None) if kind == "place" else region(title="")
    assert faults(feature) == [f"{feature['id']}, title: is missing, expected what it is called"]


def test_events_without_titles_are_one_warning(checked: Checked) -> None:
    (warning,) = checked(event(title=None), event(title=" ") | {"id": "f"}).warnings
    assert str(warning) == (
        "a.geojson, title: is missing in 2 events, which are named by their type and place"
    )


def test_each_record_knows_its_file(write: Write) -> None:
    events = check([write(event()), write(event() | {"id": "f"}, name="b.geojson")]).events
    assert events["file"].tolist() == ["a.geojson", "b.geojson"]


def test_records_stay_in_the_order_of_the_files(write: Write) -> None:
    first = write(event() | {"id": "z"}, region(), event() | {"id": "b"})
    second = write(event() | {"id": "a"}, name="b.geojson")
    assert check([first, second]).events["id"].tolist() == ["z", "b", "a"]


def test_words_of_two_files_are_one_column(write: Write) -> None:
    first = write(event(admin1="Kabul", fatalities=3))
    second = write(event(admin1="Herat") | {"id": "f"}, name="b.geojson")
    events = check([first, second]).events
    assert events["admin1"].tolist() == ["Kabul", "Herat"]


def test_numbers_of_two_files_are_one_column(write: Write) -> None:
    first = write(event(fatalities=3))
    second = write(event() | {"id": "f"}, name="b.geojson")
    assert check([first, second]).events["fatalities"].isna().tolist() == [False, True]


def test_faults_of_all_files_are_told_at_once(write: Write) -> None:
    tables = [write(event(date="soon"), name=name) for name in ("a.geojson", "b.geojson")]
    with pytest.raises(RecordError) as caught:
        check(tables)
    assert [fault.where for fault in caught.value.faults] == ["a.geojson", "b.geojson", "b.geojson"]


def test_no_table_is_no_record() -> None:
    assert [len(frame) for frame in (check([]).events, check([]).places, check([]).regions)] == [
        0,
        0,
        0,
    ]


def test_checking_leaves_the_table_as_it_was(write: Write) -> None:
    table = write(event(date="2021"))
    before = table.frame.copy()
    check([table])
    pd.testing.assert_frame_equal(table.frame, before)
