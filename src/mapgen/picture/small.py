"""A picture made small, for a list of maps."""

from __future__ import annotations

import io

from PIL import Image

QUALITY, EFFORT = 80, 6


def small(png: bytes, width_px: int) -> tuple[bytes, tuple[int, int]]:
    """Return a picture as WebP of a width, and its size in pixels."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    size = (width_px, round(width_px * picture.height / picture.width))
    file = io.BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(
        file, "WEBP", quality=QUALITY, method=EFFORT
    )
    return file.getvalue(), size
