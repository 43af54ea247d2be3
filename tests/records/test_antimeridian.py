"""Areas that cross the antimeridian are cut there, with a warning."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as some
from written import Checked, Faults, region

from mapgen.records import antimeridian

# RFC 7946, section 5.2: Fiji's extent.
FIJI = [[177, -20], [-178, -20], [-178, -16], [177, -16], [177, -20]]
BEYOND = [[177, -20], [182, -20], [182, -16], [177, -16], [177, -20]]
HALVES = shapely.MultiPolygon([shapely.box(177, -20, 180, -16), shapely.box(-180, -20, -178, -16)])


def area(*rings: list[list[float]]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


@pytest.mark.parametrize("ring", [FIJI, BEYOND])
def test_an_area_across_the_antimeridian_becomes_two(checked: Checked, ring: list) -> None:
    (cut,) = checked(region(geometry=area(ring))).regions.geometry
    assert cut.equals(HALVES)


def test_cutting_is_a_warning(checked: Checked) -> None:
    (warning,) = checked(region(geometry=area(FIJI))).warnings
    assert str(warning) == ("a.geojson, r, geometry: crosses the antimeridian and was cut there")


def test_a_hole_is_cut_with_its_area(checked: Checked) -> None:
    hole = [[179, -19], [179, -17], [-179, -17], [-179, -19], [179, -19]]
    (cut,) = checked(region(geometry=area(FIJI, hole))).regions.geometry
    assert cut.area == pytest.approx(HALVES.area - 4)


def test_a_hole_on_the_far_side_stays_in_its_area() -> None:
    hole = [[-179.5, -19], [-179.5, -17], [-178.5, -17], [-178.5, -19], [-179.5, -19]]
    assert antimeridian.cut(shapely.Polygon(FIJI, [hole])).area == pytest.approx(HALVES.area - 2)


def test_an_area_that_is_cut_already_is_left_alone(checked: Checked) -> None:
    antarctica = [[-180, -90], [180, -90], [180, -80], [0, -70], [-180, -80], [-180, -90]]
    assert checked(region(geometry=area(antarctica))).warnings == ()


def test_a_ring_round_a_pole_is_a_fault(faults: Faults) -> None:
    ring = [[-120, 70], [0, 75], [120, 70], [-120, 70]]
    assert faults(region(geometry=area(ring))) == [
        "r, geometry: goes round a pole, expected a ring cut along the antimeridian"
    ]


def test_a_crossing_ring_that_crosses_itself_is_a_fault(faults: Faults) -> None:
    ring = [[177, -20], [-178, -16], [-178, -20], [177, -16], [177, -20]]
    (fault,) = faults(region(geometry=area(ring)))
    assert fault.startswith("r, geometry: crosses itself near ")


@given(
    west=some.floats(100, 179, allow_nan=False),
    width=some.floats(2, 100),
    south=some.floats(-80, 0),
    height=some.floats(1, 60),
)
def test_what_is_cut_lies_within_the_world_and_keeps_its_size(
    west: float, width: float, south: float, height: float
) -> None:
    box = shapely.box(west, south, west + width, south + height)
    cut = antimeridian.cut(box)
    assert np.all(np.abs(shapely.get_coordinates(cut)[:, 0]) <= 180)
    assert cut.area == pytest.approx(box.area)
