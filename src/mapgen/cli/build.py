"""`mapgen build`: every map of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli import answers
from mapgen.cli.console import err, out
from mapgen.cli.exits import DIFFERS, exit_code
from mapgen.errors import MapgenError

if TYPE_CHECKING:
    from mapgen.build import Page, Report

ProjectFile = Annotated[Path, typer.Argument(help="The project file.")]
Output = Annotated[Path | None, typer.Option(help="Write to this folder instead.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object, for machines (docs/ci.md).")
]
Dry = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 4 when the output would change.")
]


def build(
    project: ProjectFile = Path("mapgen.toml"),
    output: Output = None,
    as_json: AsJson = False,
    check: Dry = False,
) -> None:
    """Write every map of a project into its output folder.

    Nothing is written when the project file or the data have a fault: every fault is named, and
    the pages of the last build stay as they are. A page that comes out the same as before is not
    written again. The folder also gets index.html, which lists the maps, and manifest.json, which
    says what they were made from.
    """
    # Geopandas takes a second to load; `--help` and `--version` do not need it.
    from mapgen.build import build as build_maps  # noqa: PLC0415 - see above

    try:
        with err.status("Starting") as status:
            report = build_maps(project, output, tell=status.update, dry=check)
    except MapgenError as error:
        if not as_json:
            raise
        out.print(answers.text(answers.of_failure(project, error)), markup=False)
        raise typer.Exit(exit_code(error)) from None
    if as_json:
        out.print(answers.text(answers.of_build(project, report)), markup=False)
    else:
        _say(report, check)
    if check and report.changed:
        raise typer.Exit(DIFFERS)


def _say(report: Report, dry: bool) -> None:
    for warning in report.warnings:
        err.print(f"Warning: {warning}", markup=False)
    for page in report.pages:
        out.print(f"{_line(page)}{_outcome(page.path, report, dry)}", markup=False)
    others = [path for path in report.changed if path not in {page.path for page in report.pages}]
    if dry:
        for path in others:
            out.print(f"{path}{_outcome(path, report, dry)}", markup=False)


def _outcome(path: Path, report: Report, dry: bool) -> str:
    """Return what became of a file, as the end of its line."""
    if path not in report.changed:
        return ", unchanged"
    return ", would change" if dry else ""


def _line(page: Page) -> str:
    return (
        f"{page.path}: {page.layers} layers, {page.placed} events placed, "
        f"{page.unplaced} unplaced, {page.size_bytes:,} bytes ({page.gzip_bytes:,} gz), "
        f"{page.seconds:.2f} s"
    )
