"""The least zoom of each town: the more important and the more alone, the sooner it is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from names_crowd import Crowd
from names_suburbs import without_suburbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from names_label import Label
    from names_towns import Town

APART_PX = {4: 60.0, 5: 60.0, 6: 60.0, 7: 60.0, 8: 110.0, 9: 110.0, 10: 90.0, 11: 90.0}
"""A town is not shown nearer than this to another at the first zoom that its size deserves; at each
zoom after that, half the distance is enough."""

LONELY = {1: 1.7, 2: 3.0, 3: 4.5}
"""A town may be shown so many zooms early where nothing else stands within so many times that."""

SPARSE_ZOOMS = range(6, 10)
SPARSE_PX = 180.0
"""At these zooms a place of any size is shown where nothing else stands within so many pixels."""

BY_POPULATION = ((8e6, 4), (2e6, 5), (6e5, 6), (2e5, 7), (8e4, 8), (4e4, 9), (1.5e4, 10))
CAPITALS = ((2e5, 4), (2e4, 5), (0, 6))
NEVER_CROWDED = 99

SEAT_COUNTS = 2
"""The seat of a province counts as if it had so many times its people."""

SEAT, DISTRICT_SEAT = 7, 9
"""Seats of provinces and of districts are shown from these zooms at the latest,"""

PEOPLE_PER_SEAT = 100_000
"""those of provinces where the country's provinces have so many townspeople on average."""


def spread(towns: Iterable[Town]) -> list[Label]:
    """Return the labels of the towns that find room at some zoom, each with that zoom."""
    weighed = sorted(towns, key=lambda it: (-it.label.weight, it.label.name, it.label.lon))
    waiting = without_suburbs(weighed)
    large = _countries_of_large_provinces(waiting)
    first = {id(town): _first_zoom(town, town.country in large) for town in waiting}
    shown: list[Label] = []
    for zoom in APART_PX:
        crowd = Crowd(zoom, max(lonely_px for _, lonely_px in _looks(zoom)))
        for label in shown:
            crowd.add(label)
        for early, lonely_px in _looks(zoom):
            left = []
            for town in waiting:
                late = zoom - first[id(town)]
                apart_px = lonely_px or _apart_px(town, zoom, late)
                if late + early >= 0 and crowd.has_room(town.label, apart_px):
                    shown.append(replace(town.label, zoom=float(zoom)))
                    crowd.add(town.label)
                else:
                    left.append(town)
            waiting = left
    return shown


def _looks(zoom: int) -> list[tuple[int, float]]:
    """Return how many zooms early a town may come at `zoom`, and how alone it must then be."""
    sparse = [(NEVER_CROWDED, SPARSE_PX)] if zoom in SPARSE_ZOOMS else []
    lonely = [(early, times * APART_PX[zoom]) for early, times in LONELY.items()]
    return [(0, 0.0), *lonely, *sparse]


def _apart_px(town: Town, zoom: int, late: float) -> float:
    """Return how far from others a town must stand that comes so many zooms late."""
    if town.zoom is not None or (town.label.kind == "capital" and late > 0):
        return 0.0
    return float(APART_PX[zoom] / 2**late)


def _countries_of_large_provinces(towns: Iterable[Town]) -> set[str]:
    """Return the codes of the countries whose provinces are more than a town each."""
    people: Counter[str] = Counter()
    seats: Counter[str] = Counter()
    for town in towns:
        people[town.country] += town.population
        seats[town.country] += town.code == "PPLA"
    return {code for code in people if people[code] >= PEOPLE_PER_SEAT * seats[code]}


def _first_zoom(town: Town, large_provinces: bool) -> float:
    """Return the zoom from which a town is shown wherever there is room for it."""
    if town.zoom is not None:
        return town.zoom
    if town.label.kind == "capital":
        return next(zoom for least, zoom in CAPITALS if town.population >= least)
    people = town.population * (SEAT_COUNTS if town.code == "PPLA" else 1)
    first = next((zoom for least, zoom in BY_POPULATION if people >= least), NEVER_CROWDED)
    if town.code == "PPLA" and large_provinces:
        return min(first, SEAT)
    return min(first, DISTRICT_SEAT) if town.seat else first
