"""`mapgen verify`: whether HTML maps are sealed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from mapgen.cli.console import out


def verify(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="HTML maps, of any maker.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a structure for machines.")
    ] = False,
    browser: Annotated[
        bool, typer.Option(help="Open each page in a Chromium, where there is one.")
    ] = True,
) -> None:
    """Say of each HTML map whether it is sealed, and what speaks for it.

    A sealed page asks for nothing outside itself, and its policy lets nothing else in. The exit
    code is 1 when a page is not sealed or cannot be read; it is 2 for a word on the command line
    that is not understood.
    """
    # The parsers take a moment to load; `--help` does not need them.
    from mapgen.verify import sentences, structure  # noqa: PLC0415 - see above
    from mapgen.verify import verify as verify_files  # noqa: PLC0415 - see above

    reports = []
    for report in verify_files(files, browser=browser):
        reports.append(report)
        if not as_json:
            for line in sentences(report):
                out.print(line, markup=False, emoji=False)
    if as_json:
        # Not by the console, which would take what looks like its own codes out of the text.
        typer.echo(json.dumps([structure(report) for report in reports], indent=2))
    if not all(report.sealed for report in reports):
        raise typer.Exit(1)
