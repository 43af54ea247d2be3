import re

import numpy as np
import pytest
from shapely import MultiPolygon, Point, Polygon, box

from mapgen.picture.path import GRID, MARGIN_PX, areas, lines, rings_of
from mapgen.picture.view import View

VIEW = View(zoom=5.0, left=0.0, top=0.0, width=400, height=300)


def square(x: float, y: float, side: float) -> np.ndarray:
    return np.array([[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]])


def polygon(d: str) -> Polygon | MultiPolygon:
    """The area of path data, in pixels, by the even-odd rule."""
    found = Polygon()
    for ring in vertices(d):
        found = found.symmetric_difference(Polygon(ring).buffer(0))
    return found


def vertices(d: str) -> list[np.ndarray]:
    """The vertices of each part of path data, in pixels."""
    parts = []
    for part in d.split("M")[1:]:
        numbers = np.array([int(text) for text in re.findall(r"-?\d+", part)]).reshape(-1, 2)
        parts.append(np.cumsum(numbers, axis=0) / GRID)
    return parts


def test_a_ring_in_the_view_is_drawn_as_it_is() -> None:
    assert polygon(areas([square(10, 10, 100)], VIEW)).equals(box(10, 10, 110, 110))


def test_a_ring_around_the_view_fills_it() -> None:
    drawn = polygon(areas([square(-1000, -1000, 3000)], VIEW))
    assert drawn.contains(box(0, 0, 400, 300))


def test_nothing_is_drawn_beyond_the_margin() -> None:
    drawn = polygon(areas([square(-1000, -1000, 3000)], VIEW))
    assert box(-MARGIN_PX, -MARGIN_PX, 400 + MARGIN_PX, 300 + MARGIN_PX).contains(drawn)


def test_a_ring_within_another_is_a_hole() -> None:
    drawn = polygon(areas([square(10, 10, 200), square(50, 50, 50)], VIEW))
    assert not drawn.contains(Point(75, 75))


def test_a_concave_ring_that_the_view_parts_leaves_the_gap_empty() -> None:
    comb = [(-200, 20), (200, 20), (200, 60), (-100, 60), (-100, 200), (200, 200), (200, 240)]
    ring = np.array([*comb, (-200, 240), (-200, 20)], dtype=float)
    drawn = polygon(areas([ring], VIEW))
    inside = box(0, 0, 400, 300)
    assert drawn.intersection(inside).area == pytest.approx(Polygon(ring).intersection(inside).area)


@pytest.mark.parametrize("x", [-500.0, 1000.0])
def test_a_ring_out_of_the_view_leaves_nothing(x: float) -> None:
    assert areas([square(x, 10, 100)], VIEW) == ""


def test_an_island_of_less_than_a_pixel_leaves_nothing() -> None:
    assert areas([square(10, 10, 0.8)], VIEW) == ""


def test_a_ring_is_drawn_in_each_copy_of_the_world_that_is_seen() -> None:
    whole = View(zoom=0.0, left=0.0, top=0.0, width=512, height=256)
    assert len(vertices(areas([square(100, 100, 20)], whole))) == 2


def test_vertices_that_do_not_turn_the_line_are_left_out() -> None:
    straight = np.column_stack([np.arange(100.0), np.full(100, 5.0)])
    assert lines([straight], VIEW) == "M0 10l198 0"


def test_arcs_that_meet_are_one_line() -> None:
    first = np.array([[10.0, 10.0], [50.0, 90.0]])
    second = np.array([[50.0, 90.0], [90.0, 10.0]])
    assert lines([first, second], VIEW).count("M") == 1


def test_a_line_that_leaves_the_view_and_comes_back_is_two_lines() -> None:
    away = np.array([[10.0, 10.0], [10.0, 2000.0], [90.0, 2000.0], [90.0, 10.0]])
    assert lines([away], VIEW).count("M") == 2


def test_a_line_that_only_touches_the_view_leaves_nothing() -> None:
    corner = np.array([[-2 * MARGIN_PX, 0.0], [0.0, -2 * MARGIN_PX]])
    assert lines([corner], VIEW) == ""


def test_a_sign_stands_for_the_space_before_it() -> None:
    assert lines([np.array([[10.0, 50.0], [40.0, 20.0]])], VIEW) == "M20 100l60-60"


def test_every_ring_of_every_part_of_a_shape_is_drawn() -> None:
    holed = box(0, 0, 10, 10) - box(2, 2, 4, 4)
    assert len(rings_of([MultiPolygon([holed, box(20, 20, 30, 30)])], VIEW)) == 3
