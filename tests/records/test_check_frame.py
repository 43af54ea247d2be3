"""An analyst's own frame becomes checked records, or says what is wrong with it."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely

from mapgen.errors import RecordError
from mapgen.records import Source, check_frame

KABUL = shapely.Point(69.2, 34.5)


def frame(crs: object = 4326, **columns: object) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(columns, geometry=[KABUL], crs=crs)


def test_geometry_alone_is_enough_for_events() -> None:
    assert check_frame(frame(), "event").geometry.tolist() == [KABUL]


def test_geometry_alone_is_enough_for_places() -> None:
    assert check_frame(frame(), "place")["title"].isna().all()


def test_a_missing_title_among_others_is_a_fault() -> None:
    places = geopandas.GeoDataFrame({"title": ["A", None]}, geometry=[KABUL, KABUL], crs=4326)
    with pytest.raises(RecordError, match="GeoDataFrame, record 2, title: is missing"):
        check_frame(places, "place")


def test_any_coordinate_system_is_read() -> None:
    events = check_frame(frame().to_crs(32642), "event")
    assert (events.geometry.x[0], events.geometry.y[0]) == pytest.approx((69.2, 34.5))


def test_a_frame_without_coordinate_system_is_in_degrees() -> None:
    assert check_frame(frame(crs=None), "event").crs == "EPSG:4326"


def test_projected_coordinates_without_a_system_are_named() -> None:
    metres = frame().to_crs(32642).set_crs(None, allow_override=True)
    with pytest.raises(RecordError, match="which is not in degrees; expected WGS 84"):
        check_frame(metres, "event")


@pytest.mark.parametrize("index", [["x"], [7], pd.MultiIndex.from_tuples([("a", 1)])])
def test_any_index_is_read(index: object) -> None:
    assert check_frame(frame().set_axis(index), "event").index.tolist() == [0]


def test_geometry_may_have_another_name() -> None:
    renamed = frame().rename_geometry("where_it_was")
    assert check_frame(renamed, "event").geometry.tolist() == [KABUL]


def test_a_column_named_geometry_beside_the_real_one_is_not_read() -> None:
    renamed = frame().rename_geometry("shape").assign(geometry="rubbish")
    assert check_frame(renamed, "event").geometry.tolist() == [KABUL]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("fatalities", pd.array([3], dtype="Int64")),
        ("fatalities", np.array([3.0])),
        ("fatalities", pd.Series([np.int16(3)], dtype=object)),
        ("fatalities", pd.Series([3], dtype="int64[pyarrow]")),
    ],
)
def test_numbers_of_any_type_are_read(column: str, values: object) -> None:
    assert check_frame(frame(**{column: values}), "event")[column].tolist() == [3]


@pytest.mark.parametrize("dtype", [object, "str", "category", "string", "string[pyarrow]"])
def test_words_of_any_type_are_read(dtype: object) -> None:
    words = pd.Series(["Kabul"], dtype=dtype)
    assert check_frame(frame(admin1=words), "event")["admin1"].tolist() == ["Kabul"]


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, ""])
def test_nothing_of_any_type_is_null(nothing: object) -> None:
    words = pd.Series([nothing], dtype=object)
    assert check_frame(frame(admin1=words, fatalities=words), "event")["admin1"].isna().all()


def test_sources_may_be_our_own() -> None:
    own = pd.Series([(Source("T"),)], dtype=object)
    assert check_frame(frame(sources=own), "event")["sources"].tolist() == [(Source("T"),)]


@pytest.mark.parametrize(
    ("kind", "shape"), [("event", KABUL), ("place", KABUL), ("region", shapely.box(0, 0, 1, 1))]
)
def test_checked_records_may_be_checked_again(kind: str, shape: shapely.Geometry) -> None:
    words = {"title": ["A"], "date": ["2014~"], "valid": ["0800~/.."], "id": ["a"]}
    once = check_frame(geopandas.GeoDataFrame(words, geometry=[shape], crs=4326), kind)
    pd.testing.assert_frame_equal(check_frame(once, kind), once)


def test_the_kind_is_the_callers() -> None:
    assert len(check_frame(frame(kind=["place"], title=["A"]), "event")) == 1


def test_declared_types_are_asked_for() -> None:
    with pytest.raises(RecordError, match='is "atack", which is not declared'):
        check_frame(frame(event_type=["atack"]), "event", ["attack"])


def test_an_empty_frame_is_no_record() -> None:
    empty = geopandas.GeoDataFrame({"title": []}, geometry=[], crs=4326)
    assert len(check_frame(empty, "region")) == 0


def test_the_callers_frame_is_left_as_it_was() -> None:
    given = frame(crs=32642, title=["A"])
    before = given.copy()
    with pytest.raises(RecordError):
        check_frame(
            given.set_crs(None, allow_override=True).set_geometry([shapely.Point(1e7, 0)]), "event"
        )
    check_frame(given, "event")
    pd.testing.assert_frame_equal(given, before)
