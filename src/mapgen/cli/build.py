"""`mapgen build`: every map of a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.console import err, out

if TYPE_CHECKING:
    from mapgen.build import Page


def build(
    project: Annotated[Path, typer.Argument(help="The project file.")] = Path("mapgen.toml"),
    output: Annotated[Path | None, typer.Option(help="Write to this folder instead.")] = None,
) -> None:
    """Write every map of a project into its output folder.

    Nothing is written when the project file or the data have a fault: every fault is named, and
    the pages of the last build stay as they are. The exit code is then 1; it is 2 for a word on
    the command line that is not understood.
    """
    # Geopandas takes a second to load; `--help` and `--version` do not need it.
    from mapgen.build import build as build_maps  # noqa: PLC0415 - see above

    with err.status("Starting") as status:
        report = build_maps(project, output, tell=status.update)
    for warning in report.warnings:
        err.print(f"Warning: {warning}", markup=False)
    for page in report.pages:
        out.print(_line(page), markup=False)


def _line(page: Page) -> str:
    return (
        f"{page.path}: {page.layers} layers, {page.placed} events placed, "
        f"{page.unplaced} unplaced, {page.size_bytes:,} bytes ({page.gzip_bytes:,} gz), "
        f"{page.seconds:.2f} s"
    )
