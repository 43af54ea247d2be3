"""This repository's own records are read, checked and placed without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapgen.places import resolve
from mapgen.project import Project, read_project
from mapgen.records import Records, check, read

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project() -> Project:
    return read_project(ROOT / "mapgen.toml")


@pytest.fixture(scope="module")
def records(project: Project) -> Records:
    return check([read(path) for path in (*project.data, *project.geo)], project.types, strict=True)


def test_no_record_has_a_warning(records: Records) -> None:
    assert records.warnings == ()


def test_every_province_that_is_drawn_as_an_area_has_its_region(records: Records) -> None:
    assert resolve(records.events, records.regions).warnings == ()


def test_there_are_events_places_and_regions(records: Records) -> None:
    assert min(map(len, (records.events, records.places, records.regions))) > 0


def test_the_outline_of_every_region_is_wound_as_rfc_7946_asks(records: Records) -> None:
    shells = records.regions.geometry.explode(index_parts=False).exterior
    assert all(ring.is_ccw for ring in shells)
