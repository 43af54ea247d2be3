"""Which files a project is made of, and whether they are as they were."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from mapgen.errors import InputError
from mapgen.project import survey_project
from mapgen.publish import with_companions

Stamps = dict[Path, tuple[int, int]]


@dataclass(frozen=True)
class Watch:
    """The files of a project at one moment.

    Attributes:
        folders: in which its files lie, or could appear.
        stamps: time (ns) and size (bytes) of each file.
    """

    folders: frozenset[Path]
    stamps: Stamps

    @classmethod
    def of(cls, project_file: Path, before: Watch | None = None) -> Watch:
        """Return what is to be watched now, globs expanded anew.

        A project file that is no TOML at the moment tells of nothing but itself: then what was
        watched before is watched on.
        """
        try:
            project, _ = survey_project(project_file)
        except InputError:
            known = tuple(before.stamps) if before else ()
            folders = before.folders if before else frozenset()
            return cls(folders | {project_file.resolve().parent}, _stamps((project_file, *known)))
        folder = project_file.parent
        found = {project_file.resolve().parent}
        for pattern in project.patterns:
            found |= set(_folders(folder, pattern))
        files = with_companions((*project.data, *project.geo))
        return cls(frozenset(found), _stamps((project_file, *files)))


def _stamps(files: tuple[Path, ...]) -> Stamps:
    found = {}
    for path in dict.fromkeys(files):
        with suppress(OSError):
            told = path.stat()
            found[path] = (told.st_mtime_ns, told.st_size)
    return found


def _folders(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the folders in which files of a pattern lie or could appear, that are there."""
    *parents, _ = Path(folder.resolve(), pattern).parts
    plain = list(takewhile(lambda part: not glob.has_magic(part), parents))
    reached = [_nearest(Path(*plain))]
    yield from reached
    if reached[0] != Path(*plain):
        return
    for part in parents[len(plain) :]:
        reached = [found for one in reached for found in one.glob(part) if found.is_dir()]
        yield from reached


def _nearest(folder: Path) -> Path:
    """Return a folder, or the first above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
