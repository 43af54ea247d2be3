"""Columns of numbers and of words as bytes, and the container that holds them.

docs/event-format.md describes both; `browser/src/layers/columns.ts` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mapgen.errors import LayerError
from mapgen.layers.features import compact

MAGIC = b"MGE\x02"
SEPARATOR = "\0"
MOST_BITS = 4
"""Numbers of so many bits share a byte with others."""
RUNS_WIN = 4
"""Runs are stored where they take less than one byte for so many numbers."""

Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Column:
    """A column as it is stored.

    Attributes:
        head: what the header of its container says of it.
        data: its bytes.
    """

    head: Mapping[str, Any]
    data: bytes


def container(head: Mapping[str, Any], columns: Sequence[Column]) -> bytes:
    """Return columns behind a header, which says first how many rows there are.

    Args:
        head: `count`, and what else the block says.
        columns: in their order.
    """
    count, *more = head.items()
    described = dict([count, ("columns", [column.head for column in columns]), *more])
    header = compact(described)
    size = len(header).to_bytes(4, "little")
    return b"".join([MAGIC, size, header, *(column.data for column in columns)])


def numbers(
    name: str, values: npt.NDArray[Any], coding: str = "plain", known: Mask | None = None
) -> Column:
    """Return a column of whole numbers.

    Args:
        name: of the column.
        values: what it holds.
        coding: plain, delta or zigzag. Small numbers that are plain are stored as bits, and
            differences that are mostly nought as runs: a browser has both apart faster.
        known: which values there are; None is all of them, and then nothing can be null.
    """
    values = values.astype(np.int64)
    there = values if known is None else values[known]
    base = int(there.min()) if len(there) else 0
    offset = values - base
    if known is not None:
        offset = np.where(known, offset + 1, 0)
    head: dict[str, Any] = {"name": name, "count": len(values), "base": base}
    if known is not None:
        head["null"] = True
    return CODERS[coding](head, offset)


def _plain(head: dict[str, Any], offset: Integers) -> Column:
    size = int(offset.max(initial=0)).bit_length()
    if 0 < size <= MOST_BITS:
        bits = 1 << (size - 1).bit_length()
        return Column(head | {"coding": "bits", "bits": bits}, _packed_bits(offset, bits))
    return _in_planes(head, "plain", offset, _width(offset))


def _packed_bits(offset: Integers, bits: int) -> bytes:
    """Return numbers side by side in bytes, the first in the lowest bits."""
    each = 8 // bits
    filled = np.zeros(-(-len(offset) // each) * each, dtype=np.uint8)
    filled[: len(offset)] = offset
    shifts = np.arange(0, 8, bits, dtype=np.uint8)
    octets: npt.NDArray[np.uint8] = np.bitwise_or.reduce(filled.reshape(-1, each) << shifts, axis=1)
    return octets.tobytes()


def _delta(head: dict[str, Any], offset: Integers) -> Column:
    width = _width(offset)
    starts = np.flatnonzero(np.diff(offset, prepend=-1))
    lengths = np.diff(starts, append=len(offset))
    long = _width(lengths)
    if len(starts) * (width + long) * RUNS_WIN < len(offset):
        numbers_of = planes(np.diff(offset[starts], prepend=0), width)
        told = head | {"coding": "runs", "width": width, "runs": len(starts), "long": long}
        return Column(told, numbers_of + planes(lengths, long))
    # Two's complement makes the difference modulo any power of two out of its lowest bytes.
    return _in_planes(head, "delta", np.diff(offset, prepend=0), width)


def _zigzag(head: dict[str, Any], offset: Integers) -> Column:
    step = np.diff(offset, prepend=0)
    coded = (step << 1) ^ (step >> 63)
    return _in_planes(head, "zigzag", coded, _width(coded))


CODERS = {"plain": _plain, "delta": _delta, "zigzag": _zigzag}


def _in_planes(head: dict[str, Any], coding: str, coded: Integers, width: int) -> Column:
    return Column(head | {"coding": coding, "width": width}, planes(coded, width))


def _width(offset: Integers) -> int:
    """Return the least number of bytes that holds every one of these numbers."""
    return (int(offset.max(initial=0)).bit_length() + 7) // 8


def planes(coded: npt.NDArray[Any], width: int) -> bytes:
    """Return the lowest bytes of all numbers, then all their second bytes, and so on."""
    octets = coded.astype("<i8").view(np.uint8).reshape(-1, 8)
    return octets[:, :width].T.tobytes()


def words(name: str, codes: npt.NDArray[Any], entries: npt.NDArray[np.object_]) -> Column:
    """Return a column of text, each word once where words recur.

    Args:
        name: of the column.
        codes: per row the index of its word, -1 for null.
        entries: the words; those that no row has are left out.
    """
    present = codes >= 0
    distinct, first, inverse = np.unique(codes[present], return_index=True, return_inverse=True)
    if 2 * len(distinct) > len(codes):
        rows = np.full(len(codes), "", dtype=object)
        rows[present] = entries[codes[present]]
        data = _joined(name, rows)
        return Column({"name": name, "count": len(codes), "text": "each", "bytes": len(data)}, data)
    order = np.argsort(first)
    coded = np.zeros(len(codes), dtype=np.int64)
    coded[present] = np.argsort(order)[inverse] + 1
    width = _width(coded)
    data = _joined(name, entries[distinct[order]])
    head = {"name": name, "count": len(codes), "text": "coded", "words": len(order)}
    return Column(head | {"width": width, "bytes": len(data)}, planes(coded, width) + data)


def _joined(name: str, entries: npt.NDArray[np.object_]) -> bytes:
    text = SEPARATOR.join(entries.tolist())
    if text.count(SEPARATOR) >= max(len(entries), 1):
        raise LayerError(f"The column {name} holds the character U+0000, expected text.")
    return text.encode()
