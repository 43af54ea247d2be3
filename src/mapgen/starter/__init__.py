"""A project to begin with: its files lie in `project/` as they are written."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from mapgen.errors import StarterError
from mapgen.publish.write import write_all

NAMES = ("mapgen.toml", "data/events.geojson", "geo/regions.geojson")


def start(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new project into a folder and return them.

    Raises:
        StarterError: naming every file that stands in the way; nothing is written then.
        PublishError: when a file cannot be written; nothing is written then either.
    """
    source = files("mapgen.starter") / "project"
    texts = {folder / name: (source / name).read_text(encoding="utf-8") for name in NAMES}
    taken = [str(path) for path in texts if os.path.lexists(path)]
    if taken:
        *most, last = taken
        named = f"{', '.join(most)} and {last} exist" if most else f"{last} exists"
        raise StarterError(f"{named} already; nothing was written. Choose another folder.")
    return write_all(texts)
