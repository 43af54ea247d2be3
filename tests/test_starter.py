"""The project that `mapgen init` begins."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from test_build import mapgen

FILES = ["mapgen.toml", "data/events.geojson", "geo/regions.geojson"]


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("starter")
    done = mapgen(folder, "init", "project")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "project"


def test_init_writes_a_project_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = mapgen(tmp_path, "init")
    assert files(tmp_path) == sorted(FILES)
    assert "mapgen serve" in done.stdout


def test_the_project_builds_at_once_without_a_warning(started: Path) -> None:
    done = mapgen(started, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("output/iceland.html: 2 layers, 5 events placed, 0 unplaced")


def test_the_map_of_the_project_opens_and_shows_what_is_uncertain(
    started: Path, visit: Callable
) -> None:
    assert mapgen(started, "build").returncode == 0
    seen = visit(started / "output" / "iceland.html")
    rows = seen.page.locator(".mg-twin tbody tr")
    assert rows.count() == 5
    assert seen.complaints == []


def test_no_file_is_overwritten_and_all_that_exist_are_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("mapgen.toml", "data/events.geojson"):
        (tmp_path / name).write_text("mine")
    done = mapgen(tmp_path, "init")
    assert done.returncode == 1
    assert done.stderr == (
        "mapgen.toml and data/events.geojson exist already; nothing was written. "
        "Choose another folder.\n"
    )
    assert files(tmp_path) == ["data/events.geojson", "mapgen.toml"]
    assert (tmp_path / "mapgen.toml").read_text() == "mine"


def test_a_dangling_link_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").symlink_to("nowhere")
    assert mapgen(tmp_path, "init").returncode == 1


def test_the_wheel_has_the_files_of_the_starter_and_of_the_server(
    root: Path, tmp_path: Path
) -> None:
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet"]
    made = subprocess.run(
        [*pip, "-w", str(tmp_path), "."], cwd=root, check=False, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("mapgen-*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    assert {path.name for path in (installed / "mapgen/serve/shell").iterdir()} == {
        "shell.html",
        "shell.css",
        "shell.js",
    }
    code = "from mapgen.cli import main; main()"
    env = {**os.environ, "PYTHONPATH": str(installed)}
    for words in (["init", "project"], ["build", "project/mapgen.toml"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=tmp_path,
            env=env,
            check=False,
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "project" / "output" / "iceland.html").exists()
