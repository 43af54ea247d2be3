import json
from pathlib import Path

import numpy as np
import pytest

from mapgen.picture.marks import MANY, gather, mark_radius
from mapgen.picture.view import TILE_PX, unit_square

# What `gather` of browser/src/layers/marks.ts makes of the same points.
BROWSER = json.loads(Path(__file__).with_name("marks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("zoom", BROWSER["zooms"])
def test_events_share_marks_as_they_do_in_the_browser(zoom: str) -> None:
    marks = gather(unit_square(np.array(BROWSER["points"])), TILE_PX * 2 ** float(zoom))
    assert [list(mark.rows) for mark in marks] == BROWSER["zooms"][zoom]


def test_events_at_one_place_share_a_mark_in_the_order_of_the_data() -> None:
    (mark,) = gather(np.array([[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]), 4096)
    assert mark.rows.tolist() == [0, 1, 2]


def test_an_event_without_a_point_has_no_mark() -> None:
    (mark,) = gather(np.array([[np.nan, np.nan], [0.5, 0.5]]), 4096)
    assert mark.rows.tolist() == [1]


def test_without_events_there_are_no_marks() -> None:
    assert gather(np.empty((0, 2)), 4096) == ()


def test_the_fullest_place_takes_in_its_neighbour() -> None:
    mark = gather(np.array([[0.501, 0.5], [0.5, 0.5], [0.5, 0.5]]), 2048)[0]
    assert (mark.x, mark.rows.tolist()) == (0.5, [0, 1, 2])


def test_neighbours_part_at_a_larger_zoom() -> None:
    assert len(gather(np.array([[0.5, 0.5], [0.501, 0.5]]), 2.0**16)) == 2


def test_one_event_has_the_radius_of_a_symbol() -> None:
    assert mark_radius(1) == 6


def test_a_mark_grows_with_its_events_up_to_a_limit() -> None:
    assert [mark_radius(n) for n in (2, 10, 1000)] == [9.6, 12.8, 20]


def test_a_multitude_of_places_keeps_every_event() -> None:
    spots = np.random.default_rng(7).uniform(0.4, 0.6, (MANY + 1, 2))
    rows = [row for mark in gather(spots, 4096) for row in mark.rows.tolist()]
    assert sorted(rows) == list(range(MANY + 1))
