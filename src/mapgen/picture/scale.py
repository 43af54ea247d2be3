"""The scale of a picture: a bar as long as so many kilometres in its middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mapgen.picture.element import element
from mapgen.picture.labels import Box
from mapgen.picture.view import EQUATOR_KM

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from mapgen.picture.view import View

LONGEST_PX = 110.0
ROUND = (5, 2, 1)
MARGIN_PX, HIGH_PX, SIZE_PX = 12.0, 22.0, 10.0
# Where the parallels of a view differ more than this in length, one bar would be wrong for most.
MOST_STRETCH = 1.25


def bar(view: View) -> tuple[int, float] | None:
    """Return the kilometres of the bar and its pixels; None where no one bar is true."""
    _, south, _, north = view.bounds
    stretches = [1 / math.cos(math.radians(lat)) for lat in (south, north)]
    if south < 0 < north:
        stretches.append(1.0)
    if max(stretches) / min(stretches) > MOST_STRETCH:
        return None
    at_middle = 1 / math.cos(math.radians((south + north) / 2))
    per_km = view.world / EQUATOR_KM * at_middle
    most = LONGEST_PX / per_km
    power = 10 ** math.floor(math.log10(most))
    km = next(part * power for part in ROUND if part * power <= most)
    return (round(km), km * per_km) if km >= 1 else None


def corner(view: View, leftward: bool) -> Box:
    """Return the room of the scale in a lower corner of the view."""
    reach = LONGEST_PX + MARGIN_PX
    left = 0.0 if not leftward else view.width - reach
    return (left, view.height - MARGIN_PX - HIGH_PX, left + reach, float(view.height))


def scale(
    km: int, long_px: float, view: View, says: Callable[[int], str], leftward: bool
) -> Markup:
    """Return the bar with its length in words."""
    words = says(km)
    x = view.width - MARGIN_PX - long_px if leftward else MARGIN_PX
    y = view.height - MARGIN_PX
    return element(
        "g",
        element(
            "text",
            words,
            x=x + long_px / 2,
            y=y - 5,
            font_size=SIZE_PX,
            class_="names town",
            text_anchor="middle",
            direction="rtl" if leftward else None,
        ),
        element("path", d=f"M{x:.1f} {y - 3:.1f}v3h{long_px:.1f}v-3", class_="scale"),
    )
