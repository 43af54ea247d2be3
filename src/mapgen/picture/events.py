"""Where the events of a layer stand in the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from mapgen.picture.forms import form_of, lines_of
from mapgen.picture.marks import FEW_PLACES, Mark, gather
from mapgen.places import cells, middles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    from mapgen.picture.scene import EventMarks
    from mapgen.picture.view import View
    from mapgen.project import EventType

    Area = tuple[shapely.Geometry, tuple[int, ...]]

SHARP_KM = 2.0


@dataclass(frozen=True, eq=False)
class Events:
    """A layer of events as columns, with its marks at the view's zoom.

    Attributes:
        types: in the order of the layer.
        type_of: number of each event's type.
        xy: Mercator of each event on the unit square, NaN without a point.
        km: radius within which each event lies, NaN where none is stated.
        sharp: whether each event's place is known.
        lines: number in `forms.LINES` of each event's outline.
        plain: whether all are sharp and of a solid outline.
        marks: fullest first.
        areas: the polygons, once each, with the numbers of their events' types.
        crowded: whether the places are so many that marks may lie on one another.
        digits: the ten in which a mark tells its number.
    """

    types: tuple[EventType, ...]
    type_of: NDArray[np.intp]
    xy: NDArray[np.float64]
    km: NDArray[np.float64]
    sharp: NDArray[np.bool_]
    lines: NDArray[np.int8]
    plain: bool
    marks: tuple[Mark, ...]
    areas: tuple[Area, ...]
    crowded: bool
    digits: str


def place(layer: EventMarks, view: View) -> Events:
    """Return a layer's events with the marks that they share at the view's zoom."""
    frame = layer.frame
    # The same cells as travel to the browser, so that both find the same places.
    found = layer.cells or cells(frame.geometry.to_numpy())
    xy = np.vstack([middles(found.keys), [np.nan, np.nan]])[found.place]
    km = frame["uncertainty_km"].to_numpy(dtype=np.float64, na_value=np.nan)
    # A type that is not of the layer counts as its first, as it does in the browser.
    words = pd.Categorical(frame["event_type"])
    number = pd.Index(layer.types).get_indexer(words.categories)
    type_of = np.maximum(np.append(number, -1)[words.codes], 0)
    sharp = (frame["placement"] == "point").to_numpy() & ~(km > SHARP_KM)
    lines = lines_of(frame)
    return Events(
        types=tuple(layer.types.values()),
        type_of=type_of,
        xy=xy,
        km=km,
        sharp=sharp,
        lines=lines,
        plain=bool(sharp.all()) and not lines.any(),
        marks=gather(found, view.zoom),
        areas=_areas(frame, type_of),
        crowded=len(found.keys) > FEW_PLACES,
        digits=layer.digits,
    )


def standing(xy: tuple[float, float], view: View) -> tuple[float, float]:
    """Return the pixels of a point of the unit square, in the copy nearest to the view's middle."""
    middle = (view.left + view.width / 2) / view.world
    turn = round(middle - xy[0])
    return (xy[0] + turn) * view.world - view.left, xy[1] * view.world - view.top


def room(layers: Iterable[Events], view: View) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom in pixels of the marks that names keep clear of.

    A mark counts as large as it is drawn, but for a ring of true size. A crowd would leave names
    no room: of it count the numbers that discs tell.
    """
    found = []
    for events in layers:
        for mark in events.marks:
            if events.crowded:
                r = mark.number_px
            else:
                r = mark.ring_px if form_of(events, mark.rows).soft else mark.radius
            if r:
                x, y = standing((mark.x, mark.y), view)
                found.append((x - r, y - r, x + r, y + r))
    return found


def _areas(frame: GeoDataFrame, type_of: NDArray[np.intp]) -> tuple[Area, ...]:
    """Return each polygon once, in the order in which they first occur."""
    found: dict[bytes, tuple[shapely.Geometry, set[int]]] = {}
    geometry = frame.geometry.to_numpy()
    for row in np.flatnonzero(frame["placement"] == "area").tolist():
        area = found.setdefault(shapely.to_wkb(geometry[row]), (geometry[row], set()))
        area[1].add(int(type_of[row]))
    return tuple((polygon, tuple(sorted(types))) for polygon, types in found.values())
