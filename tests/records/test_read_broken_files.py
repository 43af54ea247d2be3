"""A file that cannot be read is said to be so, and why."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pytest
import shapely

from mapgen.errors import RecordError
from mapgen.records import read


def sentence(path: Path) -> str:
    with pytest.raises(RecordError) as caught:
        read(path)
    (fault,) = caught.value.faults
    assert fault.where == str(path)
    return str(fault).removeprefix(str(path)).removeprefix(": ").removeprefix(", ")


def written(folder: Path, text: str, name: str = "a.geojson") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a.geojson", "a.csv", "a.gpkg", "a.parquet", "a.shp"])
def test_a_missing_file_is_said_to_be_missing(name: str, tmp_path: Path) -> None:
    assert sentence(tmp_path / name) == "there is no such file"


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    assert sentence(tmp_path / "a.xlsx").startswith("has no known format; expected one of .geojson")


def test_a_slip_in_an_ending_names_the_nearest(tmp_path: Path) -> None:
    assert sentence(tmp_path / "a.geojsn") == 'has no known format; did you mean ".geojson"?'


def test_broken_json_is_named_by_line_and_column(tmp_path: Path) -> None:
    path = written(tmp_path, '{\n "type": }')
    assert sentence(path) == "is no valid JSON: Expecting value at line 2, column 10"


def test_json_that_is_nested_without_end_is_named(tmp_path: Path) -> None:
    assert sentence(written(tmp_path, "[" * 200_000)) == "is nested too deeply to be a map"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[1]", "type: is [1], expected a GeoJSON FeatureCollection"),
        ('{"type": "Topology"}', 'type: is "Topology", expected a GeoJSON FeatureCollection'),
        ('{"type": "FeatureCollection"}', "features: is null, expected a list"),
        (
            '{"type": "FeatureCollection", "features": [3]}',
            "record 1: is 3, expected a GeoJSON Feature",
        ),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": 3}]}',
            "record 1: has the properties 3, expected an object",
        ),
        (
            '{"type": "FeatureCollection", "crs": "EPSG:3857", "features": []}',
            'crs: is "EPSG:3857"; GeoJSON is WGS 84, longitude before latitude',
        ),
    ],
)
def test_what_is_no_feature_collection_is_named(text: str, problem: str, tmp_path: Path) -> None:
    assert sentence(written(tmp_path, text)) == problem


def test_an_old_crs_that_means_wgs84_is_read(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    document = {"type": "FeatureCollection", "crs": crs, "features": []}
    assert len(read(written(tmp_path, json.dumps(document))).frame) == 0


def test_text_that_is_not_utf8_is_named_by_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"title\ncaf\xe9\n")
    assert "is no UTF-8 text" in sentence(path)


def test_a_csv_row_with_too_many_cells_is_named_by_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "id,title\n1,a\n2,b,c\n", "a.csv")
    assert sentence(path) == (
        "is broken: Error tokenizing data. C error: Expected 2 fields in line 3, saw 3"
    )


def test_a_geopackage_with_two_layers_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    places = geopandas.GeoDataFrame(geometry=[shapely.Point(69, 34)], crs=4326)
    for layer in ("one", "two"):
        places.to_file(path, driver="GPKG", layer=layer)
    assert sentence(path) == ("is broken: it holds the layers one, two; expected one layer a file")


@pytest.mark.parametrize("name", ["a.gpkg", "a.fgb", "a.parquet", "a.shp"])
def test_a_file_of_rubbish_is_said_to_be_broken(name: str, tmp_path: Path) -> None:
    assert sentence(written(tmp_path, "rubbish", name)).startswith("is broken: ")
