"""What the recipe writes for each name on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("ar", "fa", "ps", "ur")
"""Languages other than English in which names are kept."""

KINDS = ("country", "capital", "province", "seat", "town", "sea", "lake")


@dataclass(frozen=True)
class Label:
    """A name at a point in degrees; the heavier of two comes first inside a zoom."""

    lon: float
    lat: float
    kind: str
    zoom: float
    weight: float
    name: str
    names: Mapping[str, str]


def drawing_order(labels: list[Label]) -> list[Label]:
    """Return the labels most important first: by least zoom, then weight, name and place."""
    return sorted(labels, key=lambda it: (it.zoom, -it.weight, it.name, it.lon, it.lat))


def read_names(row: Mapping[str, str]) -> dict[str, str]:
    """Return the names by language that a row of a table holds."""
    return {language: row[language] for language in LANGUAGES if row.get(language)}
