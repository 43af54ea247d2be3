"""Where the events of a layer stand in the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from mapgen.picture.marks import Mark, gather
from mapgen.picture.view import unit_square

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from mapgen.picture.scene import EventMarks
    from mapgen.picture.view import View
    from mapgen.project import EventType

SHARP_KM = 2.0
# As many digits of a degree as travel to the browser, so that both find the same places.
DEGREE_DIGITS = 5


@dataclass(frozen=True, eq=False)
class Events:
    """A layer of events as columns, with its marks at the view's zoom.

    Attributes:
        types: in the order of the layer.
        type_of: number of each event's type.
        xy: Mercator of each event on the unit square, NaN without a point.
        lat: degrees, NaN without a point.
        km: radius within which each event lies, NaN where none is stated.
        sharp: whether each event's place is known.
        marks: fullest first.
        areas: the polygons, once each, with the number of their first event's type.
    """

    types: tuple[EventType, ...]
    type_of: NDArray[np.intp]
    xy: NDArray[np.float64]
    lat: NDArray[np.float64]
    km: NDArray[np.float64]
    sharp: NDArray[np.bool_]
    marks: tuple[Mark, ...]
    areas: tuple[tuple[shapely.Geometry, int], ...]


def place(layer: EventMarks, view: View) -> Events:
    """Return a layer's events with the marks that they share at the view's zoom."""
    frame = layer.frame
    geometry = frame.geometry.to_numpy()
    lonlat = np.column_stack([shapely.get_x(geometry), shapely.get_y(geometry)])
    xy = unit_square(np.round(lonlat, DEGREE_DIGITS))
    km = frame["uncertainty_km"].to_numpy(dtype=np.float64, na_value=np.nan)
    # A type that is not of the layer counts as its first, as it does in the browser.
    type_of = np.maximum(pd.Index(layer.types).get_indexer(frame["event_type"]), 0)
    return Events(
        types=tuple(layer.types.values()),
        type_of=type_of,
        xy=xy,
        lat=lonlat[:, 1],
        km=km,
        sharp=(frame["placement"].to_numpy() == "point") & ~(km > SHARP_KM),
        marks=gather(xy, view.world),
        areas=_areas(geometry, type_of),
    )


def standing(xy: tuple[float, float], view: View) -> tuple[float, float]:
    """Return the pixels of a point of the unit square, in the copy nearest to the view's middle."""
    middle = (view.left + view.width / 2) / view.world
    turn = round(middle - xy[0])
    return (xy[0] + turn) * view.world - view.left, xy[1] * view.world - view.top


def room(layers: Iterable[Events], view: View) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of every mark, in pixels."""
    found = []
    for events in layers:
        for mark in events.marks:
            x, y = standing((mark.x, mark.y), view)
            r = mark.radius
            found.append((x - r, y - r, x + r, y + r))
    return found


def _areas(
    geometry: NDArray[np.object_],
    type_of: NDArray[np.intp],
) -> tuple[tuple[shapely.Geometry, int], ...]:
    """Return each polygon once, in the order in which they first occur."""
    found: dict[bytes, tuple[shapely.Geometry, int]] = {}
    for row in np.flatnonzero(shapely.get_dimensions(geometry) > 0).tolist():
        found.setdefault(shapely.to_wkb(geometry[row]), (geometry[row], int(type_of[row])))
    return tuple(found.values())
