"""Geometry that can be drawn: in degrees, valid, wound and cut as RFC 7946 asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from mapgen.project.sentences import ValueFault
from mapgen.records import antimeridian
from mapgen.records.findings import Finding, each
from mapgen.records.shapes import Shapes, shapes
from mapgen.records.table import Named

AREAS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
LARGEST_LON, LARGEST_LAT = 180.0, 90.0
INVALID = {
    "Self-intersection": "crosses itself",
    "Ring Self-intersection": "touches or crosses itself",
    "Hole lies outside shell": "has a hole outside its outer ring",
    "Nested holes": "has a hole within a hole",
    "Nested shells": "has a part within a part",
    "Interior is disconnected": "has holes that cut it in two",
    "Duplicate Rings": "has the same ring twice",
    "Too few points in geometry component": "has a ring without area",
}


@dataclass(frozen=True)
class Drawable:
    """The geometry of a table.

    Attributes:
        shapes: Point, Polygon, MultiPolygon or None per record; None too where it is faulty.
        findings: what cannot be drawn.
        warnings: what was mended.
    """

    shapes: Shapes
    findings: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def drawable(table: Named) -> Drawable:
    """Return the checked geometry of a table's records."""
    geometry, findings = shapes(table)
    field = table.written.get("geometry", "geometry")
    for check in (_unfit, _outside):
        wrong = check(geometry, field)
        findings += wrong
        geometry = _without(geometry, wrong)
    if not is_area(geometry).any():
        return Drawable(geometry, tuple(findings), ())
    geometry, mended, broken = _cut(geometry, field)
    crossing = _invalid(geometry, field)
    geometry = _without(geometry, crossing)
    areas = is_area(geometry)
    geometry[areas] = shapely.orient_polygons(geometry[areas])
    return Drawable(geometry, tuple(findings + broken + crossing), tuple(mended))


def is_area(geometry: Shapes) -> npt.NDArray[np.bool_]:
    """Return which geometries are polygons or multipolygons."""
    kinds = shapely.get_type_id(geometry)
    polygon, multipolygon = AREAS
    areas: npt.NDArray[np.bool_] = (kinds == polygon) | (kinds == multipolygon)
    return areas


def _without(geometry: Shapes, findings: list[Finding]) -> Shapes:
    if not findings:
        return geometry
    kept = geometry.copy()
    kept[[finding.row for finding in findings]] = None
    return kept


def _unfit(geometry: Shapes, field: str) -> list[Finding]:
    kinds = shapely.get_type_id(geometry)
    unfit = np.flatnonzero(~np.isin(kinds, (-1, shapely.GeometryType.POINT, *AREAS)))
    return list(
        each(
            unfit.tolist(),
            field,
            lambda row: (
                f"is a {geometry[row].geom_type}, expected a Point, Polygon or MultiPolygon"
            ),
        )
    )


def _outside(geometry: Shapes, field: str) -> list[Finding]:
    """Return a finding for each geometry with a coordinate that is on no map."""
    positions, index = shapely.get_coordinates(geometry, return_index=True)
    lon, lat = np.abs(positions).T
    wrong = ~((lon <= LARGEST_LON) & (lat <= LARGEST_LAT))
    if wrong.any():
        # An area may be written beyond 180 degrees; it is cut later.
        limit = np.where(is_area(geometry), 2 * LARGEST_LON, LARGEST_LON)[index]
        wrong = ~((lon <= limit) & (lat <= LARGEST_LAT))
    rows, first = np.unique(index[wrong], return_index=True)
    worst = dict(zip(rows.tolist(), positions[wrong][first].tolist(), strict=True))
    return list(each(rows.tolist(), field, lambda row: _position_problem(*worst[row])))


def _position_problem(lon: float, lat: float) -> str:
    if np.isnan(lon) or np.isnan(lat):
        return f"has the position {lon:g}, {lat:g}, which is no place; expected numbers or null"
    swapped = abs(lon) <= LARGEST_LAT < abs(lat) <= LARGEST_LON
    if swapped:
        return (
            f"has the latitude {lat:g}, expected -90 to 90; longitude and latitude look swapped, "
            f"expected [{lat:g}, {lon:g}]"
        )
    if abs(lon) > 2 * LARGEST_LON or abs(lat) > LARGEST_LON:
        return f"has the position {lon:g}, {lat:g}, which is not in degrees; expected WGS 84"
    return f"has the position {lon:g}, {lat:g}, expected longitude -180 to 180, latitude -90 to 90"


def _cut(geometry: Shapes, field: str) -> tuple[Shapes, list[Finding], list[Finding]]:
    cut = geometry.copy()
    mended: list[Finding] = []
    broken: list[Finding] = []
    areas = np.flatnonzero(is_area(geometry))
    for row in areas[antimeridian.may_cross(geometry[areas])].tolist():
        try:
            cut[row] = antimeridian.cut(geometry[row])
        except ValueFault as fault:
            broken.append(Finding(row, field, str(fault)))
            cut[row] = None
            continue
        if cut[row] is not geometry[row]:
            mended.append(Finding(row, field, "crosses the antimeridian and was cut there"))
    return cut, mended, broken


def _invalid(geometry: Shapes, field: str) -> list[Finding]:
    areas = np.flatnonzero(is_area(geometry))
    wrong = areas[~shapely.is_valid(geometry[areas])]
    reasons = dict(
        zip(wrong.tolist(), shapely.is_valid_reason(geometry[wrong]).tolist(), strict=True)
    )
    return list(each(wrong.tolist(), field, lambda row: _reason(reasons[row])))


def _reason(reason: str) -> str:
    """Return GEOS's reason, such as `Self-intersection[70.5 34.2]`, as a sentence."""
    match = re.fullmatch(r"(.*?)\[(\S+) (\S+)\]", reason)
    if match is None:
        return f"is no valid area: {reason}"
    what, lon, lat = match.groups()
    phrase = INVALID.get(what, f"is no valid area ({what})")
    return f"{phrase} near {float(lon):.5g}, {float(lat):.5g}; expected rings that do not cross"
