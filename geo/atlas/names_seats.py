"""What provinces and the seats of their governments have in common: often a name."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from names_spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from names_areas import Province
    from names_label import Label
    from names_towns import Town

SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})
SAME_KM, OWN_KM = 8.0, 300.0
"""A province whose label would stand so near its namesake is little more than that town; a town
farther away than the other figure is a namesake by chance."""

DEGREE_KM = 111.2


def named_after_provinces(towns: Iterable[Town], provinces: Iterable[Province]) -> list[Town]:
    """Return the towns, each seat that is called like its province with the province's names."""
    namesakes: dict[tuple[str, str], list[Label]] = {}
    for province in provinces:
        key = province.country, folded(province.label.name)
        namesakes.setdefault(key, []).append(province.label)
    return [_named(town, namesakes) for town in towns]


def _named(town: Town, namesakes: dict[tuple[str, str], list[Label]]) -> Town:
    """Return one town, its own names before those of its province."""
    if town.code not in SEATS:
        return town
    for label in namesakes.get((town.country, folded(town.label.name)), ()):
        if _distance_km(town.label, label) < OWN_KM:
            names = dict(label.names) | dict(town.label.names)
            return replace(town, label=replace(town.label, names=names))
    return town


def without_cities(provinces: Iterable[Province], towns: Iterable[Town]) -> list[Label]:
    """Return the labels of the provinces that are more than the town they are called after."""
    cities: dict[tuple[str, str], list[Label]] = {}
    for town in towns:
        if town.code in SEATS:
            cities.setdefault((town.country, folded(town.label.name)), []).append(town.label)
    return [
        province.label
        for province in provinces
        if not any(
            _distance_km(province.label, city) < SAME_KM
            for city in cities.get((province.country, folded(province.label.name)), ())
        )
    ]


def _distance_km(one: Label, other: Label) -> float:
    """Return the distance of two labels, well enough for near ones."""
    dx = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return math.hypot(dx, one.lat - other.lat) * DEGREE_KM
