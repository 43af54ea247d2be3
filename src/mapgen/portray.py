"""From a project file to a picture of one of its maps, a line a station."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.compose import compose
from mapgen.errors import InputError, UsageError
from mapgen.project import nearest
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
    found = survey(project_file)
    if found.faults or found.project is None or found.records is None or found.events is None:
        raise InputError(found.faults)
    spec = next((one for one in found.project.maps if one.id == map_id), None)
    if spec is None:
        near = nearest(map_id, [one.id for one in found.project.maps])
        raise UsageError(f'{project_file} has no map "{map_id}"; {near}')
    return compose(spec, found.project, found.records, found.events).picture(form, theme, kind)
