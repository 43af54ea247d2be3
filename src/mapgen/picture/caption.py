"""What is said round a picture, in words of the map's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

KEYS = ("sharp", "soft", "area", "solid", "dashed", "hollow", "disc", "pie", "dot")
"""The forms of marks, which tell of events beyond their type, in the order of the legend."""


@dataclass(frozen=True)
class TypeEntry:
    """A type of event in the legend: its label, and how many events of it the map has."""

    id: str
    label: str
    count: str
    color: str
    symbol: str


@dataclass(frozen=True)
class RegionEntry:
    """A layer of regions in the legend; `edge` is certain, approximate, schematic or claim."""

    label: str
    color: str
    edge: str


@dataclass(frozen=True)
class Caption:
    """The words round a picture.

    Attributes:
        title: of the map.
        description: the map in words; a picture shows it where it has room.
        period: how many events there are, and from when to when; or "".
        types: types of events that occur.
        keys: by word of `KEYS`, what it says; the picture tells those that it shows.
        regions: layers of regions.
        unplaced: what is said of events without a place, or "".
        outside: says of so many events that they lie beyond the picture.
        kilometres: says a length.
        leftward: whether the language is written from right to left.
    """

    title: str
    description: str
    period: str
    types: tuple[TypeEntry, ...]
    keys: Mapping[str, str]
    regions: tuple[RegionEntry, ...]
    unplaced: str
    outside: Callable[[int], str]
    kilometres: Callable[[int], str]
    leftward: bool
