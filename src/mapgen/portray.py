"""From a project file to a picture of one of its maps, a line a station."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import records
from mapgen.compose import compose
from mapgen.errors import ProjectError, UsageError
from mapgen.places import resolve, unknown_references
from mapgen.project import nearest, read_project

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
    project = read_project(project_file)
    spec = next((one for one in project.maps if one.id == map_id), None)
    if spec is None:
        near = nearest(map_id, [one.id for one in project.maps])
        raise UsageError(f'{project_file} has no map "{map_id}"; {near}')
    tables = [records.read(path) for path in (*project.data, *project.geo)]
    found = records.check(tables, project.types, project.strict)
    if faults := unknown_references(project, found):
        raise ProjectError(faults)
    placed = resolve(found.events, found.regions)
    return compose(spec, project, found, placed.events).picture(form, theme, kind)
