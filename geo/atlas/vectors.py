"""The recipe of the atlas' vectors: provinces, lakes and rivers of the world as one topology."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import faces
import lakes
import levels
import numpy as np
import pandas as pd
import provinces
import rivers
from arcs import OUTSIDE, Rings, shorten, stitch, trace
from kinds import KINDS, LEAST_ISLAND_PX, NOWHERE, kinds, province_zooms, ring_zooms
from layer import Layer, columns
from pack import pack

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from sources import Sources

PRODUCT = "vectors.bin"
NAMES = "provinces.json"
DELTAS = frozenset({"x", "y", "left", "right", "land_arc", "lake_arc"})


def build(sources: Sources, out: Path) -> None:
    """Write the topology and the table of its provinces into the folder `out`."""
    units = faces.cover(provinces.read(sources), provinces.read_splits())
    water = lakes.read(sources)
    layers = [_land(units), lakes.layer(water), rivers.layer(rivers.read(sources), water)]
    table, (land, lake, _) = columns(layers)
    table |= _ring_columns("land", land) | _ring_columns("lake", lake)
    (out / PRODUCT).write_bytes(pack(table, DELTAS))
    (out / NAMES).write_text(_names(units), encoding="utf-8")


def _land(units: pd.DataFrame) -> Layer:
    """Return coasts and the lines between provinces; the rings are those of the land."""
    group = pd.factorize(units["unit0"] + units["country"])[0]
    simple = levels.simplify(units["geometry"].to_numpy(), group)
    level_of = levels.coarsest(simple)
    arcs = shorten(trace(simple[levels.CLOSE], level_of), level_of)
    kind = kinds(arcs, units)
    somewhere = np.flatnonzero(kind != NOWHERE)
    arcs, kind = arcs.take(somewhere.tolist()), kind[somewhere]
    in_world = np.zeros(len(units), dtype=np.int64)
    in_world[-1] = OUTSIDE
    rings = stitch(arcs, in_world)[0]
    zoom = ring_zooms(rings, arcs, LEAST_ISLAND_PX)
    inner = kind == KINDS.index("province")
    zoom[inner] = province_zooms(units)[np.array(arcs.left)[inner]]
    return Layer(arcs, kind, zoom, level_of, np.flatnonzero(~inner).tolist(), rings)


def _ring_columns(name: str, rings: Rings) -> dict[str, NDArray[Any]]:
    """Return the columns of closed rings: how many arcs each has, and the signed arcs."""
    return {
        f"{name}_size": np.array([len(ring) for ring in rings], dtype=np.uint16),
        f"{name}_arc": np.array([arc for ring in rings for arc in ring], dtype=np.int64),
    }


def _names(units: pd.DataFrame) -> str:
    """Return the table of provinces as JSON, one row a line; the row's number is the face's."""
    rows = units[["iso", "name", "country", "country_name"]].to_numpy().tolist()[:-1]
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]\n"
