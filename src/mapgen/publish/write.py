"""The door through which files leave."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from mapgen.errors import PublishError

READABLE = 0o644
"""Temporary files are private; a page is for everybody."""


def write(path: Path, content: str | bytes) -> bool:
    """Write a file whole or not at all, and return whether that changed it.

    A reader never sees half of it; a file that holds this content already keeps its time.

    Raises:
        PublishError: when the folder or the file cannot be written; the old file stands.
    """
    return bool(write_all({path: content}))


def write_all(files: Mapping[Path, str | bytes]) -> tuple[Path, ...]:
    """Write files, all of them or none, and return those that this changed.

    Every file is first written beside its place; only when all are there do they take their
    places, and when one cannot, the others are put back as they were.

    Raises:
        PublishError: when a folder or file cannot be written; the old files stand.
    """
    fresh = changed(files)
    made: list[Path] = []
    staged: dict[Path, Path] = {}
    try:
        for path, data in fresh.items():
            with _saying(path):
                made += _folder(path)
                staged[path] = _beside(path, data)
        _take_places(staged)
    except PublishError:
        _forget(staged.values())
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    return tuple(fresh)


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    """Say of a file that it could not be written, when that is so."""
    try:
        yield
    except OSError as fault:
        raise PublishError(f"{path} could not be written: {fault.strerror}.") from fault


def changed(files: Mapping[Path, str | bytes]) -> dict[Path, bytes]:
    """Return the bytes of those files that do not stand on the disk with just these."""
    found = {
        path: content.encode() if isinstance(content, str) else content
        for path, content in files.items()
    }
    return {path: data for path, data in found.items() if not _holds(path, data)}


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _folder(path: Path) -> list[Path]:
    """Make the folder of a file, and return those that were not there, the outermost first."""
    missing = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _beside(path: Path, data: bytes) -> Path:
    """Write bytes to a hidden file beside their place, and return it."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name is there")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(READABLE)
    except OSError:
        _forget([Path(name)])
        raise
    return Path(name)


def _take_places(staged: Mapping[Path, Path]) -> None:
    """Move every file to its place, or put back what stood there."""
    kept: dict[Path, Path | None] = {}
    try:
        for path, beside in staged.items():
            with _saying(path):
                kept[path] = _kept(path, beside.with_name(f"{beside.name}.old"))
                beside.replace(path)
    except PublishError:
        for path, old in kept.items():
            if old is not None:
                old.replace(path)
            elif not staged[path].exists():
                path.unlink(missing_ok=True)
        raise
    finally:
        _forget(old for old in kept.values() if old is not None)


def _kept(path: Path, name: Path) -> Path | None:
    """Give the file at a place a second name and return that, or None where there is no file."""
    if not path.exists():
        return None
    try:
        os.link(path, name)
    except OSError:  # a file system without links
        shutil.copy2(path, name)
    return name


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
