"""`mapgen check`: every fault of a project, without building it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mapgen.cli import answers
from mapgen.cli.build import AsJson, ProjectFile
from mapgen.cli.console import err, out
from mapgen.cli.exits import FAULTS

if TYPE_CHECKING:
    from mapgen.survey import Survey


def check(project: ProjectFile = Path("mapgen.toml"), as_json: AsJson = False) -> None:
    """Name every fault and warning of a project file and its data, and write nothing.

    The exit code is 1 when there is a fault, which would stop a build; a warning does not.
    """
    # Geopandas takes a second to load; `--help` does not need it.
    from mapgen.survey import survey  # noqa: PLC0415 - see above

    with err.status("Starting") as status:
        found = survey(project, tell=status.update)
    if as_json:
        out.print(answers.text(answers.of_check(project, found)), markup=False)
    else:
        _say(project, found)
    if found.faults:
        raise typer.Exit(FAULTS)


def _say(project: Path, found: Survey) -> None:
    for fault in found.faults:
        err.print(f"Fault: {fault}", markup=False)
    for warning in found.warnings:
        err.print(f"Warning: {warning}", markup=False)
    counts = [(len(found.faults), "fault"), (len(found.warnings), "warning")]
    said = " and ".join(_counted(count, word) for count, word in counts)
    out.print(f"{project}: {_held(found)}{said}.", markup=False)


def _held(found: Survey) -> str:
    if found.project is None or found.records is None:
        return ""
    held = (
        (len(found.project.maps), "map"),
        (len(found.records.events), "event"),
        (len(found.records.places), "place"),
        (len(found.records.regions), "region"),
    )
    return ", ".join(_counted(count, word) for count, word in held) + "; "


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}" if count else f"no {word}s"
