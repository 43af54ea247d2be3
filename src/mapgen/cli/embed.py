"""`mapgen embed`: what an editor pastes into an article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapgen.cli.console import out


def embed(  # noqa: PLR0913, PLR0917 - each is a word of the command line
    map_id: Annotated[str, typer.Argument(metavar="MAP", help="The id of the map.")],
    project: Annotated[Path, typer.Option(help="The project file.")] = Path("mapgen.toml"),
    url: Annotated[
        str | None, typer.Option(help="Address of the folder of the maps; else the project's.")
    ] = None,
    height: Annotated[int, typer.Option(min=240, max=2000, help="Of the frame, in pixels.")] = 640,
    picture: Annotated[
        bool, typer.Option("--picture", help="The picture alone, where frames are not let in.")
    ] = False,
    script: Annotated[
        bool, typer.Option("--script", help="With the script that fits the height to the map.")
    ] = False,
) -> None:
    """Print the markup that shows one map of a project in an article.

    It is an <iframe> upon the picture of the map, so that the picture is left where a content
    management system takes frames away. docs/embedding.md tells what to paste where.
    """
    # Geopandas takes a second to load; `--help` and `--version` do not need it.
    from mapgen.embedding import embedding  # noqa: PLC0415 - see above

    text = embedding(project, map_id, url, height, frame=not picture, resizing=script)
    out.print(text.rstrip("\n"), markup=False, soft_wrap=True)
