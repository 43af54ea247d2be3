"""The command line, a file a command: the only room that prints."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from mapgen.cli.build import build
from mapgen.cli.console import err, out
from mapgen.cli.image import image
from mapgen.errors import MapgenError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Layered maps of geocoded events and regions, each one self-contained HTML file.",
)
app.command()(build)
app.command()(image)


def _version(asked: bool) -> None:
    if asked:
        out.print(version("mapgen"), markup=False)
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Layered maps of geocoded events and regions, each one self-contained HTML file."""


def main() -> None:
    """Run the command line; a fault is said in sentences, with exit code 1."""
    try:
        app()
    except MapgenError as fault:
        err.print(str(fault), markup=False)
        raise SystemExit(1) from None
