"""The legend of a picture: what its symbols mean, of those that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.element import element, number
from mapgen.picture.events import standing
from mapgen.picture.paint import forms
from mapgen.picture.paragraph import Paragraph, paragraph
from mapgen.picture.scene import DIGITS
from mapgen.picture.swatches import form_parts, region_parts, type_parts

if TYPE_CHECKING:
    from mapgen.picture.caption import Caption
    from mapgen.picture.events import Events
    from mapgen.picture.view import View

SWATCH_PX = 26.0
AIR_PX = 5.0
NEUTRAL = "#7a7670"
"""The colour of symbols that stand for any type."""


@dataclass(frozen=True)
class Entry:
    """A line of the legend: a swatch round the point (0, 0), and what it means."""

    swatch: Markup
    words: Paragraph

    @property
    def width(self) -> float:
        """Return the width in pixels."""
        return SWATCH_PX + self.words.width

    @property
    def height(self) -> float:
        """Return the height in pixels, with the air below."""
        return self.words.height + AIR_PX

    def drawn(self, x: float, y: float, ink: str, leftward: bool) -> Markup:
        """Return the line from its start at the top; it starts at the right when leftward."""
        away = -1 if leftward else 1
        middle = y + self.words.size * 0.62
        at = f"translate({number(x + away * SWATCH_PX * 0.4)} {number(middle)})"
        return element("g", self.swatch, transform=at) + self.words.drawn(
            x + away * SWATCH_PX, y, ink, leftward
        )


def entries(
    caption: Caption, events: Sequence[Events], view: View, size: float, width: float
) -> list[Entry]:
    """Return the lines of the legend, types of events first.

    Args:
        caption: their words.
        events: as they stand in the view.
        view: what is seen.
        size: height of the letters in pixels.
        width: at most so many pixels to a line.
    """
    shown = forms(events, view)
    digits = events[0].digits if events else DIGITS
    found = [
        (_in(entry.color, type_parts(entry.symbol)), f"{entry.label} ({entry.count})")
        for entry in caption.types
    ]
    found += [
        (_in(NEUTRAL, form_parts(word, "circle", digits)), caption.keys[word])
        for word in caption.keys
        if word in shown
    ]
    found += [
        (_in(entry.color, region_parts(entry.edge)), entry.label) for entry in caption.regions
    ]
    return [Entry(swatch, paragraph(words, size, width - SWATCH_PX)) for swatch, words in found]


def outside(layers: Iterable[Events], view: View) -> int:
    """Return how many events have a point that the view does not show."""
    far = 0
    for events in layers:
        for mark in events.marks:
            far += 0 if _seen((mark.x, mark.y), view) else len(mark.rows)
    return far


def _seen(xy: tuple[float, float], view: View) -> bool:
    """Return whether a point of the unit square lies in the view."""
    x, y = standing(xy, view)
    return 0 <= x <= view.width and 0 <= y <= view.height


def _in(color: str, parts: Markup) -> Markup:
    """Return parts in a colour."""
    return element("g", parts, color=data_color(color))
