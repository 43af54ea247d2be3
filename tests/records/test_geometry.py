"""Geometry that cannot be drawn is named; what can be mended is mended and said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import geopandas
import pandas as pd
import pytest
import shapely
from written import KABUL, SQUARE, Checked, Faults, event, region

from mapgen.errors import RecordError
from mapgen.records import Table, check, check_frame

Fault = Callable[..., str]


def point(*coordinates: object) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(coordinates)}


def polygon(*rings: list[list[float]]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


@pytest.mark.parametrize(
    ("geometry", "problem"),
    [
        (point("70", "34"), 'has the coordinates ["70", "34"] as text, expected [70.45, 34.43]'),
        (point(True, 34), "has the coordinates [true, 34] not as numbers, expected [70.45, 34.43]"),
        (point(None, 34), "has the coordinates [null, 34] not as numbers, expected [70.45, 34.43]"),
        (point(70), "has the position [70], expected [longitude, latitude]"),
        ({"type": "Point"}, "has the position null, expected [longitude, latitude]"),
        (
            point(float("nan"), 34),
            "has the position nan, 34, which is no place; expected numbers or null",
        ),
        (
            point(34.43, 170.45),
            (
                "has the latitude 170.45, expected -90 to 90; longitude and latitude look swapped, "
                "expected [170.45, 34.43]"
            ),
        ),
        (
            point(190, 10),
            "has the position 190, 10, expected longitude -180 to 180, latitude -90 to 90",
        ),
        (
            point(512345.5, 3812345),
            "has the position 512346, 3.81234e+06, which is not in degrees; expected WGS 84",
        ),
        (
            point(1e999, 3),
            "has the position inf, 3, which is not in degrees; expected WGS 84",
        ),
        (3, "is 3, expected a GeoJSON geometry or null"),
        (
            {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
            "is a LineString, expected a Point, Polygon, MultiPolygon or null",
        ),
        ({"type": "Polygon", "coordinates": []}, "has [], expected a list of rings"),
        (
            polygon([[70, 34], [71, 34], [71, 35]]),
            (
                "ring 1 is not closed: it starts at 70, 34 and ends at 71, 35; "
                "expected the first position again at its end"
            ),
        ),
        (
            polygon([[70, 34], [71, 34], [70, 34]]),
            "ring 1 has 3 positions, expected at least 4",
        ),
        (
            polygon(SQUARE["coordinates"][0], [[70, 34], [71, 34], [71, 35]]),
            (
                "ring 2 is not closed: it starts at 70, 34 and ends at 71, 35; "
                "expected the first position again at its end"
            ),
        ),
        (
            polygon([[70, 34], [71, 35], [71, 34], [70, 35], [70, 34]]),
            "crosses itself near 70.5, 34.5; expected rings that do not cross",
        ),
        (
            polygon(SQUARE["coordinates"][0], [[80, 34], [81, 34], [81, 35], [80, 35], [80, 34]]),
            "has a hole outside its outer ring near 80, 34; expected rings that do not cross",
        ),
        (
            polygon([[70, 34]] * 4),
            "has a ring without area near 70, 34; expected rings that do not cross",
        ),
    ],
)
def test_geometry_that_cannot_be_drawn_is_named(
    faults: Faults, geometry: object, problem: str
) -> None:
    assert faults(event(geometry=geometry)) == [f"e, geometry: {problem}"]


def test_a_part_of_a_multipolygon_is_checked(faults: Faults) -> None:
    parts = [SQUARE["coordinates"], [[[70, 34], [71, 34]]]]
    assert faults(region(geometry={"type": "MultiPolygon", "coordinates": parts})) == [
        (
            "r, geometry: ring 1 is not closed: it starts at 70, 34 and ends at 71, 34; "
            "expected the first position again at its end"
        )
    ]


@pytest.mark.parametrize(
    ("kind", "geometry", "problem"),
    [
        ("place", None, "is missing, expected a Point"),
        ("place", SQUARE, "is an area, expected a Point"),
        ("region", None, "is missing, expected a Polygon or MultiPolygon"),
        ("region", KABUL, "is a Point, expected a Polygon or MultiPolygon"),
    ],
)
def test_geometry_of_another_kind_is_named(
    fault: Fault, kind: str, geometry: object, problem: str
) -> None:
    assert fault(kind=kind, geometry=geometry) == f"e, geometry: {problem}"


@pytest.mark.parametrize(
    ("geometry", "kind"), [(KABUL, "events"), (None, "events"), (SQUARE, "regions")]
)
def test_a_record_without_kind_is_told_by_its_geometry(
    checked: Checked, geometry: object, kind: str
) -> None:
    assert len(getattr(checked(event(geometry=geometry)), kind)) == 1


def test_an_event_may_be_an_area(checked: Checked) -> None:
    assert checked(event(kind="event", geometry=SQUARE)).events.geom_type.tolist() == ["Polygon"]


def test_a_ring_wound_the_wrong_way_is_wound_the_right_way(checked: Checked) -> None:
    clockwise = polygon(SQUARE["coordinates"][0][::-1])
    (area,) = checked(region(geometry=clockwise)).regions.geometry
    assert area.exterior.is_ccw


def test_a_multipoint_of_one_point_is_that_point(checked: Checked) -> None:
    single = {"type": "MultiPoint", "coordinates": [[69.17, 34.53]]}
    assert checked(event(geometry=single)).events.geom_type.tolist() == ["Point"]


def test_height_is_dropped(checked: Checked) -> None:
    assert not checked(event(geometry=point(69.17, 34.53, 1800))).events.has_z.any()


def test_the_frames_are_in_degrees(checked: Checked) -> None:
    assert checked(event()).events.crs == "EPSG:4326"


def flat_faults(**columns: list[object]) -> list[str]:
    table = Table("a.csv", pd.DataFrame({"title": ["T"]} | columns))
    with pytest.raises(RecordError) as caught:
        check([table])
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        (
            {"longitude": ["70,45"], "latitude": ["34"]},
            'longitude: is "70,45", expected degrees',
        ),
        (
            {"longitude": [None], "latitude": ["34"]},
            "longitude: stands without the other of longitude, latitude",
        ),
        (
            {"geometry": ["POINT (70"]},
            'geometry: is "POINT (70", expected WKT such as POINT (70.45 34.43)',
        ),
        (
            {"lon": [34.4], "lat": [170.0]},
            (
                "geometry: has the latitude 170, expected -90 to 90; longitude and latitude look "
                "swapped, expected [170, 34.4]"
            ),
        ),
        (
            {"wkt": ["LINESTRING (0 0, 1 1)"]},
            "wkt: is a LineString, expected a Point, Polygon or MultiPolygon",
        ),
    ],
)
def test_geometry_of_a_flat_file_is_named_by_its_column(
    columns: dict[str, list[object]], fault: str
) -> None:
    assert flat_faults(**columns) == [f"a.csv, record 1, {fault}"]


@pytest.mark.parametrize("empty", ["POINT EMPTY", "POLYGON EMPTY"])
def test_empty_geometry_is_null(empty: str) -> None:
    frame = geopandas.GeoDataFrame({"title": ["T"]}, geometry=[shapely.from_wkt(empty)], crs=4326)
    assert check_frame(frame, "event").geometry.isna().all()


def test_an_unplaced_row_of_a_flat_file_is_null() -> None:
    columns = {"longitude": ["70", ""], "latitude": ["34", ""]}
    frame = pd.DataFrame(columns).replace("", None)
    assert check([Table("a.csv", frame)]).events.geometry.isna().tolist() == [False, True]
