"""Geometry as written (GeoJSON, WKT, two columns, shapely) becomes shapely geometry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from mapgen.project.sentences import ValueFault, shown
from mapgen.records.findings import Finding, each
from mapgen.records.table import Named

Shapes = npt.NDArray[np.object_]
Found = tuple[Shapes, list[Finding]]

SMALLEST_RING = 4

Ring = npt.NDArray[np.float64]


def shapes(table: Named) -> Found:
    """Return the geometry of each record, None where there is none, and what cannot be read."""
    column = table.frame.get("geometry")
    if column is None or bool(column.isna().all()):
        return _from_degrees(table)
    written = np.asarray(column, dtype=object)
    present = written[~pd.isna(written)]
    if all(isinstance(value, str) for value in present):
        return _from_wkt(written, table.written["geometry"])
    if shapely.is_geometry(present).all():
        return _single(_with_none(written)), []
    return _from_json(written)


def _with_none(written: Shapes) -> Shapes:
    values = written.copy()
    values[pd.isna(written)] = None
    return values


def _single(geometry: Shapes) -> Shapes:
    """Return flat geometry, without what is empty; a multipoint of one point is that point."""
    flat = geometry.copy()
    deep = shapely.get_coordinate_dimension(geometry) > 2  # noqa: PLR2004 - longitude, latitude
    flat[deep] = shapely.force_2d(geometry[deep])
    flat[shapely.is_empty(flat)] = None
    lone = (shapely.get_type_id(flat) == shapely.GeometryType.MULTIPOINT) & (
        shapely.get_num_geometries(flat) == 1
    )
    flat[lone] = shapely.get_geometry(flat[lone], 0)
    return flat


def _from_wkt(written: Shapes, field: str) -> Found:
    texts = _with_none(written)
    geometry = shapely.from_wkt(texts, on_invalid="ignore")
    wrong = np.flatnonzero((geometry == None) & (texts != None))  # noqa: E711 - elementwise
    named = each(
        wrong.tolist(),
        field,
        lambda row: f"is {shown(texts[row])}, expected WKT such as POINT (70.45 34.43)",
    )
    return _single(geometry), list(named)


def _from_degrees(table: Named) -> Found:
    rows = len(table.frame)
    empty = np.full(rows, None, dtype=object)
    if not {"longitude", "latitude"} <= set(table.frame.columns):
        return empty, []
    findings: list[Finding] = []
    sides = []
    for name in ("longitude", "latitude"):
        degrees, wrong = _numbers(table.frame[name], table.written[name])
        sides.append(degrees)
        findings += wrong
    lon, lat = sides
    faulty = {finding.row for finding in findings}
    half = [
        row for row in np.flatnonzero(np.isnan(lon) != np.isnan(lat)).tolist() if row not in faulty
    ]
    findings += each(half, "longitude", lambda _: "stands without the other of longitude, latitude")
    placed = ~np.isnan(lon) & ~np.isnan(lat)
    empty[placed] = _points(lon[placed], lat[placed])
    return empty, findings


def _points(lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]) -> Shapes:
    """Return points; those at one place are one object, for a million of them take long to make."""
    codes, places = pd.factorize(lon + 1j * lat)
    points: Shapes = np.asarray(shapely.points(places.real, places.imag), dtype=object)
    return points[codes]


def _numbers(column: pd.Series[Any], field: str) -> tuple[npt.NDArray[np.float64], list[Finding]]:
    numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    if pd.api.types.is_numeric_dtype(column):
        return numbers, []
    wrong = np.flatnonzero(np.isnan(numbers) & column.notna().to_numpy())
    named = each(
        wrong.tolist(), field, lambda row: f"is {shown(column.iloc[row])}, expected degrees"
    )
    return numbers, list(named)


def _from_json(written: Shapes) -> Found:
    geometry = np.full(len(written), None, dtype=object)
    rows: list[int] = []
    points: list[tuple[float, float]] = []
    findings: list[Finding] = []
    for row, value in enumerate(written.tolist()):
        if value is None:
            continue
        try:
            kind, coordinates = _typed(value)
            if kind == "Point":
                points.append(_position(coordinates))
                rows.append(row)
            else:
                geometry[row] = _area(kind, coordinates)
        except ValueFault as fault:
            findings.append(Finding(row, "geometry", str(fault)))
    if points:
        geometry[rows] = shapely.points(points)
    return geometry, findings


def _typed(value: object) -> tuple[str, object]:
    if not isinstance(value, dict):
        raise ValueFault(f"is {shown(value)}, expected a GeoJSON geometry or null")
    return str(value.get("type")), value.get("coordinates")


def _area(kind: str, coordinates: object) -> shapely.Geometry | None:
    if kind == "MultiPoint" and isinstance(coordinates, list) and len(coordinates) == 1:
        return shapely.Point(_position(coordinates[0]))
    if kind == "Polygon":
        return _polygon(coordinates)
    if kind == "MultiPolygon":
        return shapely.MultiPolygon([_polygon(part) for part in _list(coordinates, "polygons")])
    raise ValueFault(f"is a {kind}, expected a Point, Polygon, MultiPolygon or null")


def _list(value: object, what: str) -> Sequence[object]:
    if not isinstance(value, list) or not value:
        raise ValueFault(f"has {shown(value)}, expected a list of {what}")
    return value


def _polygon(coordinates: object) -> shapely.Polygon:
    rings = [_ring(ring, number) for number, ring in enumerate(_list(coordinates, "rings"), 1)]
    return shapely.Polygon(rings[0], rings[1:])


def _ring(coordinates: object, number: int) -> Ring:
    ring = _positions(_list(coordinates, "positions"))
    if not np.array_equal(ring[0], ring[-1], equal_nan=True):
        first, last = (f"{lon:g}, {lat:g}" for lon, lat in (ring[0], ring[-1]))
        raise ValueFault(
            f"ring {number} is not closed: it starts at {first} and ends at {last}; "
            "expected the first position again at its end"
        )
    if len(ring) < SMALLEST_RING:
        raise ValueFault(f"ring {number} has {len(ring)} positions, expected at least 4")
    return ring


def _positions(written: Sequence[object]) -> Ring:
    try:
        ring = np.array(written)
    except ValueError:  # some positions have a height and some have not
        ring = np.empty(0)
    plain = ring.ndim == 2 and ring.shape[1] >= 2 and ring.dtype.kind in "fi"  # noqa: PLR2004 - a list of longitude, latitude
    return ring[:, :2].astype(float) if plain else np.array([_position(one) for one in written])


def _position(value: object) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) < 2:  # noqa: PLR2004 - longitude, latitude
        raise ValueFault(f"has the position {shown(value)}, expected [longitude, latitude]")
    lon, lat = value[:2]
    if _is_number(lon) and _is_number(lat):
        return float(lon), float(lat)
    kind = "as text" if isinstance(lon, str) or isinstance(lat, str) else "not as numbers"
    raise ValueFault(f"has the coordinates {shown(value)} {kind}, expected [70.45, 34.43]")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
