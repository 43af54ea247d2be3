"""The door through which files leave."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from mapgen.errors import PublishError

READABLE = 0o644
"""Temporary files are private; a page is for everybody."""


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: a reader never sees half of it.

    Raises:
        PublishError: when the folder or the file cannot be written; the old file stands.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(READABLE)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise PublishError(f"{path} could not be written: {fault.strerror}.") from fault
