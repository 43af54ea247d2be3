"""Names on the map: countries, provinces, towns and waters of the world, important ones first."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Bounds = tuple[float, float, float, float]

CREDIT = "Names: Natural Earth; GeoNames (CC BY 4.0); Unicode CLDR"
"""What a page that shows labels must say."""

KINDS = ("country", "capital", "province", "seat", "town", "sea", "lake")

PRODUCT = "labels.bin"
UNITS_PER_DEGREE = 1000
ZOOM_STEPS = 10

MARGIN = 0.1
"""Share of the bounds' width and height by which every label is taken beyond them."""

NEIGHBOURHOOD, NEIGHBOURHOOD_ZOOM = 0.5, 5.0
"""Within this share beyond the bounds, which a wide screen shows too, labels up to this zoom."""

WORLD_ZOOM = 4.0
"""Everywhere else, countries, waters and the chief towns up to this zoom."""

MOST = 860
"""Of a large region only so many labels are taken, the most important ones."""


@dataclass(frozen=True)
class Label:
    """A name at a point, and the least zoom at which it may be shown.

    `kind` is one of `KINDS`; a `seat` is the capital of a province. `name` is English, `names`
    holds those of `ar`, `fa`, `ps` and `ur` that are known.
    """

    lon: float
    lat: float
    kind: str
    zoom: float
    name: str
    names: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class _Columns:
    """The product as it is stored: one row a label, most important first."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    kind: NDArray[np.uint8]
    zoom: NDArray[np.float64]
    name: list[str]
    names: Mapping[str, Mapping[str, str]]


def within(bounds: Bounds, zooms: tuple[int, int] = (3, 11)) -> tuple[Label, ...]:
    """Return the labels that a map of `bounds` needs, most important first.

    Args:
        bounds: west, south, east, north in degrees; west > east means across the antimeridian.
        zooms: least and greatest zoom of the map; no label that starts beyond is returned.
    """
    columns = _load()
    inside = _in_reach(columns, bounds, MARGIN)
    near = _in_reach(columns, bounds, NEIGHBOURHOOD) & (columns.zoom <= NEIGHBOURHOOD_ZOOM)
    province = columns.kind == KINDS.index("province")
    world = (columns.zoom <= WORLD_ZOOM) & ~province
    rows = np.flatnonzero((inside | near | world) & (columns.zoom <= zooms[1]))[:MOST]
    return tuple(_label(columns, row) for row in rows.tolist())


def _in_reach(columns: _Columns, bounds: Bounds, margin: float) -> NDArray[np.bool_]:
    """Return which rows lie in `bounds` widened on each side by a share of their size."""
    west, south, east, north = bounds
    width = (east - west) % 360 or 360.0
    wider, higher = width * margin, (north - south) * margin
    from_west = (columns.lon - west + wider) % 360
    return np.asarray(
        (from_west <= width + 2 * wider)
        & (columns.lat >= south - higher)
        & (columns.lat <= north + higher),
        dtype=bool,
    )


def _label(columns: _Columns, row: int) -> Label:
    """Return one row as a label."""
    key = str(row)
    return Label(
        lon=float(columns.lon[row]),
        lat=float(columns.lat[row]),
        kind=KINDS[columns.kind[row]],
        zoom=float(columns.zoom[row]),
        name=columns.name[row],
        names={code: words[key] for code, words in columns.names.items() if key in words},
    )


@cache
def _load() -> _Columns:
    """Return the labels of the world, read once; nothing changes them."""
    packed = files(__package__).joinpath(PRODUCT).read_bytes()
    stored: dict[str, Any] = json.loads(zlib.decompress(packed, wbits=-zlib.MAX_WBITS))
    return _Columns(
        lon=np.array(stored["lon"]) / UNITS_PER_DEGREE,
        lat=np.array(stored["lat"]) / UNITS_PER_DEGREE,
        kind=np.array(stored["kind"], dtype=np.uint8),
        zoom=np.array(stored["zoom"]) / ZOOM_STEPS,
        name=stored["name"],
        names=stored["names"],
    )
