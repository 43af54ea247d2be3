"""Colours that come with the data."""

from __future__ import annotations

import re

from mapgen.errors import LayerError
from mapgen.picture.style import style

_FORM = re.compile(r"#[0-9a-fA-F]{6}")


def data_color(color: str) -> str:
    """Return a colour of the form `#rrggbb`; anything else, which might be a link, is refused.

    Raises:
        LayerError: with the value.
    """
    if not _FORM.fullmatch(color):
        raise LayerError(
            f"A layer of the picture has the color {color!r}; expected one like #3f6b8c."
        )
    return color


def lit(color: str, theme: str) -> str:
    """Return a colour of the data as it is drawn: in the dark mixed with white."""
    if theme == "light":
        return data_color(color)
    kept = style()["marks"]["hue"]
    parts = (int(data_color(color)[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * kept):02x}" for part in parts)
