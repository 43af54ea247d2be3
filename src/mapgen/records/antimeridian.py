"""Areas that cross the antimeridian, cut there (RFC 7946, section 3.1.9)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import translate

from mapgen.project.sentences import ValueFault

HALF, FULL = 180.0, 360.0

Ring = npt.NDArray[np.float64]


def may_cross(geometry: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
    """Return which geometries reach beyond 180 degrees or are wider than half the world."""
    west, _, east, _ = shapely.bounds(geometry).reshape(-1, 4).T
    # Bounds of null are NaN, which compares as false.
    return (west < -HALF) | (east > HALF) | (east - west > HALF)


def cut(area: shapely.Geometry) -> shapely.Geometry:
    """Return an area with every part within -180 to 180 degrees.

    The same geometry comes back when nothing crosses. An edge longer than half the world is
    taken to go the short way, over the antimeridian; the edge from -180 to 180 of an area that
    is cut already (Antarctica) is left alone.

    Raises:
        ValueFault: when a ring goes round a pole.
    """
    whole = [_unwrapped(part) for part in shapely.get_parts(area)]
    if not any(_reaches_beyond(part) for part in whole):
        return area
    if not all(shapely.is_valid(part) for part in whole):
        return shapely.MultiPolygon(whole)
    pieces = [piece for part in whole for piece in _pieces(part)]
    return shapely.MultiPolygon(pieces)


def _reaches_beyond(part: shapely.Polygon) -> bool:
    west, _, east, _ = part.bounds
    return bool(west < -HALF or east > HALF)


def _pieces(part: shapely.Polygon) -> list[shapely.Polygon]:
    pieces: list[shapely.Polygon] = []
    for turn in (-FULL, 0.0, FULL):
        world = shapely.box(turn - HALF, -90, turn + HALF, 90)
        inside = shapely.get_parts(shapely.intersection(part, world))
        pieces += [
            translate(piece, xoff=-turn) for piece in inside if isinstance(piece, shapely.Polygon)
        ]
    return pieces


def _unwrapped(part: shapely.Polygon) -> shapely.Polygon:
    shell = _unwrapped_ring(shapely.get_coordinates(part.exterior))
    west, east = shell[:, 0].min(), shell[:, 0].max()
    holes = []
    for interior in part.interiors:
        hole = _unwrapped_ring(shapely.get_coordinates(interior))
        middle = (hole[:, 0].min() + hole[:, 0].max()) / 2
        turns = np.array([-FULL, 0.0, FULL])
        inside = turns[(middle + turns >= west) & (middle + turns <= east)]
        turn = float(inside[0]) if inside.size else 0.0
        holes.append(hole + np.array([turn, 0.0]))
    return shapely.Polygon(shell, holes)


def _unwrapped_ring(ring: Ring) -> Ring:
    step = np.diff(ring[:, 0])
    jumps = (np.abs(step) > HALF) & (np.abs(step) < FULL)
    turns = np.concatenate([[0.0], np.cumsum(np.where(jumps, -FULL * np.sign(step), 0.0))])
    if turns[-1] != 0:
        raise ValueFault("goes round a pole, expected a ring cut along the antimeridian")
    unwrapped: Ring = ring + np.column_stack([turns, np.zeros(len(ring))])
    return unwrapped
