"""Colours that come with the data."""

from __future__ import annotations

import re

from mapgen.errors import LayerError

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
