from collections.abc import Callable

from pictures import marks_of, of_class

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


def test_relief_has_faded_out_where_it_would_be_blurred(
    scene: Make, island: Callable[..., Basemap]
) -> None:
    near = scene(basemap=island(), relief=(Tile(5, 21, 12, b""),), box=(65, 30, 65.5, 30.5))
    assert not of_class(draw(near), "relief")
