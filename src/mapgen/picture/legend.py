"""The legend of a picture: what its symbols mean, of those that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.color import data_color
from mapgen.picture.element import element, number
from mapgen.picture.events import SHARP_KM, standing
from mapgen.picture.paragraph import Paragraph, paragraph
from mapgen.picture.path import GRID
from mapgen.picture.symbols import outline
from mapgen.places import latitude

if TYPE_CHECKING:
    from mapgen.picture.caption import Caption, RegionEntry
    from mapgen.picture.events import Events
    from mapgen.picture.view import View

SWATCH_PX = 26.0
SYMBOL_PX = 5.5
AIR_PX = 5.0
# Of the edge of a region that fades out, in so small a piece of it.
SOFT_PX = 3.0
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
    shown = keys(events, view)
    found = [
        (
            outline(entry.symbol, 0, 0, SYMBOL_PX, class_="sharp", fill=data_color(entry.color)),
            f"{entry.label} ({entry.count})",
        )
        for entry in caption.types
    ]
    found += [(_KEYS[word](), caption.keys[word]) for word in caption.keys if word in shown]
    found += [(_region(entry), entry.label) for entry in caption.regions]
    return [Entry(swatch, paragraph(words, size, width - SWATCH_PX)) for swatch, words in found]


def keys(layers: Iterable[Events], view: View) -> frozenset[str]:
    """Return which of `caption.KEYS` the marks in a view need."""
    return frozenset(word for events in layers for word in _needed(events, view))


def outside(layers: Iterable[Events], view: View) -> int:
    """Return how many events have a point that the view does not show."""
    far = 0
    for events in layers:
        for mark in events.marks:
            far += 0 if _seen((mark.x, mark.y), view) else len(mark.rows)
    return far


def _needed(events: Events, view: View) -> Iterator[str]:
    """Yield the keys that the marks of a layer need."""
    if events.areas:
        yield "area"
    for mark in events.marks:
        if not _seen((mark.x, mark.y), view):
            continue
        if len(mark.rows) > 1:
            yield "several"
        elif not events.sharp[mark.rows[0]]:
            yield "hollow"
        km = events.km[mark.rows]
        if (km > SHARP_KM).any():
            widest = mark.rows[np.nanargmax(km)]
            lat = latitude(float(events.xy[widest, 1]))
            if view.ground_px(float(events.km[widest]), lat) > mark.radius + 2:
                yield "ring"


def _seen(xy: tuple[float, float], view: View) -> bool:
    """Return whether a point of the unit square lies in the view."""
    x, y = standing(xy, view)
    return 0 <= x <= view.width and 0 <= y <= view.height


def _several() -> Markup:
    """Return a mark of several events."""
    return element(
        "g",
        element("circle", class_="share", r=7.0, stroke=NEUTRAL),
        element("text", "5", y=3.6, font_size=10),
        class_="shared",
    )


def _hollow() -> Markup:
    """Return a mark whose place is not known sharply."""
    return outline("circle", 0, 0, SYMBOL_PX - 0.5, class_="hollow", stroke=NEUTRAL)


def _ring() -> Markup:
    """Return a ring of uncertainty with its mark."""
    ring = element("circle", class_="ring", r=8.5, fill=NEUTRAL, stroke=NEUTRAL)
    return ring + outline("circle", 0, 0, 3, class_="hollow", stroke=NEUTRAL)


def _area() -> Markup:
    """Return an area of which nothing nearer is known."""
    lines = "M-9 2l7-7M-7 6l12-12M-2 6l9-9M4 6l5-5"
    return element("path", d=lines, stroke=NEUTRAL, stroke_opacity=0.9, fill="none")


_KEYS = {"several": _several, "hollow": _hollow, "ring": _ring, "area": _area}


def _region(entry: RegionEntry) -> Markup:
    """Return a piece of a region, on the grid on which regions are drawn."""
    color = data_color(entry.color)
    box = {"x": -9 * GRID, "y": -5.5 * GRID, "width": 18 * GRID, "height": 11 * GRID}
    looks = ["region claimed"] if entry.dashed else []
    looks.append(f"region {entry.certainty}")
    drawn = [
        element(
            "rect",
            class_=look,
            fill=color,
            stroke=color,
            stroke_width=SOFT_PX * GRID,
            rx=2 * GRID,
            **box,
        )
        for look in reversed(looks)
    ]
    return element("g", *drawn, transform=f"scale({number(1 / GRID)})")
