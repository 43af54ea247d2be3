"""Every format gives the same records."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pandas as pd
import pytest
import shapely

from mapgen.errors import RecordError
from mapgen.records import Source, check, read
from mapgen.records.read import LARGEST_JSON

SOURCES = json.dumps([{"title": "A report", "url": "https://example.org/a"}])
WORDS = {
    "id": ["kabul-1", "herat-2"],
    "title": ["First", "Second"],
    "date": ["2015-06", "2021-08-26"],
    "event_type": ["attack", "attack"],
    "geo_precision": [1, 2],
    "uncertainty_km": [0.5, 12.0],
    "attribution": ["claimed", None],
    "sources": [SOURCES, SOURCES],
}
POINTS = [shapely.Point(69.2, 34.5), shapely.Point(62.2, 34.4)]
Writer = Callable[[Path], Path]


def frame() -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(WORDS, geometry=POINTS, crs=4326)


def flat() -> pd.DataFrame:
    return pd.DataFrame(WORDS | {"longitude": [69.2, 62.2], "latitude": [34.5, 34.4]})


def geojson(folder: Path) -> Path:
    path = folder / "events.geojson"
    frame().to_file(path, driver="GeoJSON")
    return path


def csv(folder: Path) -> Path:
    path = folder / "events.csv"
    flat().to_csv(path, index=False)
    return path


def csv_of_a_german_desk(folder: Path) -> Path:
    path = folder / "events.csv"
    flat().to_csv(path, index=False, sep=";", encoding="utf-8-sig")
    return path


def csv_with_wkt(folder: Path) -> Path:
    path = folder / "events.csv"
    pd.DataFrame(WORDS | {"geometry": [point.wkt for point in POINTS]}).to_csv(path, index=False)
    return path


def geopackage(folder: Path) -> Path:
    path = folder / "events.gpkg"
    frame().to_file(path, driver="GPKG")
    return path


def geopackage_in_metres(folder: Path) -> Path:
    path = folder / "events.gpkg"
    frame().to_crs(32642).to_file(path, driver="GPKG")
    return path


def flatgeobuf(folder: Path) -> Path:
    path = folder / "events.fgb"
    frame().to_file(path, driver="FlatGeobuf", SPATIAL_INDEX="NO")
    return path


def shapefile(folder: Path) -> Path:
    path = folder / "events.shp"
    frame().rename(columns={name: name[:10] for name in WORDS}).to_file(path)
    return path


def geoparquet(folder: Path) -> Path:
    path = folder / "events.geoparquet"
    frame().to_parquet(path)
    return path


def parquet(folder: Path) -> Path:
    path = folder / "events.parquet"
    flat().to_parquet(path)
    return path


def large_geojson(folder: Path) -> Path:
    path = geojson(folder)
    path.write_text(path.read_text(encoding="utf-8") + " " * LARGEST_JSON, encoding="utf-8")
    return path


WRITERS = [
    geojson,
    csv,
    csv_of_a_german_desk,
    csv_with_wkt,
    geopackage,
    geopackage_in_metres,
    flatgeobuf,
    shapefile,
    geoparquet,
    parquet,
    large_geojson,
]


@pytest.mark.parametrize("writer", WRITERS)
def test_words_come_out_as_they_went_in(writer: Writer, tmp_path: Path) -> None:
    events = check([read(writer(tmp_path))], ["attack"], strict=True).events
    assert events[["id", "title", "date"]].to_numpy().tolist() == [
        ["kabul-1", "First", "2015-06"],
        ["herat-2", "Second", "2021-08-26"],
    ]


@pytest.mark.parametrize("writer", WRITERS)
def test_numbers_come_out_as_they_went_in(writer: Writer, tmp_path: Path) -> None:
    events = check([read(writer(tmp_path))]).events
    assert events[["geo_precision", "uncertainty_km"]].to_numpy().tolist() == [[1, 0.5], [2, 12]]


@pytest.mark.parametrize("writer", WRITERS)
def test_points_come_out_where_they_went_in(writer: Writer, tmp_path: Path) -> None:
    events = check([read(writer(tmp_path))]).events
    there = [pair for point in events.geometry for pair in (point.x, point.y)]
    assert there == pytest.approx([69.2, 34.5, 62.2, 34.4], abs=1e-6)


@pytest.mark.parametrize("writer", WRITERS)
def test_sources_come_out_of_json_text(writer: Writer, tmp_path: Path) -> None:
    events = check([read(writer(tmp_path))]).events
    assert events["sources"][0] == (Source("A report", url="https://example.org/a"),)


@pytest.mark.parametrize("writer", WRITERS)
def test_an_empty_word_is_null(writer: Writer, tmp_path: Path) -> None:
    assert check([read(writer(tmp_path))]).events["attribution"].isna().tolist() == [False, True]


@pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf", "GeoJSON"])
def test_a_column_of_real_dates_is_read_as_days(driver: str, tmp_path: Path) -> None:
    ending = {"GPKG": "gpkg", "FlatGeobuf": "fgb", "GeoJSON": "geojson"}[driver]
    path = tmp_path / f"events.{ending}"
    dated = frame().assign(date=pd.to_datetime(["2015-06-01", "2021-08-26"]))
    dated.to_file(path, driver=driver)
    assert set(check([read(path)]).events["date"]) == {"2015-06-01", "2021-08-26"}


@pytest.mark.parametrize("typed", ["date32", "datetime64"])
def test_dates_of_parquet_are_read_as_days(typed: str, tmp_path: Path) -> None:
    days = pd.to_datetime(pd.Series(["2015-06-01", "2021-08-26"]))
    path = tmp_path / "events.parquet"
    flat().assign(date=days.dt.date if typed == "date32" else days).to_parquet(path)
    assert check([read(path)]).events["date"].tolist() == ["2015-06-01", "2021-08-26"]


def test_large_geojson_keeps_ids_that_are_numbers(tmp_path: Path) -> None:
    path = large(tmp_path, feature(id=70), feature(id=12))
    assert check([read(path)]).events["id"].tolist() == [70, 12]


def test_a_shapefile_cuts_names_that_are_read_in_full(tmp_path: Path) -> None:
    assert "uncertainty_km" in read(shapefile(tmp_path)).frame.columns


def large(folder: Path, *features: dict[str, object]) -> Path:
    path = folder / "events.geojson"
    document = json.dumps({"type": "FeatureCollection", "features": features})
    path.write_text(document + " " * LARGEST_JSON)
    return path


def feature(**changes: object) -> dict[str, object]:
    return {"type": "Feature", "id": "a", "geometry": None, "properties": {"title": "T"}} | changes


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"geometry": {"type": "Point", "coordinates": ["70", "34"]}},
            'a, geometry: has the coordinates ["70", "34"] as text',
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[70, 34], [71, 34], [71, 35]]]}},
            "a, geometry: ring 1 is not closed",
        ),
        (
            {"properties": {"description": "x" * 20_000_000}},
            "a, description: holds 20,000,000 characters, expected at most 100,000",
        ),
    ],
)
def test_large_geojson_shows_the_faults_that_gdal_would_hide(
    changes: dict[str, object], fault: str, tmp_path: Path
) -> None:
    with pytest.raises(RecordError, match=re.escape(fault)):
        check([read(large(tmp_path, feature(**changes)))])


def test_large_geojson_shows_ids_that_gdal_would_change(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match='"7" is the id of record 1'):
        check([read(large(tmp_path, feature(id=7), feature(id=7)))])


def test_large_geojson_keeps_an_unplaced_event(tmp_path: Path) -> None:
    assert check([read(large(tmp_path, feature()))]).events.geometry.isna().tolist() == [True]


def test_sources_may_be_a_list_of_parquet(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    listed = [[{"title": "A report", "url": "https://example.org/a"}]] * 2
    flat().assign(sources=listed).to_parquet(path)
    assert check([read(path)]).events["sources"][0] == (
        Source("A report", url="https://example.org/a"),
    )
