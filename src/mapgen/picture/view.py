"""Web Mercator, and the view that shows a box: the same as `browser/src/layers/projection.ts`."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.atlas import Bounds

TILE_PX = 256
EQUATOR_KM = 40_075.017
# Where Web Mercator's square ends (EPSG:3857).
GREATEST_LATITUDE = 85.0511287798
# The browser's zoomSnap. Leaflet first rounds to a hundredth of it, so that a box is not thrown
# out by the last digit of a logarithm (Map.getBoundsZoom).
SNAP = 0.5


@dataclass(frozen=True)
class View:
    """A window on the Mercator plane.

    Attributes:
        zoom: Leaflet's zoom; the world is 256 * 2**zoom pixels wide.
        left: distance of the window's left edge from longitude -180, in pixels.
        top: distance of its top edge from the plane's, in pixels.
        width: pixels.
        height: pixels.
        detail: how many times finer lines are drawn than on a screen of such pixels.
    """

    zoom: float
    left: float
    top: float
    width: int
    height: int
    detail: float = 1.0

    @property
    def world(self) -> float:
        """Return the width of the world in pixels."""
        return float(TILE_PX * 2**self.zoom)

    def widened(self, across: int, along: int) -> View:
        """Return the view with so many pixels more on each side."""
        return replace(
            self,
            left=self.left - across,
            top=self.top - along,
            width=self.width + 2 * across,
            height=self.height + 2 * along,
        )

    def pixels(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the pixels (n, 2) of longitudes and latitudes (n, 2), x growing past the view."""
        return unit_square(lonlat) * self.world - (self.left, self.top)

    @property
    def bounds(self) -> Bounds:
        """Return what the window shows: west, south, east, north in degrees.

        Longitudes are from -180 to 180, west > east across the antimeridian.
        """
        left, top = self.left / self.world, self.top / self.world
        right, bottom = left + self.width / self.world, top + self.height / self.world
        north, south = (
            math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * min(max(y, 0), 1)))))
            for y in (top, bottom)
        )
        if right - left >= 1:
            return (-180.0, south, 180.0, north)
        return (left % 1 * 360 - 180, south, right % 1 * 360 - 180, north)

    def turns(self, least: float, greatest: float, margin: float) -> tuple[int, ...]:
        """Return the copies of the world in which pixels from `least` to `greatest` are seen."""
        first = math.ceil((-margin - greatest) / self.world)
        last = math.floor((self.width + margin - least) / self.world)
        return tuple(range(first, last + 1))

    def ground_px(self, km: float, lat: float) -> float:
        """Return the pixels that a length on the ground takes at a latitude."""
        return km / EQUATOR_KM * self.world / math.cos(math.radians(lat))


def unit_square(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Mercator's x and y (n, 2), each from 0 to 1, y southwards; poles are clamped."""
    lat = np.clip(lonlat[:, 1], -GREATEST_LATITUDE, GREATEST_LATITUDE)
    sine = np.sin(np.radians(lat))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return np.column_stack([lonlat[:, 0] / 360 + 0.5, y])


def fit(box: Bounds, size: tuple[int, int], zooms: tuple[int, int], snap: float = SNAP) -> View:
    """Return the view that shows the whole box, as Leaflet's `fitBounds` chooses it.

    Args:
        box: west, south, east, north in degrees.
        size: width and height in pixels.
        zooms: least and greatest.
        snap: the zoom is a multiple of it.
    """
    west, south, east, north = box
    if east < west:
        east += 360
    (x0, y1), (x1, y0) = unit_square(np.array([[west, south], [east, north]], dtype=float))
    scale = min(size[0] / max(x1 - x0, 1e-12), size[1] / max(y1 - y0, 1e-12)) / TILE_PX
    step = snap / 100
    zoom = math.floor(round(math.log2(scale) / step) * step / snap + 1e-9) * snap
    zoom = min(max(zoom, zooms[0]), zooms[1])
    world = TILE_PX * 2**zoom
    return View(
        zoom=float(zoom),
        left=float((x0 + x1) / 2 * world - size[0] / 2),
        top=float((y0 + y1) / 2 * world - size[1] / 2),
        width=size[0],
        height=size[1],
    )
