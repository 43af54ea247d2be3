"""`mapgen init`: a project to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapgen.cli.console import out


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder; it is made when it is not there.")
    ] = Path(),
) -> None:
    """Start a project: a commented mapgen.toml, five sample events and a region.

    It builds at once. No file is ever overwritten: when one of the names is taken, the files that
    exist are named, nothing is written and the exit code is 1.
    """
    # The room that writes knows of maps too, and geopandas takes a second to load.
    from mapgen.starter import start  # noqa: PLC0415 - see above

    for path in start(folder):
        out.print(f"{path}: written", markup=False)
    where = "" if folder == Path() else f"cd {folder} && "
    out.print("\nNext, see the sample map, and see it change as you edit the files:", markup=False)
    out.print(f"\n    {where}mapgen serve\n", markup=False)
    out.print("Or write it to output/ with `mapgen build`.", markup=False)
