"""The command line, a file a command: the only room that prints."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from mapgen.cli.build import build
from mapgen.cli.check import check
from mapgen.cli.console import err, out
from mapgen.cli.embed import embed
from mapgen.cli.exits import MEANINGS, exit_code
from mapgen.cli.image import image
from mapgen.cli.init import init
from mapgen.cli.serve import serve
from mapgen.cli.verify import verify
from mapgen.errors import MapgenError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Layered maps of geocoded events and regions, each one self-contained HTML file.",
    epilog=MEANINGS,
)
app.command()(init)
app.command(epilog=MEANINGS)(build)
app.command()(check)
app.command()(serve)
app.command()(image)
app.command()(embed)
app.command()(verify)


def _version(asked: bool) -> None:
    if asked:
        out.print(version("mapgen"), markup=False)
        raise typer.Exit


@app.callback(epilog=MEANINGS)
def root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Layered maps of geocoded events and regions, each one self-contained HTML file."""


def main() -> None:
    """Run the command line; what stops it is said in sentences, with the exit code of its kind."""
    try:
        app()
    except MapgenError as fault:
        err.print(str(fault), markup=False)
        raise SystemExit(exit_code(fault)) from None
