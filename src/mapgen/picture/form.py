"""The forms of a picture: its size, and how large what stands in it is drawn."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from mapgen.errors import UsageError
from mapgen.project import nearest

LEAST_PX, MOST_PX = 400, 6000
MOST_AREA_PX = 16_000_000
"""A4 at 300 dots per inch has nine million pixels; the renderer holds four bytes of each, often."""
USUAL_SIDE = 580.0
"""The side of a square as large as the card of 1200x630 is at its scale."""
SIZE = re.compile(r"(\d{1,5})[x×](\d{1,5})", re.ASCII)


@dataclass(frozen=True)
class Form:
    """The form of a picture.

    Attributes:
        width_px: width of its raster.
        height_px: height of its raster.
        scale: pixels of the raster to one of the drawing, in which letters are as large as on a
            page.
        dots_per_inch: of a form that is meant for paper, else None.
    """

    width_px: int
    height_px: int
    scale: float
    dots_per_inch: int | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the drawing, in its own pixels."""
        return self.width_px / self.scale, self.height_px / self.scale

    def lengths(self, raster: bool) -> tuple[str, str]:
        """Return width and height as an SVG states them: in millimetres if it is for paper."""
        sides = (self.width_px, self.height_px)
        if raster or self.dots_per_inch is None:
            return f"{sides[0]}", f"{sides[1]}"
        wide, high = (round(side / self.dots_per_inch * 25.4) for side in sides)
        return f"{wide}mm", f"{high}mm"


PRESETS = {
    "card": Form(1200, 630, 1.5),
    "square": Form(1080, 1080, 1.5),
    # A4 on its side.
    "print": Form(3508, 2480, 3.125, dots_per_inch=300),
}
CARD = PRESETS["card"]


def form_of(width_px: int, height_px: int) -> Form:
    """Return the form of a size.

    Raises:
        UsageError: when the picture would be too small to read or too large to hold.
    """
    for form in PRESETS.values():
        if (form.width_px, form.height_px) == (width_px, height_px):
            return form
    for name, side in (("width", width_px), ("height", height_px)):
        if not LEAST_PX <= side <= MOST_PX:
            raise UsageError(
                f"The {name} of a picture is {side} pixels; expected {LEAST_PX} to {MOST_PX}."
            )
    if width_px * height_px > MOST_AREA_PX:
        raise UsageError(
            f"A picture of {width_px}x{height_px} has {width_px * height_px:,} pixels; "
            f"expected at most {MOST_AREA_PX:,}."
        )
    usual = math.sqrt(width_px * height_px) / USUAL_SIDE
    return Form(width_px, height_px, max(1.0, round(usual, 2)))


def form_named(preset: str | None, size: str | None) -> Form:
    """Return the form that words ask for: a preset, a size such as `1200x630`, or else the card.

    Raises:
        UsageError: when both are given, or one of them is not understood.
    """
    if preset is not None and size is not None:
        raise UsageError("A picture takes either a preset or a size, not both.")
    if preset is not None:
        if preset not in PRESETS:
            raise UsageError(f"There is no preset {preset!r}; {nearest(preset, PRESETS)}")
        return PRESETS[preset]
    if size is None:
        return CARD
    match = SIZE.fullmatch(size)
    if match is None:
        raise UsageError(f"The size is {size!r}; expected width and height such as 1200x630.")
    return form_of(int(match[1]), int(match[2]))
