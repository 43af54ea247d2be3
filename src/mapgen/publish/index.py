"""The page that lists the maps of a project."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.page.seal import SLOT, sealed
from mapgen.page.templates import templates
from mapgen.page.words import direction, load
from mapgen.picture import small

if TYPE_CHECKING:
    from mapgen.project import MapSpec

TEMPLATES = templates("mapgen.publish")


CARD_PX = 640
"""Width of the pictures of the list, which are shown half as wide."""


@dataclass(frozen=True)
class Card:
    """The picture of a map in the list.

    Attributes:
        href: the picture itself, as data: the list stays one sealed file that shows its pictures
            wherever it is moved to.
        width: pixels.
        height: pixels.
    """

    href: str
    width: int
    height: int


def index(maps: Sequence[MapSpec], lang: str, cards: Mapping[str, bytes]) -> str:
    """Return the list of maps as a sealed page without scripts.

    Args:
        maps: in their order.
        lang: of the page.
        cards: the picture of each map as PNG, by its id.
    """
    template = TEMPLATES.get_template("index.html.jinja")
    shown = [(spec, _card(cards[spec.id])) for spec in maps]
    title = load(lang)["maps"]
    return sealed(
        template.render(maps=shown, lang=lang, direction=direction, title=title, seal=SLOT)
    )


def _card(png: bytes) -> Card:
    """Return a picture as the list shows it."""
    webp, (width, height) = small(png, CARD_PX)
    return Card(f"data:image/webp;base64,{b64encode(webp).decode('ascii')}", width, height)
