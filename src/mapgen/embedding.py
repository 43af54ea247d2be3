"""From a project file to the markup that shows one of its maps in an article."""

from __future__ import annotations

import re
from pathlib import Path

from mapgen.atlas import credits_of
from mapgen.errors import UsageError
from mapgen.page import words as wording
from mapgen.picture import CARD
from mapgen.project import ValueFault, folder_url, read_project
from mapgen.publish import Embed, embed

RELATIVE = re.compile(r"(\.{0,2}/)?([\w.~-]+/)*[\w.~-]*")
"""A folder without a scheme and a host: `../maps/`."""


def embedding(  # noqa: PLR0913 - each is a word of the command line
    project_file: Path,
    map_id: str,
    url: str | None,
    height_px: int,
    *,
    frame: bool = True,
    resizing: bool = False,
) -> str:
    """Return the markup of a map of a project.

    Args:
        project_file: the mapgen.toml.
        map_id: the map.
        url: address of the folder with the maps, or a path to it from the article; None takes the
            project's, or else names the files alone, for an article that stands beside them.
        height_px: of the frame.
        frame: whether there is one, or only the picture.
        resizing: whether the script for its height follows.

    Raises:
        UsageError: when the project has no such map, or the address is none.
        InputError: with every fault of the project file.
    """
    project = read_project(project_file)
    spec = project.map_of(map_id)
    base = _folder(url) if url else project.url or ""
    words = wording.load(spec.lang)
    shown = Embed(
        id=spec.id,
        title=spec.title,
        page=f"{base}{spec.id}.html",
        card=f"{base}{spec.id}.png",
        card_px=(CARD.width_px, CARD.height_px),
        alt=words["picture.alt"].replace("{title}", spec.title),
        credits=credits_of(relief_too=spec.relief) if spec.basemap else (),
        height_px=height_px,
    )
    return embed(shown, words, frame=frame, resizing=resizing)


def _folder(url: str) -> str:
    """Return the address of a folder, on the web or seen from the article."""
    if RELATIVE.fullmatch(url):
        return url if url.endswith("/") else f"{url}/"
    try:
        return folder_url(url)
    except ValueFault as fault:
        raise UsageError(f"The address of the maps {fault}.") from None
