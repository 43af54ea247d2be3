"""Pages of maps that a project has no more."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mapgen.errors import Fault

MARK = b'id="mapgen-spec"'
"""Stands in every page of a map, and in no list of maps."""


def stale_pages(folder: Path, names: Collection[str]) -> tuple[Fault, ...]:
    """Return a warning for each map's page in a folder that has none of these names."""
    problem = "is the page of a map that the project does not have; delete it if nobody needs it"
    pages = (path for path in sorted(folder.glob("*.html")) if path.name not in names)
    return tuple(Fault(str(path), "", "", problem) for path in pages if _is_map(path))


def _is_map(path: Path) -> bool:
    try:
        return MARK in path.read_bytes()
    except OSError:
        return False
