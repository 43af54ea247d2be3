"""A project folder with one file of data and one of regions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.errors import ProjectError
from mapgen.project import Project, read_project

COMPLETE = """
lang = "fa"
output = "pages"
data = ["data/locations.geojson"]
geo = ["geo/*.geojson"]
strict = true

[types]
attack = { label = "Attack", color = "#B5332E", symbol = "circle", "label:fa" = "حمله" }
counter_operation = { label = "Counter-operation", color = "#3b6ea5" }

[[map]]
id = "attacks"
title = "Attacks"
description = "Where attacks were."
focus = [58, 23, 76, 39.5]
relief = false

[[map.layer]]
id = "extent"
name = "Extent"
regions = ["khorasan-classical"]
shown = false

[[map.layer]]
id = "kabul"
name = "Kabul"
places = ["kabul"]

[[map.layer]]
id = "events"
name = "Events"
events = { types = ["attack"], within = "nangarhar", from = "2014", to = "2021-08" }
"""

MINIMAL = '[[map]]\nid = "one"\ntitle = "One"\n'

Build = Callable[[str], Project]
Faults = Callable[[str], list[str]]


@pytest.fixture
def complete() -> str:
    return COMPLETE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("data/locations.geojson", "geo/b.geojson", "geo/a.geojson"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


@pytest.fixture
def build(folder: Path) -> Build:
    def build(text: str) -> Project:
        path = folder / "mapgen.toml"
        path.write_text(text, encoding="utf-8")
        return read_project(path)

    return build


@pytest.fixture
def faults(build: Build) -> Faults:
    """Return the faults of a project as `record, field: problem`."""

    def faults(text: str) -> list[str]:
        with pytest.raises(ProjectError) as caught:
            build(text)
        return [str(fault).partition("mapgen.toml, ")[2] for fault in caught.value.faults]

    return faults


@pytest.fixture
def fault_of_map(faults: Faults) -> Faults:
    """Return the faults of a project whose only map has one more line."""
    return lambda line: faults(MINIMAL + line)


@pytest.fixture
def fault_of_top(faults: Faults) -> Faults:
    """Return the faults of a project with one more line at its top."""
    return lambda line: faults(f"{line}\n{MINIMAL}")
