"""What a build was made from and what it made, for those who must be able to prove it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from mapgen.errors import Fault, InputError

COMPANIONS = (".cpg", ".dbf", ".prj", ".shx")
"""What belongs to a Shapefile beside the file itself."""


@dataclass(frozen=True)
class Entry:
    """One map in the manifest.

    Attributes:
        id: the map's.
        page: name of its file in the output folder.
        sha256: of that file.
        bytes: its size.
        layers: in its layer control.
        events: on all of its layers; the next two are its parts.
        placed: with a point or an area.
        unplaced: without one, in the list only.
        undated: without a date, placed or not.
    """

    id: str
    page: str
    sha256: str
    bytes: int
    layers: int
    events: int
    placed: int
    unplaced: int
    undated: int


def manifest(version: str, inputs: Mapping[str, str], maps: Iterable[Entry]) -> str:
    """Return the manifest: the same text for the same build, whenever and wherever it is made.

    Args:
        version: of mapgen.
        inputs: sha256 of every file that the maps are made from, by its name.
        maps: in the order of the project.
    """
    told = {"mapgen": version, "inputs": dict(inputs), "maps": [asdict(entry) for entry in maps]}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def fingerprints(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    """Return the sha256 of files by their names relative to a folder, with `/` everywhere.

    Raises:
        InputError: when a file cannot be read any more.
    """
    found = {}
    for path in with_companions(files):
        try:
            with path.open("rb") as file:
                found[_name(folder, path)] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            problem = f"cannot be read: {error.strerror}"
            raise InputError([Fault(str(path), "", "", problem)]) from error
    return found


def sha256(text: str) -> str:
    """Return the sha256 of a text as it lies on the disk."""
    return hashlib.sha256(text.encode()).hexdigest()


def with_companions(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return files, each Shapefile followed by what belongs to it."""
    found: dict[Path, None] = {}
    for path in files:
        found[path] = None
        if path.suffix.lower() == ".shp":
            beside = (path.with_suffix(suffix) for suffix in COMPANIONS)
            found |= dict.fromkeys(one for one in beside if one.is_file())
    return tuple(found)


def _name(folder: Path, path: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows, which no relative path reaches
        return path.name
