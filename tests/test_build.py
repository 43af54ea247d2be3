"""mapgen build: from a project file to pages, or to sentences."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mapgen.build import Report

PROJECT = """
lang = "en"
output = "output"
data = ["events.geojson"]
geo = ["region.geojson"]

[types]
attack = { label = "Attack", color = "#b5332e", symbol = "circle" }

[[map]]
id = "events"
title = "Events"
description = "Two events."
basemap = false

[[map.layer]]
id = "region"
name = "Region"
regions = ["square"]

[[map.layer]]
id = "events"
name = "Events"
events = {}
"""

EVENTS = """{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "one", "geometry": {"type": "Point", "coordinates": [10, 20]},
 "properties": {"title": "One", "event_type": "attack", "date": "2020-01-02",
  "sources": [{"title": "A report"}]}},
{"type": "Feature", "id": "two", "geometry": null,
 "properties": {"title": "Two", "event_type": "attack", "sources": [{"title": "A report"}]}}
]}"""

REGION = """{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "square", "properties": {"kind": "region", "title": "Square",
 "certainty": "certain", "sources": [{"title": "A report"}]},
 "geometry": {"type": "Polygon", "coordinates": [[[5, 15], [15, 15], [15, 25], [5, 25], [5, 15]]]}}
]}"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mapgen.toml").write_text(PROJECT)
    (tmp_path / "events.geojson").write_text(EVENTS)
    (tmp_path / "region.geojson").write_text(REGION)
    return tmp_path


def mapgen(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "mapgen"), *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **env}
    )


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_line_a_map_says_what_was_written(project: Path) -> None:
    done = mapgen(project, "build")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(
        r"output/events\.html: 2 layers, 1 events placed, 1 unplaced, "
        r"[\d,]+ bytes \([\d,]+ gz\), \d+\.\d\d s\n",
        done.stdout,
    )


def test_the_size_that_is_printed_is_the_size_of_the_file(built: tuple[Path, Report]) -> None:
    for page in built[1].pages:
        assert page.size_bytes == page.path.stat().st_size


def test_the_index_names_every_map(built: tuple[Path, Report]) -> None:
    index = (built[0] / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', index)
    assert links == [page.path.name for page in built[1].pages]


def test_two_processes_with_other_hash_seeds_write_the_same_bytes(
    root: Path, tmp_path: Path
) -> None:
    for seed in ("1", "2"):
        words = ("build", str(root / "mapgen.toml"), "--output", str(tmp_path / seed))
        assert mapgen(root, *words, PYTHONHASHSEED=seed).returncode == 0
    for page in (tmp_path / "1").iterdir():
        assert page.read_bytes() == (tmp_path / "2" / page.name).read_bytes(), page.name


def test_a_project_with_an_address_has_the_cards_that_its_pages_name(project: Path) -> None:
    change(project, "mapgen.toml", 'lang = "en"', 'lang = "en"\nurl = "https://example.org/maps"')
    assert mapgen(project, "build").returncode == 0
    page = (project / "output" / "events.html").read_text(encoding="utf-8")
    assert '<meta property="og:image" content="https://example.org/maps/events.png">' in page
    assert '<meta property="og:url" content="https://example.org/maps/events.html">' in page
    assert (project / "output" / "events.png").read_bytes().startswith(b"\x89PNG")


def test_a_project_without_an_address_has_its_cards_but_names_none(project: Path) -> None:
    assert mapgen(project, "build").returncode == 0
    assert (project / "output" / "events.png").read_bytes().startswith(b"\x89PNG")
    assert "og:image" not in (project / "output" / "events.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("mapgen.toml", "events.geojson", "nowhere.geojson", "nowhere.geojson"),
        ("mapgen.toml", "description =", "descripton =", 'did you mean "description"?'),
        ("mapgen.toml", '["square"]', '["squard"]', 'did you mean "square"?'),
        ("events.geojson", "[10, 20]", '["10", 20]', "events.geojson"),
        ("events.geojson", "[10, 20]", "[10, 200]", "events.geojson"),
        ("events.geojson", '"attack", "date"', '"atack", "date"', 'did you mean "attack"?'),
        ("events.geojson", "2020-01-02", "2020-13-02", "2020-13-02"),
        ("events.geojson", '"features": [', '"features": [,', "line 1"),
    ],
)
def test_a_fault_is_a_sentence_with_exit_code_1_and_the_old_page_stands(
    project: Path, file: str, old: str, new: str, sentence: str
) -> None:
    assert mapgen(project, "build").returncode == 0
    before = (project / "output" / "events.html").read_bytes()
    change(project, file, old, new)
    done = mapgen(project, "build")
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "output" / "events.html").read_bytes() == before


def test_all_faults_are_named_at_once(project: Path) -> None:
    change(project, "events.geojson", "[10, 20]", "[10, 200]")
    change(project, "events.geojson", "2020-01-02", "2020-13-02")
    change(project, "events.geojson", '"id": "two"', '"id": "one"')
    change(project, "events.geojson", '"attack", "sources"', '"atack", "sources"')
    done = mapgen(project, "build")
    for word in ("200", "2020-13-02", "one", "atack"):
        assert word in done.stderr


def test_a_missing_project_file_is_a_sentence(tmp_path: Path) -> None:
    done = mapgen(tmp_path, "build")
    assert done.returncode == 1
    assert "mapgen.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_word_that_is_not_understood_has_exit_code_2(tmp_path: Path) -> None:
    assert mapgen(tmp_path, "biuld").returncode == 2


def test_no_page_is_written_when_one_cannot_be(project: Path) -> None:
    assert mapgen(project, "build").returncode == 0
    shutil.rmtree(project / "output")
    change(project, "events.geojson", "[10, 20]", "[10, 200]")
    assert mapgen(project, "build").returncode == 1
    assert not (project / "output").exists()
