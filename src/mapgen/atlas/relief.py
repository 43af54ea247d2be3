"""Relief of the land: greyscale Web Mercator tiles that a page multiplies over its land.

White leaves the land as it is: flat land and water are white, and a tile that is missing is white
all over. Slopes are darker, lit from the north-west.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Bounds = tuple[float, float, float, float]

Place = tuple[int, int, int]
"""Zoom, column and row of a tile."""

CREDIT = "Relief: Tom Patterson, Natural Earth"
"""What a page that shows relief should say; the data are in the public domain."""

TILE_PX = 384
"""Width and height of a tile in pixels."""

REACH = {3: 1.0, 4: 0.5, 5: 0.0}
"""Zooms of the tiles, and how far beyond the bounds, in shares of their size, each is wanted."""

MOST = 30
"""No more tiles of one zoom are taken: a large region does without what lies round it, and then
without its finest zoom."""

PRODUCT = "relief.bin"
COUNT, ROW = struct.Struct("<I"), struct.Struct("<BBBI")


@dataclass(frozen=True)
class Tile:
    """One tile: its place in the Web Mercator scheme and its picture as WebP."""

    z: int
    x: int
    y: int
    webp: bytes


def within(bounds: Bounds) -> tuple[Tile, ...]:
    """Return the relief of `bounds` in detail and of what lies round them as overviews.

    The coarse tiles come first: each finer one is painted over them, and only the whole is
    multiplied over the land. At zoom z the world is `2 ** z` tiles wide.

    Args:
        bounds: west, south, east, north in degrees; west > east means across the antimeridian.
    """
    wanted = set[Place]().union(*(_few_of(zoom, bounds, reach) for zoom, reach in REACH.items()))
    seen = {place for place in wanted if not wanted.issuperset(_quarters(place))}
    stored = _load()
    return tuple(Tile(*place, stored[place]) for place in sorted(seen) if place in stored)


def _quarters(place: Place) -> set[Place]:
    """Return the four tiles of the next zoom that cover a tile."""
    z, x, y = place
    return {(z + 1, 2 * x + i, 2 * y + j) for i in (0, 1) for j in (0, 1)}


def _few_of(zoom: int, bounds: Bounds, reach: float) -> set[Place]:
    """Return the tiles of one zoom that are wanted, none if they would be too many."""
    for nearer in (reach, 0.0):
        places = _tiles_of(zoom, bounds, nearer)
        if len(places) <= MOST:
            return places
    return set()


def _tiles_of(zoom: int, bounds: Bounds, reach: float) -> set[Place]:
    """Return zoom, column and row of the tiles that the bounds, widened by `reach`, meet."""
    west, south, east, north = bounds
    width = (east - west) % 360 or 360.0
    wider, higher = width * reach, (north - south) * reach
    side = 2**zoom
    first = math.floor((west - wider + 180) / 360 * side)
    last = math.ceil((west + width + wider + 180) / 360 * side)
    columns = range(first, min(last, first + side))
    rows = range(_row(north + higher, side), _row(south - higher, side) + 1)
    return {(zoom, x % side, y) for x in columns for y in rows}


def _row(lat: float, side: int) -> int:
    """Return the row of tiles that holds a latitude; the poles lie in the outermost rows."""
    sine = math.sin(math.radians(min(max(lat, -89.9), 89.9)))
    down = 0.5 - math.atanh(sine) / (2 * math.pi)
    return min(max(math.floor(down * side), 0), side - 1)


@cache
def _load() -> Mapping[Place, bytes]:
    """Return the WebP of every tile of the world by zoom, column and row, read once."""
    packed = files(__package__).joinpath(PRODUCT).read_bytes()
    (count,) = COUNT.unpack_from(packed)
    start = COUNT.size + count * ROW.size
    tiles = {}
    for z, x, y, length in ROW.iter_unpack(packed[COUNT.size : start]):
        tiles[z, x, y] = packed[start : start + length]
        start += length
    return tiles
