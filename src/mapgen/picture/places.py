"""The map's own places: a dot and a name each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from mapgen.picture.element import element
from mapgen.picture.events import standing
from mapgen.picture.labels import Box, Name, Written, covering
from mapgen.picture.lettering import dots, text
from mapgen.picture.view import unit_square

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geopandas import GeoDataFrame

    from mapgen.picture.view import View

KIND = "place"
SIZE, WEIGHT = 13.0, 600
# A ring of ink round a heart of paper, on a rim that parts it from the ground.
RIM_PX, DOT_PX, HEART_PX = 6.0, 5.0, 2.5
GAP_PX = 9.0


def named(frames: Iterable[GeoDataFrame], view: View) -> list[Name]:
    """Return the places of every layer as names, in their order."""
    found = []
    for frame in frames:
        drawn = frame[frame.geometry.notna()]
        xy = unit_square(np.column_stack([drawn.geometry.x, drawn.geometry.y]))
        for title, (x, y) in zip(drawn["title"], xy.tolist(), strict=True):
            at_px = standing((x, y), view)
            found.append(
                Name(KIND, (title,), *at_px, SIZE, WEIGHT, spacing=0.0, gap=GAP_PX, kept=True)
            )
    return found


def places(own: Sequence[Name], marks: Sequence[Box], written: Iterable[Written]) -> Markup:
    """Return a dot for each place, and its name where that found room.

    A mark of events that covers a place stands for it: a dot would hide the mark's number.
    """
    at_px = [(name.x, name.y) for name in own if covering(name, marks) is None]
    texts = [text(place) for place in written if place.name.kind == KIND]
    drawn = Markup().join(
        dots(part, at_px, radius, "round")
        for part, radius in (
            ("place-rim", RIM_PX),
            ("place-dot", DOT_PX),
            ("place-heart", HEART_PX),
        )
    )
    if not texts:
        return drawn
    return drawn + element("g", *texts, class_="names place", font_size=SIZE, font_weight=WEIGHT)
