"""Data blocks: raw-deflated bytes as base64, which no parser mistakes for markup or code."""

from __future__ import annotations

import base64
from collections.abc import Mapping

import deflate

MUCH = 2_000_000
STRONGEST, STRONG, QUICK = 12, 10, 9
"""Levels of libdeflate, which writes the same bytes on every machine. Its strongest takes seconds
for megabytes of numbers, and a minute for tens of megabytes of words, to win one part in fifty."""


def encoded(blocks: Mapping[str, bytes]) -> dict[str, str]:
    """Return the bytes of a page's data blocks as their texts, by the same ids."""
    much = sum(map(len, blocks.values())) > MUCH
    return {name: _text(data, _level(name, much)) for name, data in blocks.items()}


def _level(name: str, much: bool) -> int:
    if not much:
        return STRONGEST
    return QUICK if "-words-" in name else STRONG


def _text(data: bytes, level: int) -> str:
    return base64.b64encode(deflate.deflate_compress(data, level)).decode()
