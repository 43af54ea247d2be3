"""What each arc is (coast, border, disputed line, province) and from which zoom it is worth ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from arcs import OUTSIDE, Arcs, Rings
from faces import BEYOND
from levels import vertex
from provinces import UNITS_PER_DEGREE, TableError, read_table

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

# The order is the product's: the number of a kind is its place.
KINDS = ("coast", "border", "disputed", "province", "shore", "river", "cut")
NOWHERE = len(KINDS)
TILE_PX = 256
LEAST_ISLAND_PX = 2.0
LEAST_LAKE_PX = 4.0
LEAST_PROVINCE_PX = 26.0
GREATEST_ZOOM = 11


def kinds(arcs: Arcs, units: pd.DataFrame) -> NDArray[np.uint8]:
    """Return the number of the kind of each arc; `NOWHERE` for edges of the world's end alone.

    `units` has the columns `unit`, `unit0` and `country`, a row for each face.
    """
    known: dict[tuple[int, int], int] = {}
    rows = [
        (set(row["one"].split()), set(row["other"].split()), KINDS.index(row["kind"]))
        for row in read_table("lines.csv")
    ]
    words = [
        {unit, unit0, country} - {""}
        for unit, unit0, country in units[["unit", "unit0", "country"]].itertuples(index=False)
    ]
    _check_words(rows, set().union(*words))
    for pair in zip(arcs.left, arcs.right, strict=True):
        if pair not in known:
            known[pair] = _kind(pair, words, rows)
    pairs = zip(arcs.left, arcs.right, strict=True)
    return np.array([known[pair] for pair in pairs], dtype=np.uint8)


def _kind(
    pair: tuple[int, int],
    words: list[set[str]],
    rows: list[tuple[set[str], set[str], int]],
) -> int:
    """Return the kind of the edge between two faces: the first row of lines.csv that fits wins."""
    here, there = (set[str]() if face == OUTSIDE else words[face] for face in pair)
    if BEYOND in here | there:
        return KINDS.index("cut") if here and there else NOWHERE
    if not (here and there):
        return KINDS.index("coast")
    for one, other, kind in rows:
        if (one & here and other & there) or (one & there and other & here):
            return kind
    return KINDS.index("province" if any(map(_is_country, here & there)) else "border")


def _is_country(word: str) -> bool:
    """Return whether a word of `units` is a country's; units have longer codes."""
    return len(word) == len("AF")


def _check_words(rows: list[tuple[set[str], set[str], int]], known: set[str]) -> None:
    """Raise a `TableError` when lines.csv names a unit that is nowhere."""
    unknown = sorted(set().union(*(one | other for one, other, _ in rows)) - known)
    if unknown:
        raise TableError(f"lines.csv names units that the source does not have: {unknown}.")


def zoom_of_size(size_degrees: NDArray[np.float64], least_px: float) -> NDArray[np.uint8]:
    """Return the least zoom at which something of this extent covers `least_px` pixels."""
    px_at_zoom_0 = np.maximum(size_degrees, 1e-6) * TILE_PX / 360
    zoom = np.ceil(np.log2(least_px / px_at_zoom_0))
    return np.clip(zoom, 0, GREATEST_ZOOM).astype(np.uint8)


def ring_zooms(rings: Rings, arcs: Arcs, least_px: float) -> NDArray[np.uint8]:
    """Return for each arc the least zoom at which its ring covers `least_px` pixels; 0 in none."""
    zoom = np.zeros(len(arcs.runs), dtype=np.uint8)
    for ring in rings:
        unsigned = [max(arc, ~arc) for arc in ring]
        size = _size(np.concatenate([arcs.runs[arc] for arc in unsigned]))
        zoom[unsigned] = zoom_of_size(np.array(size), least_px)
    return zoom


def _size(run: NDArray[np.int64]) -> float:
    """Return the extent of a ring in degrees, as wide as it looks on the map."""
    xy = vertex(run) / UNITS_PER_DEGREE
    width, height = np.ptp(xy, axis=0)
    stretch = 1 / max(float(np.cos(np.radians(xy[:, 1].mean()))), 0.1)
    return float(np.sqrt(max(width, 0.001) * max(height * stretch, 0.001)))


def province_zooms(units: pd.DataFrame) -> NDArray[np.uint8]:
    """Return for each face the zoom from which its country's provinces are wide enough to draw."""
    geometry = units["geometry"].to_numpy()
    size = np.sqrt(shapely.area(geometry)) / UNITS_PER_DEGREE
    latitude = shapely.get_y(shapely.centroid(geometry)) / UNITS_PER_DEGREE
    size = size / np.sqrt(np.maximum(np.cos(np.radians(latitude)), 0.1))
    typical = units.assign(size=size).groupby("country")["size"].transform("median")
    return np.maximum(zoom_of_size(typical.to_numpy(), LEAST_PROVINCE_PX), 4)
