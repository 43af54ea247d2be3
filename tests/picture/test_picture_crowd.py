"""More places than can have marks of their own: bins, most of them too small for a number."""

import re
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from pictures import marks_of, of_class, parsed

from mapgen.picture import EventMarks, Scene, draw
from mapgen.picture.events import place, room, standing
from mapgen.picture.marks import FEW_PLACES, gather
from mapgen.picture.view import fit
from mapgen.places import cells
from mapgen.project import EventType

Types = dict[str, EventType]
COUNT = FEW_PLACES + 1000


def crowd() -> NDArray[np.object_]:
    """Points of which one place in the middle has a thousand, and the rest one each."""
    numbers = np.arange(COUNT)
    across, along = numbers * 0.6180339887498949 % 1, numbers * 0.7548776662466927 % 1
    lon = np.append(60 + 14 * across, np.full(1000, 67.0))
    lat = np.append(25 + 13 * along, np.full(1000, 31.5))
    return shapely.points(lon, lat)  # type: ignore[return-value] # of arrays, so an array


@pytest.fixture
def layer(types: Types) -> EventMarks:
    points = crowd()
    frame = gpd.GeoDataFrame(
        {
            "placement": "point",
            "uncertainty_km": np.nan,
            "event_type": np.where(np.arange(len(points)) % 3, "attack", "raid"),
        },
        geometry=gpd.GeoSeries(points, crs=4326),
    )
    return EventMarks(frame, types)


@pytest.fixture
def picture(scene: Callable[..., Scene], layer: EventMarks) -> str:
    return draw(scene(events=(layer,)))


def test_a_crowd_is_drawn_in_few_elements(picture: str) -> None:
    assert len(list(parsed(picture).iter())) < 100


def test_dots_of_one_size_and_colour_are_one_path(picture: str) -> None:
    looks = [(dots.get("color"), dots.get("stroke-width")) for dots in of_class(picture, "dots")]
    assert len(looks) == len(set(looks))


def test_every_bin_of_a_crowd_is_drawn(picture: str) -> None:
    dots = "".join(path.get("d") or "" for path in of_class(picture, "dots"))
    marks = gather(cells(crowd()), fit((58.0, 23.0, 76.0, 39.5), (1000, 700), (3, 11)).zoom)
    assert len(re.findall("h0", dots)) + len(of_class(picture, "shared")) == len(marks)


def test_the_fullest_place_of_a_crowd_tells_its_number(picture: str) -> None:
    (text,) = [text for mark in of_class(picture, "numbers") for text in mark.itertext()]
    assert int(text) >= 1000


def test_the_smallest_marks_lie_above_the_fullest(picture: str) -> None:
    assert picture.index('class="dots"') > picture.index('class="shared"')


def test_the_numbers_lie_above_all_marks(picture: str) -> None:
    assert picture.index('class="numbers"') > picture.rindex('class="dots"')


def test_names_keep_clear_of_the_number_of_a_crowd_and_of_nothing_else(layer: EventMarks) -> None:
    view = fit((58.0, 23.0, 76.0, 39.5), (1000, 700), (3, 11))
    events = place(layer, view)
    ((left, top, right, bottom),) = room([events], view)
    fullest = events.marks[0]
    x, y = standing((fullest.x, fullest.y), view)
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((x, y))
    assert 4 * 6 < right - left <= 2 * fullest.radius


def test_few_places_have_no_dots(
    scene: Callable[..., Scene], events: Callable[..., EventMarks]
) -> None:
    svg = draw(scene(events=(events(((67.0, 31.0), "point", None, "attack")),)))
    assert (len(of_class(svg, "dots")), len(marks_of(svg))) == (0, 1)
