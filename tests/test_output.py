"""What a build says to machines: manifest, JSON answer, exit codes, files left alone."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from test_build import EVENTS, change, mapgen
from test_build import project as project  # noqa: PLC0414 - a fixture, passed on


def stand(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file below a folder with its bytes and its time."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def answer(folder: Path, *words: str, code: int = 0) -> dict[str, Any]:
    done = mapgen(folder, *words, "--json")
    assert (done.returncode, done.stderr) == (code, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def built_once(project: Path) -> Path:
    assert mapgen(project, "build").returncode == 0
    return project


def test_the_manifest_has_the_sha256_of_every_input_by_its_name(built_once: Path) -> None:
    told = json.loads((built_once / "output" / "manifest.json").read_text())
    names = ["mapgen.toml", "events.geojson", "region.geojson"]
    assert told["inputs"] == {name: sha256(built_once / name) for name in names}


def test_the_manifest_tells_of_each_map_what_it_is_and_holds(built_once: Path) -> None:
    page = built_once / "output" / "events.html"
    told = json.loads((built_once / "output" / "manifest.json").read_text())
    assert told["maps"] == [
        {
            "id": "events",
            "page": "events.html",
            "sha256": sha256(page),
            "bytes": page.stat().st_size,
            "layers": 2,
            "events": 2,
            "placed": 1,
            "unplaced": 1,
            "undated": 1,
        }
    ]


def test_the_manifest_is_the_same_wherever_the_project_lies(built_once: Path, root: Path) -> None:
    before = (built_once / "output" / "manifest.json").read_bytes()
    words = ("build", str(built_once / "mapgen.toml"), "--output", str(built_once / "elsewhere"))
    assert mapgen(root, *words).returncode == 0
    assert (built_once / "elsewhere" / "manifest.json").read_bytes() == before


def test_an_unchanged_build_says_so_and_leaves_every_file_alone(built_once: Path) -> None:
    before = stand(built_once)
    done = mapgen(built_once, "build")
    assert done.stdout.endswith(", unchanged\n")
    assert stand(built_once) == before


def test_a_build_with_a_fault_leaves_every_file_alone(built_once: Path) -> None:
    change(built_once, "events.geojson", "2020-01-02", "2020-13-02")
    before = stand(built_once)
    assert mapgen(built_once, "build").returncode == 1
    assert stand(built_once) == before


def test_faults_of_the_project_file_and_of_the_data_are_named_together(project: Path) -> None:
    change(project, "mapgen.toml", "description =", "descripton =")
    change(project, "mapgen.toml", '["square"]', '["squard"]')
    change(project, "events.geojson", "2020-01-02", "2020-13-02")
    done = mapgen(project, "build")
    for word in ("descripton", "squard", "2020-13-02"):
        assert word in done.stderr


def test_pages_that_cannot_all_be_written_are_exit_code_3_and_nothing_is(built_once: Path) -> None:
    (built_once / "output" / "manifest.json").unlink()
    (built_once / "output" / "manifest.json").mkdir()
    change(built_once, "events.geojson", '"One"', '"Changed"')
    before = stand(built_once)
    done = mapgen(built_once, "build")
    assert (done.returncode, "manifest.json could not be written" in done.stderr) == (3, True)
    assert stand(built_once) == before


def test_a_page_whose_map_is_gone_is_named_and_kept(built_once: Path) -> None:
    change(built_once, "mapgen.toml", 'id = "events"\ntitle', 'id = "renamed"\ntitle')
    done = mapgen(built_once, "build")
    assert "Warning: output/events.html: is the page of a map that" in done.stderr
    assert (built_once / "output" / "events.html").exists()


def test_a_page_of_somebody_else_is_not_named(built_once: Path) -> None:
    (built_once / "output" / "about.html").write_text("<p>About us</p>")
    assert mapgen(built_once, "build").stderr == ""


def test_a_map_may_not_take_the_name_of_the_list(project: Path) -> None:
    change(project, "mapgen.toml", 'id = "events"\ntitle', 'id = "index"\ntitle')
    assert 'one has the id "index"' in mapgen(project, "build").stderr


KEYS = ["mapgen", "project", "output", "changed", "maps", "warnings", "faults", "error"]


def test_the_answer_of_a_build_names_what_it_changed(project: Path) -> None:
    told = answer(project, "build")
    assert list(told) == KEYS
    files = [
        "output/events.html",
        "output/events.png",
        "output/index.html",
        "output/manifest.json",
    ]
    assert told["changed"] == files
    assert (told["faults"], told["error"]) == ([], None)


def test_the_answer_of_an_unchanged_build_says_so(built_once: Path) -> None:
    told = answer(built_once, "build")
    assert (told["changed"], told["maps"][0]["changed"]) == ([], False)


def test_the_answer_of_a_failed_build_has_the_same_keys_and_its_faults(project: Path) -> None:
    change(project, "events.geojson", "2020-01-02", "2020-13-02")
    told = answer(project, "build", code=1)
    assert list(told) == KEYS
    (fault,) = told["faults"]
    assert (fault["where"], fault["record"], fault["field"]) == ("events.geojson", "one", "date")
    assert "2020-13-02" in fault["problem"]


def test_words_that_look_like_pictures_stay_words_in_the_answer(project: Path) -> None:
    change(project, "events.geojson", "2020-01-02", ":bug:")
    assert ":bug:" in answer(project, "build", code=1)["faults"][0]["problem"]


def test_warnings_are_objects(project: Path) -> None:
    change(project, "events.geojson", '"title": "Two", ', "")
    (warning,) = answer(project, "build")["warnings"]
    assert (warning["where"], warning["field"]) == ("events.geojson", "title")


def test_asking_whether_the_output_would_change_writes_nothing(built_once: Path) -> None:
    change(built_once, "events.geojson", '"One"', '"Changed"')
    before = stand(built_once)
    done = mapgen(built_once, "build", "--check")
    assert (done.returncode, "events.html" in done.stdout) == (4, True)
    assert stand(built_once) == before


def test_output_that_would_not_change_is_exit_code_0(built_once: Path) -> None:
    assert mapgen(built_once, "build", "--check").returncode == 0


def test_check_names_faults_of_project_and_data_and_warnings(project: Path) -> None:
    change(project, "mapgen.toml", "basemap =", "basemaps =")
    change(project, "events.geojson", "2020-01-02", "2020-13-02")
    change(project, "events.geojson", '"title": "Two", ', "")
    done = mapgen(project, "check")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "Fault",
        "Fault",
        "Warning",
    ]
    assert not (project / "output").exists()


def test_check_without_a_fault_counts_what_there_is(project: Path) -> None:
    done = mapgen(project, "check")
    said = "mapgen.toml: 1 map, 2 events, no places, 1 region; no faults and no warnings.\n"
    assert (done.returncode, done.stdout) == (0, said)


def test_the_answer_of_a_check_has_its_faults(project: Path) -> None:
    change(project, "mapgen.toml", '["square"]', '["squard"]')
    told = answer(project, "check", code=1)
    assert list(told) == ["mapgen", "project", "faults", "warnings"]
    assert told["faults"][0]["record"] == 'map "events", layer "region"'


def test_a_file_that_is_missing_makes_no_unknown_names(project: Path) -> None:
    change(project, "mapgen.toml", "region.geojson", "nowhere.geojson")
    (fault,) = answer(project, "check", code=1)["faults"]
    assert "nowhere.geojson" in fault["problem"]


def test_a_type_that_is_badly_declared_makes_no_faults_in_the_data(project: Path) -> None:
    text = (project / "mapgen.toml").read_text()
    begin, end = text.index("attack = "), text.index("\n\n[[map]]")
    (project / "mapgen.toml").write_text(text.replace(text[begin:end], 'attack = "red"'))
    (fault,) = answer(project, "check", code=1)["faults"]
    assert fault["field"] == "types"
    assert '"attack"' in EVENTS
