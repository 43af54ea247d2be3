"""How much room there is on the map at one zoom."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from names_label import Label

WORLD_PX = 256
"""Width of the world at zoom 0 in CSS pixels, as in every web map."""


class Crowd:
    """What stands on the map at one zoom, kept by squares as wide as the widest look round."""

    def __init__(self, zoom: int, widest_px: float) -> None:
        """Take the zoom and the greatest distance that will be asked for."""
        self._world = WORLD_PX * 2**zoom
        self._square = widest_px
        self._squares: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def add(self, label: Label) -> None:
        """Put a label on the map."""
        x, y = self._pixel(label)
        self._squares[self._key(x, y)].append((x, y))

    def has_room(self, label: Label, apart_px: float) -> bool:
        """Tell whether nothing stands within so many pixels of a label's point."""
        x, y = self._pixel(label)
        column, row = self._key(x, y)
        return not any(
            math.hypot(x - other[0], y - other[1]) < apart_px
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in self._squares.get((i, j), ())
        )

    def _pixel(self, label: Label) -> tuple[float, float]:
        """Return a label's place in pixels of the Mercator world."""
        sine = math.sin(math.radians(label.lat))
        return (
            (label.lon + 180) / 360 * self._world,
            (0.5 - math.atanh(sine) / (2 * math.pi)) * self._world,
        )

    def _key(self, x: float, y: float) -> tuple[int, int]:
        """Return the square that holds a pixel."""
        return int(x // self._square), int(y // self._square)
