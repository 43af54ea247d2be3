"""Pages that several tests of this room open."""

from pathlib import Path

import pytest

from mapgen.build import build


@pytest.fixture(scope="session")
def persian(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this repository's maps, built in Persian."""
    folder = tmp_path_factory.mktemp("fa")
    project = (root / "mapgen.toml").read_text(encoding="utf-8").replace('"en"', '"fa"', 1)
    for name in ("data", "geo"):
        project = project.replace(f'["{name}/', f'["{root}/{name}/')
    (folder / "mapgen.toml").write_text(project, encoding="utf-8")
    build(folder / "mapgen.toml", folder)
    return folder
