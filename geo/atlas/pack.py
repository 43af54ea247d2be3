"""Columns of numbers as the bytes of a file, in the form that `mapgen.atlas.columns` reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import deflate
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

HEAD_BYTES = 4
LEVEL = 12


def pack(columns: Mapping[str, NDArray[Any]], deltas: frozenset[str]) -> bytes:
    """Return the columns as the bytes of a file; those named in `deltas` as differences."""
    blocks, heads = [], []
    for name, column in columns.items():
        coded = _to_planes(column) if name in deltas else column.tobytes()
        block = bytes(deflate.deflate_compress(coded, LEVEL))
        blocks.append(block)
        kind = "delta" if name in deltas else column.dtype.str
        heads.append([name, kind, len(column), len(coded), len(block)])
    head = json.dumps(heads, separators=(",", ":")).encode()
    return b"".join([len(head).to_bytes(HEAD_BYTES, "little"), head, *blocks])


def _to_planes(column: NDArray[Any]) -> bytes:
    """Return whole numbers as planes of the bytes of their zigzag differences."""
    numbers = column.astype(np.int64)
    steps = numbers - np.concatenate([[0], numbers[:-1]]).astype(np.int64)
    zigzag = (steps << 1) ^ (steps >> 63)
    planes = max(1, (int(zigzag.max(initial=0)).bit_length() + 7) // 8)
    return b"".join((zigzag >> 8 * plane).astype(np.uint8).tobytes() for plane in range(planes))
