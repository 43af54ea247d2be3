"""Shaded relief: grey pictures laid over the land, which is darker on the slopes in shade."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.element import element
from mapgen.picture.path import GRID
from mapgen.picture.style import at, style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.atlas.relief import Tile
    from mapgen.picture.view import View

# Level ground and water: multiplied, it leaves what is below as it is.
LEVEL = "#fff"


def relief(tiles: Sequence[Tile], theme: str, view: View) -> Markup:
    """Return the tiles, the finer over the coarser, as strong as the theme has them at the zoom.

    As in `browser/src/layers/relief.ts`: the deepest shade is an ink, not black, and all of it is
    multiplied with what lies below.
    """
    opacity = at(style()["relief"][theme], view.zoom)
    if not tiles or not opacity:
        return Markup()
    size = {"width": GRID * view.width, "height": GRID * view.height}
    pictures = [
        picture
        for tile in sorted(tiles, key=lambda tile: tile.z)
        for picture in _pictures(tile, view)
    ]
    level, ink = element("rect", fill=LEVEL, **size), element("rect", class_="shade", **size)
    return element("g", level, *pictures, ink, class_="relief", opacity=opacity)


def _pictures(tile: Tile, view: View) -> Iterator[Markup]:
    """Yield a tile in each copy of the world that shows it, its sides on the grid against seams."""
    side = view.world / 2**tile.z
    left, top = tile.x * side - view.left, tile.y * side - view.top
    if top > view.height or top + side < 0:
        return
    for turn in view.turns(left, left + side, 0):
        x = left + turn * view.world
        x0, y0, x1, y1 = (round(GRID * value) for value in (x, top, x + side, top + side))
        yield element(
            "image",
            href=f"data:image/webp;base64,{b64encode(tile.webp).decode('ascii')}",
            x=x0,
            y=y0,
            width=x1 - x0,
            height=y1 - y0,
            preserveAspectRatio="none",
        )
