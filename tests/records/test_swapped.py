"""Longitude and latitude swapped within the ranges of both, told by a point's company."""

from __future__ import annotations

import pytest
from written import Checked, Faults, Feature, event

COMPANY = [(69.2, 34.5), (70.5, 34.4), (62.2, 34.3), (65.7, 31.6)]


def points(*pairs: tuple[float, float], **properties: object) -> list[Feature]:
    return [
        event(geometry={"type": "Point", "coordinates": list(pair)}, **properties)
        | {"id": f"e{number}"}
        for number, pair in enumerate(pairs)
    ]


def test_a_point_far_from_its_country_and_in_it_when_swapped_is_a_fault(faults: Faults) -> None:
    assert faults(*points(*COMPANY, (34.5, 69.2), country="AF")) == [
        (
            "e4, geometry: is 34.5, 69.2, far from the other points in AF, but among them as "
            "69.2, 34.5; longitude and latitude look swapped"
        )
    ]


def test_a_point_without_country_is_only_doubted(checked: Checked) -> None:
    (warning,) = checked(*points(*COMPANY, (34.5, 69.2))).warnings
    assert warning.problem == (
        "is 34.5, 69.2, far from the other points, but among them as 69.2, 34.5; "
        "longitude and latitude look swapped"
    )


def test_a_far_point_of_another_country_is_believed(checked: Checked) -> None:
    murmansk = points((33.1, 69.0), country="RU")[0] | {"id": "ru"}
    assert checked(*points(*COMPANY, country="AF"), murmansk).warnings == ()


def test_a_far_point_that_swapping_does_not_bring_home_is_believed(checked: Checked) -> None:
    assert checked(*points(*COMPANY, (-77, 38.9))).warnings == ()


@pytest.mark.parametrize("count", [1, 2])
def test_few_points_doubt_nobody(checked: Checked, count: int) -> None:
    assert checked(*points(*COMPANY[:count], (34.5, 69.2), country="AF")).warnings == ()


def test_points_of_the_whole_world_doubt_nobody(checked: Checked) -> None:
    world = [(-70, -30), (140, 36), (10, 50), (-100, 40), (30, -20), (100, 15)]
    assert checked(*points(*world, (34.5, 69.2))).warnings == ()
