"""Which towns are parts of a larger one, though GeoNames' feature code does not say so."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from names_label import Label
    from names_towns import Town

REACH_KM = 1 / 150
"""How far a town reaches: this times the square root of its population (Delhi: 22 km)."""

UNCODED_REACH = 2.0
"""Places without feature code are counted as parts at twice that distance."""

TWIN_KM = 25.0
"""Two places of one name nearer than this are one place, listed twice."""

PART = 0.25
"""A part has at most this share of the whole town's population."""

INDEPENDENT = frozenset({"PPLC", "PPLA", "PPLA2"})
"""Feature codes of seats that are towns of their own however near a larger one lies."""

LEAST_WHOLE = 100_000
DEGREE_KM = 111.2


def without_suburbs(towns: Iterable[Town]) -> list[Town]:
    """Return the towns, in their order, that lie in no larger town's reach."""
    towns = list(towns)
    whole: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in towns:
        if town.population >= LEAST_WHOLE and town.code:
            whole[_square(town)].append(town)
    return [
        town
        for town in towns
        if town.code in INDEPENDENT
        or town.zoom is not None
        or not any(_holds(other, town) for other in _near(town, whole))
    ]


def _holds(whole: Town, town: Town) -> bool:
    """Tell whether `town` is a part of `whole`."""
    if whole is town or town.population > whole.population:
        return False
    distance_km = _distance_km(whole.label, town.label)
    if town.label.name == whole.label.name and distance_km < TWIN_KM:
        return whole.label.weight > town.label.weight
    if town.population > PART * whole.population:
        return False
    reach = REACH_KM * math.sqrt(whole.population)
    if not town.code:
        reach *= UNCODED_REACH
    return distance_km < reach


def _distance_km(one: Label, other: Label) -> float:
    """Return the distance of two labels, well enough for near ones."""
    dx = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return math.hypot(dx, one.lat - other.lat) * DEGREE_KM


def _near(town: Town, squares: dict[tuple[int, int], list[Town]]) -> Iterator[Town]:
    """Yield the towns of the degree squares round a town."""
    column, row = _square(town)
    for i in (column - 1, column, column + 1):
        for j in (row - 1, row, row + 1):
            yield from squares.get((i, j), ())


def _square(town: Town) -> tuple[int, int]:
    """Return the degree square in which a town lies."""
    return math.floor(town.label.lon), math.floor(town.label.lat)
