"""The page that lists the maps of a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from mapgen.page.seal import SLOT, sealed
from mapgen.page.words import direction

if TYPE_CHECKING:
    from mapgen.project import MapSpec

TEMPLATES = Environment(
    loader=PackageLoader("mapgen.publish", "."),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


def index(maps: Sequence[MapSpec], lang: str) -> str:
    """Return the list of maps as a sealed page without scripts."""
    template = TEMPLATES.get_template("index.html.jinja")
    return sealed(template.render(maps=maps, lang=lang, direction=direction(lang), seal=SLOT))
