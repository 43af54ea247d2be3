from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import deflate
import folium
import numpy as np
import pytest

from mapgen import atlas
from mapgen.atlas.labels import Label
from mapgen.layers.basemap import Basemap
from mapgen.layers.basemap_order import in_ring_order
from mapgen.layers.basemap_pack import LABEL_KINDS, VERSION, pack, pack_relief

FIXTURE = Path(__file__).parents[1] / "fixtures" / "basemap" / "island.json"
REGION = (58.0, 23.0, 76.0, 39.5)


def described() -> dict[str, Any]:
    """The small world that the browser's test unpacks too."""
    fixture: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return fixture


def island() -> atlas.Basemap:
    world = described()
    return atlas.Basemap(
        bounds=(-1.0, -1.0, 1.0, 1.0),
        units_per_degree=world["units_per_degree"],
        arcs=tuple(np.array(arc["points"], dtype=np.int32) for arc in world["arcs"]),
        kinds=np.array([atlas.KINDS.index(arc["kind"]) for arc in world["arcs"]], dtype=np.uint8),
        zooms=np.array([arc["zoom"] for arc in world["arcs"]], dtype=np.uint8),
        land=tuple(map(tuple, world["land"])),
        lakes=tuple(map(tuple, world["lakes"])),
        lake_zooms=np.array(world["lake_zooms"], dtype=np.uint8),
        labels=tuple(Label(**label) for label in world["labels"]),
        credits=(),
    )


def ring_points(basemap: atlas.Basemap, ring: tuple[int, ...]) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for signed in ring:
        arc = basemap.arcs[signed] if signed >= 0 else basemap.arcs[~signed][::-1]
        points.extend((int(x), int(y)) for x, y in arc[:-1])
    return points


@pytest.fixture(scope="module")
def region() -> Basemap:
    return Basemap(REGION, (3, 11), "en", relief=True)


def test_the_block_is_the_one_that_the_browser_reads() -> None:
    assert pack(island(), "en").hex() == described()["block"]


def test_a_block_says_first_of_which_version_it_is() -> None:
    assert pack(island(), "en")[0] == VERSION


def test_names_are_written_in_the_language_of_the_page() -> None:
    assert pack(island(), "fa").endswith("کابل\nNorth Lake".encode())


def test_a_name_with_a_line_break_stays_one_name() -> None:
    broken = replace(island().labels[0], name="North\nLake")
    assert pack(replace(island(), labels=(broken,)), "en").endswith(b"North Lake")


def test_a_world_without_anything_packs() -> None:
    nothing = replace(
        island(), arcs=(), kinds=np.zeros(0), zooms=np.zeros(0), land=(), lakes=(), labels=()
    )
    assert len(pack(nothing, "en")) < len(pack(island(), "en"))


def test_rings_keep_their_points_when_arcs_are_put_in_order() -> None:
    basemap = island()
    ordered = in_ring_order(basemap)
    assert [ring_points(ordered, ring) for ring in ordered.land] == [
        ring_points(basemap, ring) for ring in basemap.land
    ]


def test_every_arc_keeps_its_kind_when_arcs_are_put_in_order() -> None:
    basemap = atlas.clip(REGION)
    ordered = in_ring_order(basemap)

    def kinds(of: atlas.Basemap) -> set[tuple[int, int, frozenset[tuple[int, int]]]]:
        ends = (frozenset({tuple(arc[0].tolist()), tuple(arc[-1].tolist())}) for arc in of.arcs)
        return set(zip(of.kinds.tolist(), map(len, of.arcs), ends, strict=True))

    assert kinds(ordered) == kinds(basemap)


def test_the_arcs_of_a_ring_follow_one_another() -> None:
    basemap = in_ring_order(atlas.clip(REGION))
    steps = [b - a for ring in basemap.land for a, b in pairwise(ring)]
    assert steps.count(1) > 0.9 * len(steps)


def test_two_packings_are_the_same_bytes() -> None:
    assert pack(atlas.clip(REGION), "fa") == pack(atlas.clip(REGION), "fa")


def test_label_kinds_are_those_of_the_atlas() -> None:
    assert LABEL_KINDS == atlas.labels.KINDS


def test_the_basemap_of_a_region_travels_in_68_kilobytes(region: Basemap) -> None:
    block = region.blocks()["mapgen-basemap"]
    assert len(deflate.deflate_compress(block, 12)) < 68_000


def test_relief_travels_as_it_is_stored(region: Basemap) -> None:
    assert region.blocks()["mapgen-relief"].endswith(region.tiles[-1].webp)


def test_relief_of_no_tiles_has_four_empty_columns() -> None:
    assert pack_relief([]) == bytes([VERSION]) + 4 * bytes(5)


def test_a_map_without_relief_carries_no_relief() -> None:
    assert set(Basemap(REGION, (3, 11), "en", relief=False).blocks()) == {"mapgen-basemap"}


def test_credits_name_the_relief_only_where_it_is_shown(region: Basemap) -> None:
    plain = Basemap(REGION, (3, 11), "en", relief=False)
    assert set(region.credits) - set(plain.credits) == {atlas.relief.CREDIT}


def test_a_basemap_has_the_same_name_in_every_build() -> None:
    one, other = (Basemap((0, 0, 1, 1), (3, 11), "en", relief=False) for _ in range(2))
    assert one.get_name() == other.get_name()


def test_the_basemap_is_added_to_its_map_in_one_statement() -> None:
    under = folium.Map(tiles=None)
    basemap = Basemap((0, 0, 1, 1), (3, 11), "en", relief=False)
    under.add_child(basemap)
    script = basemap._template.module.script(basemap, {})
    name = basemap.get_name()
    assert script == (
        f'const {name} = page.basemap("mapgen-basemap");{name}.addTo({under.get_name()});'
    )
