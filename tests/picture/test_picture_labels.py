import dataclasses
from itertools import combinations

import numpy as np
import pytest

from mapgen.picture.labels import Box, Name, write

SIZE = (400, 300)


def town(text: str, x: float, y: float) -> Name:
    return Name("town", (text,), x, y, 12.0, 400, 0.0, gap=6.0)


def country(text: str, x: float, y: float) -> Name:
    return Name("country", (text,), x, y, 14.0, 600, 0.1, gap=0.0)


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def test_a_town_stands_on_the_reading_side_of_its_dot() -> None:
    (place,) = write([town("Kabul", 200, 150)], [], SIZE)
    assert (place.side, place.x > 200) == (1, True)


def test_a_town_in_arabic_letters_stands_on_the_left_of_its_dot() -> None:
    (place,) = write([town("کابل", 200, 150)], [], SIZE)
    assert (place.side, place.x < 200) == (-1, True)


def test_a_country_stands_upon_its_point() -> None:
    (place,) = write([country("IRAN", 200, 150)], [], SIZE)
    assert (place.side, place.x, place.middle) == (0, 200, 150)


def test_a_name_gives_way_to_one_that_came_before() -> None:
    first, second = write([town("Kabul", 200, 150), town("Charikar", 185, 150)], [], SIZE)
    assert (first.side, second.side) == (1, -1)


def test_a_name_gives_way_to_a_mark() -> None:
    (place,) = write([town("Kabul", 200, 150)], [(205, 140, 230, 160)], SIZE)
    assert place.side == -1


def test_a_name_without_room_is_not_written() -> None:
    wall = [(0.0, 0.0, 400.0, 140.0), (0.0, 147.0, 400.0, 300.0), (0.0, 0.0, 190.0, 300.0)]
    assert write([town("Kabul", 200, 143)], [*wall, (210, 0, 400, 300)], SIZE) == []


def test_a_name_that_is_kept_rather_covers_a_mark() -> None:
    near = [(195.0, 150.0 + down, 260.0, 155.0 + down) for down in (-25, -10, 5, 20)]
    walls = [*near, (0.0, 0.0, 194.0, 300.0)]
    kept = dataclasses.replace(town("Kabul", 200, 150), kept=True)
    assert (write([town("Kabul", 200, 150)], walls, SIZE), len(write([kept], walls, SIZE))) == (
        [],
        1,
    )


def test_a_name_out_of_the_view_is_not_written() -> None:
    assert write([town("Kabul", 401, 150)], [], SIZE) == []


def test_a_name_at_the_edge_stays_in_the_view() -> None:
    (place,) = write([town("Kabul", 395, 150)], [], SIZE)
    assert place.box[2] <= SIZE[0]


def test_the_name_of_an_area_at_the_edge_is_moved_into_the_view() -> None:
    (place,) = write([country("AFGHANISTAN", 395, 150)], [], SIZE)
    assert place.box[2] <= SIZE[0]


def test_a_town_under_a_mark_stands_beside_the_mark_without_a_dot() -> None:
    (place,) = write([town("Kabul", 200, 150)], [(185, 135, 215, 165)], SIZE)
    assert (place.dotted, place.x > 215) == (False, True)


def test_no_two_of_many_names_overlap() -> None:
    spots = np.random.default_rng(7).uniform((0, 0), SIZE, (300, 2)).tolist()
    marks = [(100.0, 100.0, 140.0, 140.0)]
    placed = write([town(f"Town {i}", x, y) for i, (x, y) in enumerate(spots)], marks, SIZE)
    boxes = [*marks, *(place.box for place in placed)]
    assert len(placed) > 20
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("lines", [("UNITED",), ("UNITED", "ARAB", "EMIRATES")])
def test_a_name_takes_room_for_each_of_its_lines(lines: tuple[str, ...]) -> None:
    (place,) = write([Name("country", lines, 200, 150, 10.0, 400, 0.0, gap=0.0)], [], SIZE)
    assert place.box[3] - place.box[1] == pytest.approx(11.5 * len(lines))
