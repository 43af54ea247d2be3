"""`mapgen image`: one map as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapgen.cli.console import err, out


def image(  # noqa: PLR0913, PLR0917 - each is a word of the command line
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="The id of the map.")],
    project: Annotated[Path, typer.Option(help="The project file.")] = Path("mapgen.toml"),
    preset: Annotated[
        str | None, typer.Option(help="card (1200x630), square (1080x1080) or print (A4).")
    ] = None,
    size: Annotated[str | None, typer.Option(help="Width and height in pixels: 1200x630.")] = None,
    format: Annotated[  # noqa: A002 - the word for it
        str | None, typer.Option(help="png or svg; else as the file is named.")
    ] = None,
    theme: Annotated[str, typer.Option(help="light or dark.")] = "light",
    output: Annotated[Path | None, typer.Option(help="The file; else MAP.png.")] = None,
) -> None:
    """Write one map of a project as a picture: the opening view with title, legend and credit.

    It needs neither a browser nor any font of this machine, and is the same on each. On paper
    (`--preset print`), PNG has 300 dots per inch, and SVG the size of A4 on its side.
    """
    # Geopandas takes a second to load; `--help` and `--version` do not need it.
    from mapgen.page import file_and_kind  # noqa: PLC0415 - see above
    from mapgen.picture import form_named  # noqa: PLC0415 - see above
    from mapgen.portray import portray  # noqa: PLC0415 - see above
    from mapgen.publish import write  # noqa: PLC0415 - see above

    form = form_named(preset, size)
    file, kind = file_and_kind(map_id, output, format)
    with err.status(f"Drawing {map_id}"):
        picture = portray(project, map_id, form, theme, kind)
    write(file, picture)
    wide, high = form.lengths(kind == "png")
    out.print(f"{file}: {wide} x {high}, {len(picture):,} bytes", markup=False)
