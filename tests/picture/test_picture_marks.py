import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from numpy.typing import ArrayLike

from mapgen.picture.marks import FEW_PLACES, gather, mark_radius
from mapgen.places import Cells, cells, middles

# What `Crowd` of browser/src/layers/crowd.ts makes of the same points.
BROWSER = json.loads(Path(__file__).with_name("marks.json").read_text(encoding="utf-8"))


def at(points: ArrayLike) -> Cells:
    return cells(shapely.points(np.array(points, dtype=float)))


def crowd(count: int) -> Cells:
    """Spots that no generator of random numbers makes, denser to the south-west."""
    numbers = np.arange(count)
    across, along = numbers * 0.6180339887498949 % 1, numbers * 0.7548776662466927 % 1
    return at(np.column_stack([58 + 18 * across**2, 24 + 15 * along**3]).round(4))


@pytest.mark.parametrize("zoom", BROWSER["zooms"])
def test_events_share_marks_as_they_do_in_the_browser(zoom: str) -> None:
    marks = gather(at(BROWSER["points"]), float(zoom))
    assert [mark.rows.tolist() for mark in marks] == BROWSER["zooms"][zoom]


@pytest.mark.parametrize("zoom", BROWSER["crowd"])
def test_a_crowd_has_the_marks_that_it_has_in_the_browser(zoom: str) -> None:
    marks = gather(crowd(6000), float(zoom))
    fullest = [
        [len(mark.rows), round(mark.x, 9), round(mark.y, 9), round(mark.radius, 6)]
        for mark in marks[:5]
    ]
    assert {"marks": len(marks), "fullest": fullest} == BROWSER["crowd"][zoom]


def test_events_at_one_place_share_a_mark_in_their_order() -> None:
    (mark,) = gather(at([[70, 34], [70, 34], [70, 34]]), 4)
    assert mark.rows.tolist() == [0, 1, 2]


def test_an_event_without_a_point_has_no_mark() -> None:
    (mark,) = gather(cells(np.array([None, shapely.Point(70, 34)])), 4)
    assert mark.rows.tolist() == [1]


def test_without_events_there_are_no_marks() -> None:
    assert gather(cells(np.array([], dtype=object)), 4) == ()


def test_the_fullest_place_takes_in_its_neighbour() -> None:
    spots = at([[70.3, 34], [70, 34], [70, 34]])
    mark = gather(spots, 3)[0]
    assert mark.rows.tolist() == [0, 1, 2]
    assert mark.x == middles(spots.keys)[spots.place[1], 0]


def test_neighbours_part_at_a_larger_zoom() -> None:
    assert len(gather(at([[70, 34], [70.3, 34]]), 8)) == 2


def test_one_event_has_the_radius_of_a_symbol() -> None:
    assert mark_radius(1) == 6


def test_a_mark_grows_with_its_events_up_to_a_limit() -> None:
    assert [mark_radius(n) for n in (2, 10, 1000)] == [9.6, 12.8, 20]


def test_a_crowd_keeps_every_event() -> None:
    rows = [row for mark in gather(crowd(FEW_PLACES + 1), 5) for row in mark.rows.tolist()]
    assert sorted(rows) == list(range(FEW_PLACES + 1))


def test_the_places_of_one_cell_of_the_screen_share_a_mark_in_a_crowd() -> None:
    marks = [len(gather(crowd(FEW_PLACES + 1), zoom)) for zoom in (3, 5, 7)]
    assert marks == sorted(marks)
    assert marks[0] < marks[2]
