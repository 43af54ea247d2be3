"""A small project that is being served, by a real server and a real watcher."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import EVENT, PROJECT, Desk, serving


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mapgen.toml").write_text(PROJECT)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.geojson").write_text(EVENT.replace("NAME", "first"))
    return tmp_path / "mapgen.toml"


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    with serving(project) as served:
        yield served
