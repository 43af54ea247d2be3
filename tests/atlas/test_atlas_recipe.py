"""The recipe: shared edges, chains, columns, and packages that are what they were."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from arcs import OUTSIDE, shorten, stitch, trace
from chains import string
from hypothesis import given
from hypothesis import strategies as st
from kinds import KINDS
from levels import COARSE, coarsest, keys, simplify, vertex
from pack import pack
from provinces import read_splits, read_table
from sources import SourceError, Sources

from mapgen.atlas.columns import unpack

SIDE = 2000
TWINS = np.array([shapely.box(0, 0, SIDE, SIDE), shapely.box(SIDE, 0, 2 * SIDE, SIDE)])
NESTED = np.array(
    [
        shapely.Polygon(
            shapely.box(0, 0, 4 * SIDE, 4 * SIDE).exterior,
            [shapely.box(SIDE, SIDE, 2 * SIDE, 2 * SIDE).exterior],
        ),
        shapely.box(SIDE, SIDE, 2 * SIDE, 2 * SIDE),
    ],
)


def level_of(coverage: np.ndarray) -> dict[int, int]:
    return dict.fromkeys(keys(shapely.get_coordinates(coverage)).tolist(), 0)


def test_neighbours_share_one_arc() -> None:
    arcs = trace(TWINS, level_of(TWINS))
    assert sorted(zip(arcs.left, arcs.right, strict=True)) == [(0, OUTSIDE), (0, 1), (1, OUTSIDE)]


def test_an_enclave_and_the_hole_around_it_share_one_arc() -> None:
    arcs = trace(NESTED, level_of(NESTED))
    assert sorted(map(sorted, zip(arcs.left, arcs.right, strict=True))) == [[OUTSIDE, 0], [0, 1]]


def test_the_outline_of_two_neighbours_is_one_ring() -> None:
    rings = stitch(trace(TWINS, level_of(TWINS)), np.zeros(2, dtype=np.int64))
    assert len(rings[0]) == 1


def test_a_long_arc_is_cut_and_its_parts_follow_each_other() -> None:
    long = np.array([shapely.segmentize(shapely.box(0, 0, 40 * SIDE, SIDE), SIDE)])
    arcs = shorten(trace(long, level_of(long)), level_of(long))
    widths = [np.ptp(vertex(run), axis=0).max() / SIDE for run in arcs.runs]
    assert max(widths) <= 2


def test_a_chain_passes_where_only_two_arcs_meet() -> None:
    arcs = trace(TWINS, level_of(TWINS))
    coast = [arc for arc, side in enumerate(arcs.right) if side == OUTSIDE]
    assert sorted(map(len, string(arcs, [(0,)] * len(arcs.runs), coast))) == [1, 2]


def test_a_chain_ends_where_a_third_arc_meets() -> None:
    arcs = trace(TWINS, level_of(TWINS))
    every = list(range(len(arcs.runs)))
    assert [len(chain) for chain in string(arcs, [(0,)] * len(every), every)] == [1, 1, 1]


def test_each_level_has_a_part_of_the_vertices_of_the_former() -> None:
    circle = shapely.set_precision(shapely.Point(0, 0).buffer(5 * SIDE, quad_segs=200), 1)
    levels = simplify(np.array([circle]), np.zeros(1, dtype=np.int64))
    vertices = [set(keys(shapely.get_coordinates(level)).tolist()) for level in levels]
    assert all(finer > coarser for finer, coarser in pairwise(vertices))


def test_a_vertex_is_of_the_coarsest_level_that_has_it() -> None:
    circle = shapely.set_precision(shapely.Point(0, 0).buffer(5 * SIDE, quad_segs=200), 1)
    levels = simplify(np.array([circle]), np.zeros(1, dtype=np.int64))
    coarse = keys(shapely.get_coordinates(levels[COARSE])).tolist()
    assert {coarsest(levels)[key] for key in coarse} == {COARSE}


@given(st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_a_column_comes_back_as_it_was_packed(numbers: list[int]) -> None:
    packed = pack({"x": np.array(numbers, dtype=np.int64)}, frozenset({"x"}))
    assert unpack(packed)["x"].tolist() == numbers


def test_a_package_with_another_fingerprint_is_refused(recipe: Path, tmp_path: Path) -> None:
    forged = tmp_path / "archives" / "giso" / "giso-1.0.2-py3-none-any.whl"
    forged.parent.mkdir(parents=True)
    forged.write_bytes(b"not the package")
    with pytest.raises(SourceError, match=r"giso-1\.0\.2.* has the sha256"):
        Sources(tmp_path, recipe / "sources.toml").path("giso")


def test_an_unknown_package_is_an_error_that_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"pins no package called 'rivres'; it has .*rivers"):
        Sources(tmp_path).path("rivres")


@pytest.mark.parametrize("table", ["defects.csv", "countries.csv", "lines.csv"])
def test_every_row_of_a_hand_written_table_has_its_reason(table: str) -> None:
    assert all(row["reason"] for row in read_table(table))


def test_every_line_by_hand_has_its_reason() -> None:
    assert all(split["properties"]["reason"] for split in read_splits())


def test_every_kind_of_a_line_is_known() -> None:
    assert {row["kind"] for row in read_table("lines.csv")} <= set(KINDS)


def test_the_product_carries_the_licence_and_credit_of_every_source(root: Path) -> None:
    sources = tomllib.loads((root / "geo/atlas/sources.toml").read_text(encoding="utf-8"))
    text = (root / "src/mapgen/atlas/LICENSES.md").read_text(encoding="utf-8")
    for source in sources.values():
        assert source["credit"] in text
        assert re.split(r"[ ;(]", source["licence"])[0] in text
