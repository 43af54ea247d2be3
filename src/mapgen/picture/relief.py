"""Shaded relief: one picture laid over the land, which is darker on the slopes in shade."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup
from PIL import Image

from mapgen.atlas.relief import TILE_PX
from mapgen.picture.element import element
from mapgen.picture.path import GRID
from mapgen.picture.png import BEST, LEAST, inked
from mapgen.picture.style import at, style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapgen.atlas.relief import Tile
    from mapgen.picture.view import View

# Level ground and water leave what is below as it is.
LEVEL = 255
# Pixels beyond the view from which those at its edge are interpolated.
MARGIN_PX = 3


def relief(tiles: Sequence[Tile], theme: str, view: View, density: float | None = None) -> Markup:
    """Return the relief of a view, as strong as the theme has it at the zoom.

    The browser multiplies the land with the tiles, whose deepest shade is an ink
    (`browser/src/layers/relief.ts`). On land of one colour that is the same as one darker colour,
    laid on more or less densely: so it is drawn here, because blending takes a renderer seconds
    and programs for print do not all know it.

    Args:
        tiles: the finer lie over the coarser.
        theme: light or dark.
        view: what is seen.
        density: pixels of the raster to one of the view; None for an SVG that is kept.
    """
    opacity = at(style()["relief"][theme], view.zoom)
    if not tiles or not opacity:
        return Markup()
    color, depth = shade(style()[theme]["land"], style()[theme]["relief"])
    level = _level(tiles, view, density or 1.0)
    alpha = np.rint((LEVEL - level.astype(float)) * opacity * depth).astype(np.uint8)
    if not alpha.any():
        return Markup()
    # What is drawn at once need not be small.
    png = inked(alpha, color, BEST if density is None else LEAST)
    return element(
        "image",
        class_="relief",
        href=f"data:image/png;base64,{b64encode(png).decode('ascii')}",
        width=GRID * view.width,
        height=GRID * view.height,
        preserveAspectRatio="none",
        # Its pixels are those of the picture already, and smoothing them anew takes seconds.
        image_rendering="optimizeSpeed" if density is not None else None,
    )


def shade(land: str, ink: str) -> tuple[str, float]:
    """Return the colour of the deepest shade of land, and how densely it lies there.

    Laid on so densely, it leaves of each component of the land what the ink would by multiplying.
    """
    ground, left = (np.array(list(bytes.fromhex(one[1:]))) / 255 for one in (land, ink))
    taken = 1 - left
    depth = float(taken.max())
    color = np.rint(255 * ground * (1 - taken / depth)).astype(int).tolist()
    return f"#{bytes(color).hex()}", depth


def _level(tiles: Sequence[Tile], view: View, density: float) -> NDArray[np.uint8]:
    """Return the relief in grey, (rows, columns) of a view."""
    finest = max(tile.z for tile in tiles)
    world = TILE_PX * 2**finest
    scale = world / view.world
    left, top = view.left * scale, view.top * scale
    wide, high = view.width * scale, view.height * scale
    x, y = int(np.floor(left)) - MARGIN_PX, int(np.floor(top)) - MARGIN_PX
    size = (int(np.ceil(wide)) + 2 * MARGIN_PX + 1, int(np.ceil(high)) + 2 * MARGIN_PX + 1)
    sheet = Image.new("L", size, LEVEL)
    for tile in sorted(tiles, key=lambda tile: (tile.z, tile.x, tile.y)):
        side = world // 2**tile.z
        down = tile.y * side - y
        # The copies of the world in which the tile is seen.
        for across in range((tile.x * side - x) % world - world, size[0], world):
            if -side < across and -side < down < size[1]:
                sheet.paste(_picture(tile, side), (across, down))
    part = (left - x, top - y, left - x + wide, top - y + high)
    target = (round(view.width * density), round(view.height * density))
    return np.asarray(sheet.resize(target, Image.Resampling.BICUBIC, box=part))


def _picture(tile: Tile, side: int) -> Image.Image:
    """Return a tile in grey, as wide as it is among the finest."""
    picture = Image.open(io.BytesIO(tile.webp)).convert("L")
    return picture.resize((side, side), Image.Resampling.BICUBIC)
