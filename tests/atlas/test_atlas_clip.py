"""What a map gets of the world: fine inside its bounds, coarse around, closed, small, the same."""

from collections.abc import Callable
from itertools import pairwise

import deflate
import geopandas as gpd
import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from mapgen import atlas

AFGHANISTAN = (58.0, 23.0, 76.0, 39.5)
OPEN_SEA = (-30.0, -40.0, -29.0, -39.0)
FIJI = (176.0, -20.0, -178.0, -15.0)
MAPS = [
    AFGHANISTAN,
    OPEN_SEA,
    FIJI,
    (34.2, 31.2, 34.6, 31.6),
    (73.0, 32.0, 80.5, 37.5),
    (8.0, 76.0, 34.0, 81.0),
    (165.0, 60.0, -160.0, 70.0),
    (-76.0, -56.0, -64.0, -45.0),
    (-180.0, -90.0, 180.0, -60.0),
    (-180.0, -90.0, 180.0, 90.0),
    (0.0, 80.0, 60.0, 90.0),
]
PROVINCE = atlas.KINDS.index("province")
CUT = atlas.KINDS.index("cut")
Outline = Callable[[atlas.Basemap, tuple[int, ...]], NDArray[np.float64]]
Covers = Callable[[atlas.Basemap, tuple[tuple[int, ...], ...], float, float], bool]


def packed_bytes(basemap: atlas.Basemap) -> int:
    """The size of all vertices as deflated bytes: zigzag steps, low bytes first, x before y."""
    steps = np.diff(np.concatenate(basemap.arcs).astype(np.int64), axis=0, prepend=0).T.ravel()
    zigzag = (steps << 1) ^ (steps >> 63)
    planes = [(zigzag >> shift).astype(np.uint8).tobytes() for shift in (0, 8, 16)]
    return len(deflate.deflate_compress(b"".join(planes), 12))


def vertices(basemap: atlas.Basemap) -> int:
    return sum(map(len, basemap.arcs))


@pytest.mark.parametrize("bounds", MAPS, ids=str)
def test_every_ring_closes(bounds: atlas.Bounds, outline: Outline) -> None:
    basemap = atlas.clip(bounds)
    for ring in basemap.land + basemap.lakes:
        points = outline(basemap, ring)
        assert (points[0] == points[-1]).all()


@pytest.mark.parametrize("bounds", MAPS, ids=str)
def test_arcs_of_a_ring_follow_each_other_end_to_start(bounds: atlas.Bounds) -> None:
    basemap = atlas.clip(bounds)
    for ring in basemap.land + basemap.lakes:
        runs = [basemap.arcs[arc] if arc >= 0 else basemap.arcs[~arc][::-1] for arc in ring]
        assert all((before[-1] == after[0]).all() for before, after in pairwise(runs))


@pytest.mark.parametrize("bounds", MAPS, ids=str)
def test_no_ring_of_land_goes_beyond_the_world(bounds: atlas.Bounds) -> None:
    basemap = atlas.clip(bounds)
    highest = np.abs(np.concatenate(basemap.arcs)).max(axis=0) / basemap.units_per_degree
    assert (highest <= [180.0, 85.0511]).all()


def test_the_same_bounds_give_the_same_map() -> None:
    one, two = atlas.clip(AFGHANISTAN), atlas.clip(AFGHANISTAN)
    assert [arc.tobytes() for arc in one.arcs] == [arc.tobytes() for arc in two.arcs]


def test_a_map_cannot_be_changed() -> None:
    arc = atlas.clip(OPEN_SEA).arcs[0]
    with pytest.raises(ValueError, match="read-only"):
        arc[0] = 0


def test_a_map_across_the_antimeridian_is_fine_on_both_sides() -> None:
    basemap = atlas.clip(FIJI)
    fine = np.concatenate([arc for arc in basemap.arcs if (arc % 64 != 0).any()])
    lon = fine[(fine[:, 1] > -20 * 2000) & (fine[:, 1] < -15 * 2000), 0] / 2000
    assert (lon > 177).any()
    assert (lon < -178).any()


def test_a_cut_lies_on_the_antimeridian_or_at_the_pole() -> None:
    basemap = atlas.clip((-180.0, -90.0, 180.0, 90.0))
    cuts = [arc for arc, kind in zip(basemap.arcs, basemap.kinds, strict=True) if kind == CUT]
    lowest = min(int(arc[:, 1].min()) for arc in basemap.arcs)
    assert all(
        (np.abs(arc[:, 0]) == 180 * 2000).all() or (arc[:, 1] == lowest).all() for arc in cuts
    )


def test_provinces_are_drawn_near_the_bounds_only() -> None:
    assert PROVINCE not in atlas.clip(OPEN_SEA).kinds


def test_provinces_of_the_map_are_drawn() -> None:
    assert PROVINCE in atlas.clip(AFGHANISTAN).kinds


def test_the_world_is_there_when_one_zooms_out() -> None:
    basemap = atlas.clip(AFGHANISTAN)
    lon = np.concatenate(basemap.arcs)[:, 0] / basemap.units_per_degree
    assert np.histogram(lon, bins=36, range=(-180, 180))[0].min() > 0


@pytest.mark.parametrize("least", range(9))
def test_a_map_of_any_least_zoom_has_the_continents(least: int, covers: Covers) -> None:
    basemap = atlas.clip(OPEN_SEA, (least, 11))
    assert covers(basemap, basemap.land, 15.0, 15.0)


def test_the_coarse_world_has_the_area_of_the_fine_one(
    outline: Outline, countries: gpd.GeoDataFrame
) -> None:
    basemap = atlas.clip(OPEN_SEA)
    area = sum(
        shapely.Polygon(points).area * (1 if shapely.LinearRing(points).is_ccw else -1)
        for points in (outline(basemap, ring) for ring in basemap.land)
        if points[:, 1].min() > -60
    )
    fine = countries[countries["country"] != "AQ"].geometry.to_numpy()
    assert area == pytest.approx(shapely.area(fine).sum(), rel=0.02)


def test_a_map_of_a_small_place_has_more_detail() -> None:
    def of_border(basemap: atlas.Basemap) -> int:
        points = np.concatenate(basemap.arcs) / basemap.units_per_degree
        inside = (points > [70.5, 33.9]) & (points < [71.2, 34.4])
        return int(inside.all(axis=1).sum())

    assert of_border(atlas.clip((70.5, 33.9, 71.2, 34.4))) > of_border(atlas.clip(AFGHANISTAN))


def test_a_map_that_is_never_seen_closely_is_coarser() -> None:
    assert vertices(atlas.clip(AFGHANISTAN, (3, 5))) < 0.6 * vertices(atlas.clip(AFGHANISTAN))


def test_no_line_is_drawn_beyond_the_greatest_zoom() -> None:
    assert atlas.clip(AFGHANISTAN, (3, 6)).zooms.max() <= 6


def test_a_map_of_a_region_takes_at_most_55_kilobytes() -> None:
    assert packed_bytes(atlas.clip(AFGHANISTAN)) <= 55_000


def test_the_rest_of_the_world_takes_at_most_20_kilobytes() -> None:
    assert packed_bytes(atlas.clip(OPEN_SEA)) <= 20_000


def test_a_map_names_its_sources() -> None:
    assert {"Natural Earth", "GeoNames"} <= {
        name
        for name in ("Natural Earth", "GeoNames")
        for credit in atlas.clip(OPEN_SEA).credits
        if name in credit
    }
