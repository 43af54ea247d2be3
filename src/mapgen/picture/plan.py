"""Where everything stands on a sheet, in pixels of the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.picture.paragraph import Paragraph

if TYPE_CHECKING:
    from mapgen.picture.layout import Layout
    from mapgen.picture.legend import Entry

Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The map's place on the sheet, in whole pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height."""
        return self.width, self.height


@dataclass(frozen=True)
class Plan:
    """Where everything stands, in pixels of the sheet.

    Attributes:
        layout: what the plan was made by.
        map: the map's frame.
        start: where lines of words begin, their right end when the language is leftward.
        legend_y: top of the legend.
        leftward: whether lines begin at the right.
        fits: whether nothing stands on anything else, and the map has room.
    """

    layout: Layout
    map: Frame
    start: float
    bar_y: float
    title: Paragraph
    title_y: float
    period: Paragraph
    period_y: float
    description: Paragraph
    description_y: float
    notes_y: float
    legend_y: float
    leftward: bool
    fits: bool

    @property
    def credit_x(self) -> float:
        """Return where the credit begins."""
        return self.layout.margin

    @property
    def credit_width(self) -> float:
        """Return the width that the credit has."""
        return self.layout.wide - 2 * self.layout.margin

    @property
    def credit_bottom(self) -> float:
        """Return the lower edge of the credit."""
        return self.layout.high - 6

    def legend(self, lines: Sequence[Entry]) -> list[Point]:
        """Return the start of each line of a legend."""
        away = -1 if self.leftward else 1
        places = self.layout.flow(lines)
        return [(self.start + away * x, self.legend_y + y) for x, y in places]
