"""Columns of numbers in a file, read without a loop.

A file is the length of its head (4 bytes, little-endian), the head (JSON: for each column its
name, type, count and packed length), then the columns, each deflated by itself. A column of kind
`delta` holds differences, zigzag coded, one plane of bytes after the other, least significant
first: neighbours are alike there, and deflate is good at that.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import deflate
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD_BYTES = 4


def unpack(data: bytes) -> dict[str, NDArray[Any]]:
    """Return the columns of a file by name; those of differences are int32."""
    end = HEAD_BYTES + int.from_bytes(data[:HEAD_BYTES], "little")
    columns = {}
    for name, kind, count, coded_bytes, block_bytes in json.loads(data[HEAD_BYTES:end]):
        coded = bytes(deflate.deflate_decompress(data[end : end + block_bytes], coded_bytes))
        columns[name] = (
            _from_planes(coded, count) if kind == "delta" else np.frombuffer(coded, dtype=kind)
        )
        end += block_bytes
    return columns


def _from_planes(coded: bytes, count: int) -> NDArray[np.int32]:
    """Return the whole numbers that lie in `coded` as planes of the bytes of their differences."""
    zigzag = np.zeros(count, dtype=np.int64)
    for plane, row in enumerate(np.frombuffer(coded, dtype=np.uint8).reshape(-1, max(count, 1))):
        zigzag |= row.astype(np.int64) << 8 * plane
    return np.cumsum((zigzag >> 1) ^ -(zigzag & 1)).astype(np.int32)
