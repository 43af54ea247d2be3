"""The rivers of the world as Natural Earth has them, and those of `rivers.geojson`."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import levels
import numpy as np
import shapely
from arcs import OUTSIDE, Arcs, shorten
from kinds import KINDS
from layer import Layer
from provinces import UNITS_PER_DEGREE, in_units

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sources import Sources

DATABASE = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
OURS = Path(__file__).with_name("rivers.geojson")
# Units. The source has a border river once for each bank's country, with slightly other bends;
# what runs this close to a longer line is the same river.
SAME = 24.0
# A piece shorter than this, left over from that, is no river.
CRUMB = 60.0
# An end this close to a vertex of another piece hangs together with it.
JOINED = 90.0
# Pieces of one name this close to each other are one river.
GAP = 300.0
# Degrees of length from which a river is drawn at zoom 2, 3, 4, ...
LENGTHS = (26.0, 13.0, 7.0, 3.5, 2.0, 1.0, 0.3)
FIRST_ZOOM = 2
# Only rivers that may be drawn far away are strung into chains, past the mouths of lesser ones.
GREATEST_STRUNG_ZOOM = 3
# Degrees: how far a line may leave the river at each level.
TOLERANCES = (0.002, 0.006, 0.03, 0.1, 0.35)


Piece = tuple[str, shapely.LineString]


@dataclass(frozen=True, eq=False)
class Rivers:
    """Lines in units, and for each the length in degrees of the whole river it is part of."""

    line: NDArray[np.object_]
    length: NDArray[np.float64]


def read(sources: Sources) -> Rivers:
    """Return the rivers of the source and of `rivers.geojson`, each once, ends joined."""
    pieces = _of_source(sources) + _of_ours()
    pieces.sort(key=lambda piece: (-piece[1].length, piece[0], piece[1].wkb))
    fresh = _once(pieces)
    return Rivers(np.array([line for _, line in fresh]), _lengths(fresh))


def layer(rivers: Rivers, lakes: NDArray[np.object_]) -> Layer:
    """Return the rivers from node to node, without what runs through lakes."""
    dry = shapely.difference(rivers.line, shapely.union_all(lakes), grid_size=1)
    noded = shapely.get_parts(shapely.line_merge(shapely.unary_union(dry, grid_size=1)))
    noded = shapely.normalize(noded[shapely.length(noded) > CRUMB])
    middle = shapely.line_interpolate_point(noded, 0.5, normalized=True)
    of_river = shapely.STRtree(rivers.line).nearest(middle)
    simple = _simplify(noded)
    level_of = levels.coarsest(simple)
    runs = [levels.keys(shapely.get_coordinates(line)) for line in simple[levels.CLOSE]]
    whole = Arcs(runs, of_river.tolist(), [OUTSIDE] * len(runs))
    arcs = shorten(whole, level_of)
    zoom = _zooms(rivers.length[arcs.left])
    nowhere = [OUTSIDE] * len(arcs.runs)
    return Layer(
        arcs=Arcs(arcs.runs, nowhere, nowhere),
        kind=np.full(len(arcs.runs), KINDS.index("river"), dtype=np.uint8),
        zoom=zoom,
        level_of=level_of,
        strung=np.flatnonzero(zoom <= GREATEST_STRUNG_ZOOM).tolist(),
    )


def _of_source(sources: Sources) -> list[Piece]:
    """Return the pieces of rivers that each country of the source has, without its slips."""
    database = sources.path("rivers") / DATABASE
    with contextlib.closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("select payload from country_map order by alpha2").fetchall()
    pieces = []
    for (payload,) in rows:
        for river in json.loads(zlib.decompress(payload)).get("rivers", []):
            # The source closes each line with its first point; some longitudes are a turn too far.
            xy = np.array(river["points"][:-1])
            xy[:, 0] = (xy[:, 0] + 180) % 360 - 180
            if len(xy) > 1:
                pieces.append((river["name"], in_units(shapely.LineString(xy))))
    return pieces


def _of_ours() -> list[Piece]:
    """Return the rivers digitised by this project."""
    features = json.loads(OURS.read_text(encoding="utf-8"))["features"]
    return [
        (
            feature["properties"]["name"],
            in_units(shapely.LineString(feature["geometry"]["coordinates"])),
        )
        for feature in features
    ]


def _once(pieces: list[Piece]) -> list[Piece]:
    """Return what each piece adds to the pieces before it, its ends drawn to them."""
    lines = np.array([line for _, line in pieces])
    tree = shapely.STRtree(lines)
    kept: dict[int, NDArray[np.object_]] = {}
    for number, line in enumerate(lines):
        near = [i for i in tree.query(shapely.buffer(line, GAP)).tolist() if i in kept]
        before = np.concatenate([np.array([], dtype=object), *(kept[i] for i in near)])
        fresh = shapely.difference(line, shapely.union_all(shapely.buffer(before, SAME)))
        parts = shapely.get_parts(fresh)
        parts = parts[shapely.length(parts) > CRUMB]
        kept[number] = np.array([_joined(part, before) for part in parts], dtype=object)
    return [(pieces[number][0], line) for number in kept for line in kept[number]]


def _joined(line: shapely.LineString, others: NDArray[np.object_]) -> shapely.LineString:
    """Return the line with each end that is close to a vertex of the others drawn to it."""
    xy = np.rint(shapely.get_coordinates(line))
    vertices = shapely.get_coordinates(others)
    if not len(vertices):
        return shapely.LineString(xy)
    ends = []
    for end in (xy[0], xy[-1]):
        distance = np.hypot(*(vertices - end).T)
        nearest = vertices[[np.argmin(distance)]]
        ends.append(nearest if distance.min() < JOINED else np.empty((0, 2)))
    return shapely.LineString(np.concatenate([ends[0], xy, ends[1]]))


def _lengths(pieces: list[Piece]) -> NDArray[np.float64]:
    """Return for each piece the length in degrees of its river: one name, hanging together."""
    length = np.zeros(len(pieces))
    names = np.array([name for name, _ in pieces])
    lines = np.array([line for _, line in pieces])
    for name in np.unique(names):
        own = np.flatnonzero(names == name)
        bodies = shapely.get_parts(
            shapely.union_all(shapely.buffer(lines[own], GAP / 2, quad_segs=2))
        )
        piece, body = shapely.STRtree(bodies).query(lines[own], predicate="intersects")
        total = np.bincount(body, weights=shapely.length(lines[own[piece]]), minlength=len(bodies))
        length[own[piece]] = total[body] / UNITS_PER_DEGREE
    return length


def _simplify(lines: NDArray[np.object_]) -> list[NDArray[np.object_]]:
    """Return the lines at each level; ends stay, and each level has a part of the former's."""
    simple = [lines]
    for tolerance in TOLERANCES:
        units = tolerance * UNITS_PER_DEGREE
        simple.append(shapely.simplify(simple[-1], units, preserve_topology=False))
    return simple[1:]


def _zooms(length: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return the least zoom at which a river of this length in degrees is drawn."""
    shorter = (length[:, None] < np.array(LENGTHS)).sum(axis=1)
    return np.asarray(FIRST_ZOOM + shorter, dtype=np.uint8)
