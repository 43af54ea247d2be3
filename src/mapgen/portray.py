"""From a project file to a picture of one of its maps, a line a station."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.compose import compose
from mapgen.survey import survey

if TYPE_CHECKING:
    from mapgen.picture import Form


def portray(project_file: Path, map_id: str, form: Form, theme: str, kind: str) -> bytes:
    """Return a picture of a map of a project.

    Args:
        project_file: the mapgen.toml.
        map_id: the map.
        form: the size.
        theme: light or dark.
        kind: png or svg.

    Raises:
        UsageError: when the project has no such map.
        InputError: with every fault of the project file, or else of the records.
    """
    project, records, events = survey(project_file).sound()
    return compose(project.map_of(map_id), project, records, events).picture(form, theme, kind)
