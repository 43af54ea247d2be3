"""Relief: tiles that a page multiplies over its land, white where nothing is to be shaded."""

import io
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from mapgen.atlas.relief import CREDIT, MOST, TILE_PX, Tile, within

REGION = (58.0, 23.0, 76.0, 39.5)
DETAIL = 5
WHITE = 250


def picture(tile: Tile) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(tile.webp)) as webp:
        return np.asarray(webp.convert("L"))


def around(lon: float, lat: float, half_px: int = 12) -> NDArray[np.uint8]:
    """The finest tile's pixels around a point."""
    tile = within((lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01))[-1]
    side = 2**tile.z
    x = (lon + 180) / 360 * side - tile.x
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * side - tile.y
    column, row = round(x * TILE_PX), round(y * TILE_PX)
    shown = picture(tile)[
        max(row - half_px, 0) : row + half_px, max(column - half_px, 0) : column + half_px
    ]
    assert tile.z == DETAIL
    assert shown.size
    return shown


def test_every_tile_is_a_webp_of_384_pixels() -> None:
    sizes = set()
    for tile in within(REGION):
        with Image.open(io.BytesIO(tile.webp)) as webp:
            sizes.add((webp.format, webp.size))
    assert sizes == {("WEBP", (TILE_PX, TILE_PX))}


def test_tiles_are_grey() -> None:
    tile = within(REGION)[-1]
    with Image.open(io.BytesIO(tile.webp)) as webp:
        colours = np.asarray(webp.convert("RGB")).astype(int)
    assert np.ptp(colours, axis=-1).max() <= 2


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(70.5, 36.5), (8.0, 46.5), (-71.5, -13.5), (86.9, 28.2), (-121.5, 48.5), (170.3, -43.6)],
    ids=["Hindu Kush", "Alps", "Andes", "Himalaya", "Cascades", "Southern Alps"],
)
def test_mountains_are_shaded(lon: float, lat: float) -> None:
    assert around(lon, lat).std() > 15


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(71.9, 29.5), (5.5, 52.9), (-60.5, -34.0), (60.5, 39.5), (20.5, 47.0)],
    ids=["Punjab", "Netherlands", "Pampas", "Karakum", "Hungarian plain"],
)
def test_flat_land_is_white(lon: float, lat: float) -> None:
    assert np.median(around(lon, lat)) >= WHITE


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(62.0, 24.3), (51.5, 41.0), (14.0, 43.5), (-72.5, -31.0)],
    ids=["Arabian Sea", "Caspian", "Adriatic", "Pacific off Chile"],
)
def test_water_is_white(lon: float, lat: float) -> None:
    assert np.median(around(lon, lat, half_px=6)) >= WHITE


def test_slopes_are_lit_from_the_north_west() -> None:
    # The Suleiman range falls to the Indus in the east: its foot lies in shade.
    foot, plain = around(70.25, 30.9, half_px=8), around(71.6, 30.9, half_px=8)
    assert foot.mean() < plain.mean() - 10


def test_open_ocean_needs_no_tile() -> None:
    assert not [tile for tile in within((-140, -40, -135, -35)) if tile.z == DETAIL]


def test_the_region_weighs_at_most_95_kilobytes() -> None:
    assert sum(len(tile.webp) for tile in within(REGION)) <= 95_000


def test_detail_covers_the_bounds_and_overviews_reach_beyond() -> None:
    tiles = within(REGION)
    detail = {tile.x for tile in tiles if tile.z == DETAIL}
    overview = [tile.x / 2**tile.z * 360 - 180 for tile in tiles if tile.z == DETAIL - 1]
    assert detail == {21, 22}
    assert min(overview) <= 49
    assert min(tile.z for tile in tiles) < DETAIL - 1


def test_coarse_tiles_come_first_so_that_finer_ones_cover_them() -> None:
    zooms = [tile.z for tile in within(REGION)]
    assert zooms == sorted(zooms)


def test_no_tile_is_there_that_finer_ones_hide() -> None:
    places = {(tile.z, tile.x, tile.y) for tile in within(REGION)}
    assert not [
        (z, x, y)
        for z, x, y in places
        if {(z + 1, 2 * x + i, 2 * y + j) for i in (0, 1) for j in (0, 1)} <= places
    ]


def test_a_map_across_the_antimeridian_has_the_relief_of_both_sides() -> None:
    columns = {tile.x for tile in within((176, -20, -178, -15)) if tile.z == DETAIL}
    assert 31 in columns
    assert not columns & set(range(2, 30))


def test_near_the_poles_there_is_an_answer() -> None:
    assert within((10, 76, 30, 90))


def test_a_map_of_the_world_takes_the_coarsest_tiles_alone() -> None:
    tiles = within((-180, -60, 180, 80))
    assert {tile.z for tile in tiles} <= {3}
    assert len({(tile.x, tile.y) for tile in tiles}) == len(tiles)


@pytest.mark.parametrize("bounds", [REGION, (-20, -35, 55, 38), (-12, 34, 40, 71)])
def test_no_zoom_takes_more_tiles_than_a_page_bears(
    bounds: tuple[float, float, float, float],
) -> None:
    zooms = [tile.z for tile in within(bounds)]
    assert max(zooms.count(zoom) for zoom in zooms) <= MOST


def test_the_same_bounds_give_the_same_tiles() -> None:
    assert within(REGION) == within(REGION)


def test_the_credit_names_the_source() -> None:
    assert "Natural Earth" in CREDIT
