"""Lines and areas as path data: cut to the view, simplified, written as steps.

Path data count in half pixels, whole numbers that take few bytes; what is drawn by them stands in a
group that is scaled to `1 / GRID`, and its widths are widened by `GRID`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from mapgen.picture.view import View

Points: TypeAlias = "NDArray[np.float64]"
GRID = 2
# What lies outside by more than this is cut off; soft edges and broad lines reach so far.
MARGIN_PX = 24.0
TOLERANCE_PX = 0.7
LEAST_AREA_PX = 1.5
LEAST_RING = 4


def areas(rings: Iterable[Points], view: View, tolerance: float = TOLERANCE_PX) -> str:
    """Return path data of closed rings in the view's pixels, to be filled by the even-odd rule."""
    return "".join(
        _steps(small, closed=True)
        for ring in seen(rings, view)
        if (small := _simple_ring(_cut_ring(ring, view), tolerance / view.detail)) is not None
    )


def lines(parts: Iterable[Points], view: View, tolerance: float = TOLERANCE_PX) -> str:
    """Return path data of open lines in the view's pixels; those that meet are joined."""
    shown = [shapely.LineString(part) for part in seen(parts, view) if len(part) > 1]
    if not shown:
        return ""
    whole = shapely.multilinestrings(shown)
    far = MARGIN_PX
    cut = shapely.clip_by_rect(whole, -far, -far, view.width + far, view.height + far)
    simple = shapely.simplify(shapely.line_merge(_only_lines(cut)), tolerance / view.detail)
    return "".join(
        _steps(shapely.get_coordinates(part), closed=False) for part in shapely.get_parts(simple)
    )


def rings_of(geometries: Iterable[shapely.Geometry], view: View) -> list[Points]:
    """Return the rings of polygons, in the view's pixels."""
    parts = shapely.get_parts(list(geometries))
    rings = shapely.get_rings(parts)
    return [view.pixels(shapely.get_coordinates(ring)) for ring in rings]


def seen(parts: Iterable[Points], view: View) -> Iterator[Points]:
    """Yield each part in every copy of the world in which it meets the view."""
    for part in parts:
        (left, top), (right, bottom) = part.min(axis=0), part.max(axis=0)
        if bottom < -MARGIN_PX or top > view.height + MARGIN_PX:
            continue
        for turn in view.turns(float(left), float(right), MARGIN_PX):
            yield part + np.array([turn * view.world, 0.0])


def _only_lines(cut: shapely.Geometry) -> shapely.Geometry:
    """Return the lines of what cutting left; a touch in a point is no line."""
    parts = shapely.get_parts(shapely.get_parts(cut))
    linear = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    found: shapely.Geometry = shapely.multilinestrings(parts[linear])
    return found


def _cut_ring(ring: Points, view: View) -> Points:
    """Return the part of a ring inside the view (Sutherland and Hodgman, one edge after another).

    Runs along the view's edge may overlap each other, which the even-odd rule leaves empty.
    """
    if np.array_equal(ring[0], ring[-1]):
        ring = ring[:-1]
    edges = ((0, 1, -MARGIN_PX), (0, -1, -view.width - MARGIN_PX), (1, 1, -MARGIN_PX))
    for axis, sign, least in (*edges, (1, -1, -view.height - MARGIN_PX)):
        ring = _cut_half(ring, axis, sign, least)
    return ring


def _cut_half(ring: Points, axis: int, sign: int, least: float) -> Points:
    """Return an unclosed ring cut to where `sign * coordinate >= least`."""
    depth = sign * ring[:, axis] - least
    inside = depth >= 0
    if inside.all():
        return ring
    after, depth_after = np.roll(ring, -1, axis=0), np.roll(depth, -1)
    crosses = inside != np.roll(inside, -1)
    share = np.where(crosses, depth / np.where(crosses, depth - depth_after, 1), 0)[:, None]
    crossing = ring + share * (after - ring)
    both = np.stack([ring, crossing], axis=1).reshape(-1, 2)
    cut: Points = both[np.stack([inside, crosses], axis=1).ravel()]
    return cut


def _simple_ring(ring: Points, tolerance: float) -> Points | None:
    """Return an unclosed ring closed and simplified, or None when nothing would be seen of it."""
    if len(ring) < LEAST_RING - 1:
        return None
    x, y = (ring - ring[0]).T
    if abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 < LEAST_AREA_PX:
        return None
    closed = shapely.linestrings(np.vstack([ring, ring[:1]]))
    simple: Points = shapely.get_coordinates(shapely.simplify(closed, tolerance))
    return simple if len(simple) >= LEAST_RING else None


def _steps(points: Points, *, closed: bool) -> str:
    """Return path data of one line: a start, and steps from there."""
    cells = np.rint(points * GRID).astype(np.int64)
    moved = np.any(np.diff(cells, axis=0) != 0, axis=1)
    cells = cells[np.concatenate([[True], moved])]
    if closed:
        cells = cells[:-1]
    if len(cells) < (LEAST_RING - 1 if closed else 2):
        return ""
    return f"M{_joined(cells[:1])}l{_joined(np.diff(cells, axis=0))}{'z' if closed else ''}"


def _joined(pairs: NDArray[np.int64]) -> str:
    """Return numbers with a space where no sign parts them."""
    return " ".join(map(str, pairs.ravel().tolist())).replace(" -", "-")
