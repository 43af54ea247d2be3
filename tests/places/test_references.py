"""A layer names regions and places that the files hold."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest
from gazetteer import JALALABAD, event, regions

from mapgen.places import unknown_references
from mapgen.project import read_project
from mapgen.records import Records, check_frame

MAP = '[[map]]\nid = "one"\ntitle = "One"\n[[map.layer]]\nid = "a"\nname = "A"\n'


def records() -> Records:
    place = geopandas.GeoDataFrame(
        {"id": ["jalalabad"], "title": ["Jalalabad"]}, geometry=[JALALABAD], crs=4326
    )
    return Records(event(JALALABAD), check_frame(place, "place"), regions(), ())


def faults(tmp_path: Path, layer: str, known: Records) -> list[str]:
    path = tmp_path / "mapgen.toml"
    path.write_text(MAP + layer)
    regions, places = known.regions["id"].tolist(), known.places["id"].tolist()
    found = unknown_references(read_project(path), regions, places)
    return [str(fault).removeprefix(f"{path}, ") for fault in found]


@pytest.mark.parametrize(
    "layer",
    [
        'regions = ["nangarhar", "achin"]',
        'places = ["jalalabad"]',
        'events = { within = "achin" }',
        "events = {}",
    ],
)
def test_what_the_files_hold_is_no_fault(layer: str, tmp_path: Path) -> None:
    assert faults(tmp_path, layer, records()) == []


@pytest.mark.parametrize(
    ("layer", "fault"),
    [
        (
            'regions = ["nangahar"]',
            'regions: "nangahar" is no id in the data; did you mean "nangarhar"?',
        ),
        (
            'places = ["kabul"]',
            'places: "kabul" is no id in the data; expected one of jalalabad',
        ),
        (
            'events = { within = "herat" }',
            (
                'within: "herat" is no id in the data; '
                "expected one of nangarhar, achin, kabul-province"
            ),
        ),
    ],
)
def test_an_id_that_no_file_holds_names_the_nearest(layer: str, fault: str, tmp_path: Path) -> None:
    assert faults(tmp_path, layer, records()) == [f'map "one", layer "a", {fault}']


def test_an_id_where_there_is_no_record_says_so(tmp_path: Path) -> None:
    known = records()
    none = Records(known.events, known.places, known.regions.iloc[:0], ())
    assert faults(tmp_path, 'regions = ["nangarhar"]', none) == [
        'map "one", layer "a", regions: "nangarhar" is no id in the data; there are none'
    ]
