"""The one table of colours, widths and letters, which the browser draws by too."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from mapgen.picture.path import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def style() -> dict[str, Any]:
    """Return the table `layers/style.json`, read once; nothing changes it."""
    # By the package's root: naming `mapgen.layers` would import folium for a file of numbers.
    text = files("mapgen").joinpath("layers", "style.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def at(stops: Sequence[Sequence[float]], zoom: float) -> float:
    """Return the value of stops `[zoom, value]` at a zoom, straight between them, flat outside."""
    zooms, values = zip(*stops, strict=True)
    return float(np.interp(zoom, zooms, values))


def width_at(stops: Sequence[Sequence[float]], zoom: float) -> float:
    """Return a width of stops at a zoom, on the grid of path data."""
    return round(GRID * at(stops, zoom), 1)
