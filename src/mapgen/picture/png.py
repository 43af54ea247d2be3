"""PNG: what SVG becomes, and small pictures of one ink that stand in an SVG."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import deflate
import numpy as np
import resvg_py

if TYPE_CHECKING:
    from markupsafe import Markup
    from numpy.typing import NDArray

    from mapgen.picture.form import Form

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Length, name, and what IHDR holds: width, height, depth, kind and three zeros.
HEAD_END = len(SIGNATURE) + 4 + 4 + 13 + 4
INDEXED = 3
BEST, LEAST = 12, 1
"""Levels of libdeflate, which writes the same bytes on every machine."""
INCH_M = 0.0254


def rasterised(svg: Markup, form: Form) -> bytes:
    """Return an SVG document that has the size of the raster of a form as PNG.

    The document has no text and the renderer no fonts: both would differ between machines.
    """
    png = bytes(resvg_py.svg_to_bytes(svg_string=str(svg), skip_system_fonts=True))
    if form.dots_per_inch is None:
        return png
    per_metre = round(form.dots_per_inch / INCH_M)
    return (
        png[:HEAD_END]
        + _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
        + png[HEAD_END:]
    )


def inked(alpha: NDArray[np.uint8], color: str, effort: int = BEST) -> bytes:
    """Return a PNG of one colour, as opaque in each pixel (rows, columns) as `alpha` says."""
    height, width = alpha.shape
    most = int(alpha.max(initial=0))
    rows = np.zeros((height, width + 1), dtype=np.uint8)
    rows[:, 1:] = alpha
    ink = bytes.fromhex(color.removeprefix("#"))
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, INDEXED, 0, 0, 0)),
            _chunk(b"PLTE", ink * (most + 1)),
            _chunk(b"tRNS", bytes(range(most + 1))),
            _chunk(b"IDAT", bytes(deflate.zlib_compress(rows.tobytes(), effort))),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and its check."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
