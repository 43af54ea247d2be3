"""More places than have room: their marks lie on each other, and names stand above them."""

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from playwright.sync_api import Page

import mapgen

SIDE = 78
"""Places on a side of the square over which they are spread."""
FULL = 1000
"""Events at one place, in the middle of the others."""
MIDDLE = (67.0, 31.5)
KEPT = "mapgen.layers.events.marks().map(({count, radius}) => [count, radius])"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lon, lat = np.meshgrid(np.linspace(60, 74, SIDE), np.linspace(25, 38, SIDE))
    points = [*shapely.points(lon.ravel(), lat.ravel()), *[shapely.Point(MIDDLE)] * FULL]
    events = gpd.GeoDataFrame({"event_type": ["attack"] * len(points)}, geometry=points, crs=4326)
    town = gpd.GeoDataFrame({"name": ["Town"]}, geometry=shapely.points([MIDDLE]), crs=4326)
    page = mapgen.Map(title="A map", basemap=False)
    mapgen.PlaceLayer(town, name="Town").add_to(page)
    mapgen.EventLayer(events, name="Events").add_to(page)
    saved = tmp_path_factory.mktemp("crowd") / "crowd.html"
    page.save(saved)
    return saved


@pytest.fixture
def crowd(path: Path, visit: Callable) -> Page:
    page: Page = visit(path).page
    return page


def test_names_keep_clear_of_the_numbers_of_a_crowd_and_of_nothing_else(crowd: Page) -> None:
    ((count, reach),) = crowd.evaluate(KEPT)
    assert count >= FULL
    assert reach > 10
    place, name = (crowd.locator(it).bounding_box() for it in (".mg-place", ".mg-place-name"))
    middle = place["x"] + place["width"] / 2
    assert name["x"] > middle + reach


def test_no_arrow_points_to_marks_of_a_crowd_beyond_the_view(crowd: Page) -> None:
    # The mark of the full place lies in the margin that is drawn beyond the view.
    crowd.evaluate(f"mapgen.map.setView([{MIDDLE[1]}, {MIDDLE[0]}], 7, {{animate: false}})")
    crowd.evaluate("mapgen.map.panBy([mapgen.map.getSize().x / 2 + 40, 0], {animate: false})")
    crowd.wait_for_timeout(300)
    assert [count >= FULL for count, _ in crowd.evaluate(KEPT)] == [True]
    assert crowd.locator(".mg-edges button").count() == 0
