"""Names of countries and of cities that Unicode's CLDR tells in the languages of the map."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from names_label import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHORT = frozenset({"HK", "MO", "PS"})
"""Territories whose short form is the one on maps; elsewhere it is an abbreviation (US, UK)."""

ASIDE = re.compile(r" \(.*\)$")


def read_countries(localenames: Path) -> dict[str, dict[str, str]]:
    """Return the names of each territory by ISO 3166-1 code and language."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        file = localenames / "package" / "main" / language / "territories.json"
        main = json.loads(file.read_text(encoding="utf-8"))["main"][language]
        territories = main["localeDisplayNames"]["territories"]
        for code in territories:
            key = f"{code}-alt-short" if code in SHORT else code
            found.setdefault(code, {})[language] = ASIDE.sub("", territories[key])
    return found


def read_cities(dates: Path) -> dict[str, dict[str, str]]:
    """Return the names of the cities that stand for a time zone, by the zone's own English word."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        file = dates / "package" / "main" / language / "timeZoneNames.json"
        main = json.loads(file.read_text(encoding="utf-8"))["main"][language]
        for zone, city in _exemplars(main["dates"]["timeZoneNames"]["zone"], ""):
            found.setdefault(zone, {})[language] = city
    return found


def _exemplars(node: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield each zone (`Asia/Kabul`) below a node with the name of its city."""
    for word, inner in node.items():
        if not isinstance(inner, dict):
            continue
        zone = f"{path}{word}"
        if "exemplarCity" in inner:
            yield zone, inner["exemplarCity"]
        yield from _exemplars(inner, f"{zone}/")
