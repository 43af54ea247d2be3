"""`mapgen serve`: a project in the browser while it is being worked on."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mapgen.cli.build import Output, ProjectFile
from mapgen.cli.console import err, out
from mapgen.errors import MapgenError

if TYPE_CHECKING:
    from mapgen.build import Report

PORT = 8000


def serve(
    project: ProjectFile = Path("mapgen.toml"),
    output: Output = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")
    ] = PORT,
    browse: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the first map in the browser.")
    ] = True,
) -> None:
    """Build a project and show its maps, and again at every change of its files.

    The server answers on this machine only. A fault is shown in the page and here, and is gone
    when it is mended; the last map that was built stands meanwhile. Ctrl-C ends it.
    """
    # Geopandas takes a second to load, and only this command needs a server and a watcher.
    from mapgen.serve import Board, run, server  # noqa: PLC0415 - see above

    board = Board()
    serving = server(board, port)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    out.print(f"Serving {project} at {serving.url} (Ctrl-C ends it)", markup=False)
    if browse:
        webbrowser.open(serving.url)
    try:
        run(project, output, board, _say)
    except KeyboardInterrupt:
        out.print("Ended.", markup=False)
    finally:
        serving.shutdown()
        serving.server_close()


def _say(came: Report | MapgenError) -> None:
    if isinstance(came, MapgenError):
        err.print(f"Not built:\n{came}", markup=False)
        return
    for warning in came.warnings:
        err.print(f"Warning: {warning}", markup=False)
    names = ", ".join(path.name for path in came.changed) or "nothing changed"
    out.print(f"Built: {names}", markup=False)
