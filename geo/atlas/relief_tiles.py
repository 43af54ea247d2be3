"""Web Mercator tiles of a field on the equirectangular world, as greyscale WebP, in one file."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from scipy import ndimage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

TILE_PX = 384
METHOD = 6
BLANK = 0.985
"""A tile in which nothing is darker than this is not stored."""

SOFTEN_PX = 0.6
"""Far from the equator Mercator draws out the source from north to south; it is blurred from west
to east by so many pixels for each time it is drawn out, so that slopes do not turn to streaks."""

ROW = struct.Struct("<BBBI")
COUNT = struct.Struct("<I")


def cut(
    field: NDArray[np.float32], zoom: int, quality: int
) -> Iterator[tuple[int, int, int, bytes]]:
    """Yield zoom, column, row and WebP of each tile of one zoom that is not blank.

    Args:
        field: height x width, from 90° north and 180° west; 0 is black and 1 white.
        zoom: the world is `2 ** zoom` tiles wide.
        quality: of WebP, 0 to 100.
    """
    side = 2**zoom
    for row in range(side):
        strip = _strip(field, side, row)
        for column in range(side):
            tile = strip[:, column * TILE_PX : (column + 1) * TILE_PX]
            if tile.min() < BLANK:
                yield zoom, column, row, _webp(tile, quality)


def _strip(field: NDArray[np.float32], side: int, row: int) -> NDArray[np.float32]:
    """Return one row of tiles as a field as wide as the world."""
    height, width = field.shape
    pixels = side * TILE_PX
    down = (np.arange(row * TILE_PX, (row + 1) * TILE_PX) + 0.5) / pixels
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * down))))
    lines = (90 - lat) / 180 * height - 0.5
    low, high = int(lines.min()) - 8, int(lines.max()) + 9
    low, high = max(low, 0), min(high, height)
    columns = (np.arange(pixels) + 0.5) / pixels * width - 0.5
    grid = np.meshgrid(lines - low, columns, indexing="ij")
    scale = width / pixels
    source = ndimage.gaussian_filter(field[low:high], _blur(scale), mode=("nearest", "wrap"))
    strip = ndimage.map_coordinates(source, grid, order=3, mode="grid-wrap")
    drawn_out = 1 / np.cos(np.radians(lat[TILE_PX // 2])) - 1
    strip = ndimage.gaussian_filter1d(strip, SOFTEN_PX * drawn_out / scale, axis=1, mode="wrap")
    return np.clip(strip, 0, 1).astype(np.float32)


def _blur(scale: float) -> float:
    """Return the blur in source pixels for a picture that is shrunk so many times."""
    return 0.6 * scale if scale > 1 else 0.0


def _webp(tile: NDArray[np.float32], quality: int) -> bytes:
    """Return a tile as greyscale WebP."""
    packed = io.BytesIO()
    picture = Image.fromarray(np.rint(tile * 255).astype(np.uint8), mode="L")
    picture.save(packed, "WEBP", quality=quality, method=METHOD)
    return packed.getvalue()


def pack(tiles: Iterable[tuple[int, int, int, bytes]]) -> bytes:
    """Return the tiles in one file: their count, then zoom, column, row and length of each."""
    stored = sorted(tiles)
    index = b"".join(ROW.pack(z, x, y, len(webp)) for z, x, y, webp in stored)
    return COUNT.pack(len(stored)) + index + b"".join(tile[3] for tile in stored)
