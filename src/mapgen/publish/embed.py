"""What an editor pastes: the map in a frame upon its picture, or the picture alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mapgen.page.assets import asset, script
from mapgen.page.templates import templates

TEMPLATES = templates("mapgen.publish")
HEIGHT_PX = 640
"""Room for title, map and timeline in the column of an article, and on a phone."""


@dataclass(frozen=True)
class Embed:
    """A map as an article shows it.

    Attributes:
        id: of the map, by which links of the article name its frame.
        title: of the map.
        page: address of the page.
        card: address of its picture.
        card_px: width and height of the picture in pixels.
        alt: the picture in words.
        credits: who is to be named.
        height_px: of the frame.
    """

    id: str
    title: str
    page: str
    card: str
    card_px: tuple[int, int]
    alt: str
    credits: Sequence[str]
    height_px: int = HEIGHT_PX


def embed(
    map_: Embed, words: Mapping[str, str], *, frame: bool = True, resizing: bool = False
) -> str:
    """Return the markup for an article.

    The picture lies under the frame in one cell of a grid: it is seen until the map has loaded, and
    it stays, with caption and credit, where a content management system takes the frame away.

    Args:
        map_: the map.
        words: of the language of the map.
        frame: whether there is one, or only the picture with a link to the map.
        resizing: whether the script follows that gives a frame the height it asks for.
    """
    template = TEMPLATES.get_template("embed.html.jinja")
    return template.render(
        id=map_.id,
        title=map_.title,
        page=map_.page,
        card=map_.card,
        card_px=map_.card_px,
        alt=map_.alt,
        credits=map_.credits,
        height=map_.height_px,
        words=words,
        frame=frame,
        script=script(asset("embed.js").strip()) if resizing else "",
    )
