"""The basemap as one block of bytes, which `basemap-unpack.ts` in the browser reads.

A block is the version (one byte), then columns of whole numbers, then the names of the labels as
UTF-8, a line each. A column is its length (4 bytes, little-endian), its number of planes (one
byte) and the planes: the numbers zigzag coded, all their lowest bytes first, then all the next
ones. Neighbours are alike there, and the deflate that follows is good at that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapgen.layers.basemap_order import in_ring_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from mapgen.atlas import Basemap
    from mapgen.atlas.labels import Label
    from mapgen.atlas.relief import Tile

VERSION = 1
ZOOM_STEPS = 10
LABEL_KINDS = ("country", "capital", "province", "seat", "town", "sea", "lake")


def pack(basemap: Basemap, lang: str) -> bytes:
    """Return the basemap with its labels in the language of the page, not yet deflated.

    A label is written in `lang` where its name in it is known, else in English.
    """
    ordered = in_ring_order(basemap)
    steps = np.diff(np.concatenate([*ordered.arcs, np.zeros((0, 2))]), axis=0, prepend=0)
    columns = (
        [basemap.units_per_degree],
        [len(arc) for arc in ordered.arcs],
        ordered.kinds,
        ordered.zooms,
        steps[:, 0],
        steps[:, 1],
        *_rings(ordered.land),
        *_rings(ordered.lakes),
        ordered.lake_zooms,
        *_places(basemap.labels, basemap.units_per_degree),
    )
    names = "\n".join(_name(label, lang) for label in basemap.labels)
    return b"".join([bytes([VERSION]), *map(_column, columns), names.encode()])


def pack_relief(tiles: Sequence[Tile]) -> bytes:
    """Return the relief's tiles: the version, four columns z, x, y, size, then the pictures."""
    columns = (
        [tile.z for tile in tiles],
        [tile.x for tile in tiles],
        [tile.y for tile in tiles],
        [len(tile.webp) for tile in tiles],
    )
    pictures = (tile.webp for tile in tiles)
    return b"".join([bytes([VERSION]), *map(_column, columns), *pictures])


def _name(label: Label, lang: str) -> str:
    """Return the name on one line: a break in it would begin the next label's."""
    return " ".join(label.names.get(lang, label.name).split())


def _rings(rings: Sequence[Sequence[int]]) -> tuple[ArrayLike, ArrayLike]:
    """Return the number of arcs of each ring, and all their arcs as steps from one to the next."""
    arcs = [arc for ring in rings for arc in ring]
    return [len(ring) for ring in rings], np.diff(np.array(arcs, dtype=np.int64), prepend=0)


def _places(labels: Sequence[Label], units_per_degree: int) -> tuple[ArrayLike, ...]:
    """Return longitude and latitude in units, kind and least zoom (in tenths) of the labels."""
    return (
        [round(label.lon * units_per_degree) for label in labels],
        [round(label.lat * units_per_degree) for label in labels],
        [LABEL_KINDS.index(label.kind) for label in labels],
        [round(label.zoom * ZOOM_STEPS) for label in labels],
    )


def _column(values: ArrayLike) -> bytes:
    """Return the whole numbers as a column."""
    numbers: NDArray[np.int64] = np.asarray(values).astype(np.int64)
    zigzag = (numbers << 1) ^ (numbers >> 63)
    count = (int(zigzag.max(initial=0)).bit_length() + 7) // 8
    planes = ((zigzag >> 8 * plane).astype(np.uint8).tobytes() for plane in range(count))
    return b"".join([len(numbers).to_bytes(4, "little"), bytes([count]), *planes])
