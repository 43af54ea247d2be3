"""Data blocks: raw-deflated bytes as base64, which no parser mistakes for markup or code."""

from __future__ import annotations

import base64

import deflate

LEVEL = 12
"""libdeflate's strongest, which writes the same bytes on every machine."""


def block(data: bytes) -> str:
    """Return bytes as the text of a data block."""
    return base64.b64encode(deflate.deflate_compress(data, LEVEL)).decode()
