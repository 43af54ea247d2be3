"""A project and its data, looked through to the end: what they hold, and every fault in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import records
from mapgen.errors import Fault, InputError
from mapgen.places import resolve, unknown_references
from mapgen.project import Project, survey_project, too_near

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from mapgen.records import Records

FILES = ("data", "geo")


@dataclass(frozen=True)
class Survey:
    """What a project is made of, and what is wrong with it.

    Attributes:
        project: the project, or None when its file is no TOML.
        records: the checked records, or None when there is a fault in them.
        events: the events at their places; None as for the records.
        faults: everything that stops a build: of the project file, then of the data.
        warnings: what an editor should know.
    """

    project: Project | None
    records: Records | None
    events: GeoDataFrame | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    def sound(self) -> tuple[Project, Records, GeoDataFrame]:
        """Return project, records and events, in which there is no fault.

        Raises:
            InputError: with every fault.
        """
        if self.faults or self.project is None or self.records is None or self.events is None:
            raise InputError(self.faults)
        return self.project, self.records, self.events


def survey(project_file: Path, tell: Callable[[str], object] = str) -> Survey:
    """Return what a project and its files hold, with every fault that stands in them.

    A fault in the project file does not hide those of the data, as far as the file still says
    where the data are.

    Args:
        project_file: the mapgen.toml.
        tell: called with the name of each piece of work before it begins.
    """
    try:
        project, faults = survey_project(project_file)
    except InputError as error:
        return Survey(None, None, None, error.faults, ())
    tell("Reading")
    tables, unread = _tables(project)
    tell("Checking")
    found = records.survey(tables, project.types, project.strict)
    if unread or any(fault.field in FILES for fault in faults):
        # What the files that are missing would have held is not called unknown.
        faults = (*faults, *unread, *found.faults)
    else:
        unknown = unknown_references(project, found.regions, found.places)
        faults = (*faults, *unknown, *found.faults)
    warnings = (*found.warnings, *too_near(project_file, project.types), *_undescribed(project))
    if found.records is None:
        return Survey(project, None, None, faults, warnings)
    placed = resolve(found.records.events, found.records.regions)
    return Survey(project, found.records, placed.events, faults, (*warnings, *placed.warnings))


def _undescribed(project: Project) -> list[Fault]:
    """Return a warning for every map whose description is made from the data."""
    problem = "map {} has no description; it is made from the data: write one"
    return [
        Fault(str(project.path), "", "", problem.format(spec.id))
        for spec in project.maps
        if not spec.description
    ]


def _tables(project: Project) -> tuple[list[records.Table], tuple[Fault, ...]]:
    """Return what the files hold that can be read, and the faults of those that cannot."""
    tables: list[records.Table] = []
    faults: list[Fault] = []
    for path in (*project.data, *project.geo):
        try:
            tables.append(records.read(path))
        except InputError as error:
            faults += error.faults
    return tables, tuple(faults)
