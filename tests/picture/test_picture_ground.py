from collections.abc import Callable

from pictures import SVG, marks_of, of_class, parsed

from mapgen import atlas
from mapgen.atlas import Basemap
from mapgen.atlas.relief import Tile
from mapgen.picture import EventMarks, Scene, draw

Make = Callable[..., Scene]
Layer = Callable[..., EventMarks]


def test_the_river_of_the_island_is_drawn(scene: Make, island: Callable[..., Basemap]) -> None:
    assert len(of_class(draw(scene(basemap=island())), "river")) == 1


def test_a_provincial_border_waits_for_its_zoom(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    provinces = island(kinds=("coast", "province"))
    far, near = scene(basemap=provinces), scene(basemap=provinces, box=(64, 28, 68, 31))
    assert [len(of_class(draw(one), "province")) for one in (far, near)] == [0, 1]


def test_land_that_the_world_cuts_has_no_coast_there(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    cut = island(edges=(170.0, 25.0, 180.0, 38.0), kinds=("cut", "river"))
    svg = draw(scene(basemap=cut, box=(160, 23, -170, 39)))
    assert len(of_class(svg, "land")) == 1
    assert not of_class(svg, "coast")


def test_both_sides_of_the_antimeridian_are_drawn(scene: Make, events: Layer) -> None:
    svg = draw(
        scene(
            box=(176, -21, -177, -15),
            basemap=atlas.clip((176, -21, -177, -15)),
            events=(
                events(
                    ((177.5, -18.0), "point", None, "attack"),
                    ((-179.0, -18.5), "point", None, "raid"),
                ),
            ),
        )
    )
    assert len(marks_of(svg)) == 2
    assert len(of_class(svg, "land")) >= 1


def test_the_poster_of_a_region_is_small(scene: Make) -> None:
    box_ = (58.0, 23.0, 76.0, 39.5)
    assert len(draw(scene(box=box_, basemap=atlas.clip(box_))).encode()) < 22_000


def test_relief_is_laid_over_the_land_tile_by_tile(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    # Tiles of zoom 5 from 56.25 to 67.5 and to 78.75 degrees east.
    tiles = (Tile(5, 21, 12, b"one"), Tile(5, 22, 12, b"two"), Tile(5, 2, 12, b"far"))
    svg = draw(scene(basemap=island(), relief=tiles))
    images = list(parsed(svg).iter(f"{SVG}image"))
    assert [image.get("href") for image in images] == [
        "data:image/webp;base64,b25l",
        "data:image/webp;base64,dHdv",
    ]


def test_tiles_of_relief_meet_without_a_seam(scene: Make, island: Callable[..., Basemap]) -> None:
    tiles = (Tile(5, 21, 12, b"one"), Tile(5, 22, 12, b"two"))
    svg = draw(scene(basemap=island(), relief=tiles))
    west, east = (
        {k: float(image.get(k) or 0) for k in ("x", "width")}
        for image in parsed(svg).iter(f"{SVG}image")
    )
    assert west["x"] + west["width"] == east["x"]


def test_a_coarser_tile_of_relief_lies_under_the_finer_ones(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    tiles = (Tile(5, 21, 12, b"fine"), Tile(3, 5, 3, b"coarse"))
    svg = draw(scene(basemap=island(), relief=tiles))
    widths = [float(image.get("width") or 0) for image in parsed(svg).iter(f"{SVG}image")]
    assert widths == sorted(widths, reverse=True)


def test_relief_has_faded_out_where_it_would_be_blurred(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    near = scene(basemap=island(), relief=(Tile(5, 21, 12, b"one"),), box=(65, 30, 65.5, 30.5))
    assert not of_class(draw(near), "relief")
