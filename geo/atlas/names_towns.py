"""Labels of capitals, seats of provinces and towns: GeoNames' places that deserve one."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from names_label import Label, read_names
from names_spelling import folded, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from names_geonames import Place

TABLE = Path(__file__).with_name("names") / "towns.csv"
UNLABELLED = "-"

NO_TOWN = {"PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH", "PPLL", "PPLF", "PPLR", "STLMT"}
"""Parts of a town, and places given up, destroyed, historical or too small to be a town."""

DEPENDENT = """
AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK IM JE KY MF MO MP MQ MS NC NF NU PF
PM PN PR RE SH SJ SX TC TF VG VI WF YT
"""
"""Territories whose chief town is no capital of a state."""

DISTRICT_SEATS = frozenset({"AF"})
"""Countries whose seats of districts are labelled whatever GeoNames says of their population."""

SPARSE = 1_000
"""Least population of a town that may fill an empty stretch of the map."""

UNKNOWN_SEAT = 30_000
"""Population taken for a seat of which GeoNames knows none."""

BONUS = {"PPLC": 2.5, "PPLA": 0.6, "PPLA2": 0.15, "": -0.8}
"""What a feature code adds to the logarithm of the population to make a weight. A place without
code is known to the newer list alone, and most of these are parts of a larger town."""

TABLED_WEIGHT = 5.5
"""Least weight of a town whose zoom our own table sets, so that it outlasts others of that zoom."""

ZONES = {
    "Calcutta": "Kolkata",
    "Godthab": "Nuuk",
    "Katmandu": "Kathmandu",
    "New York": "New York City",
    "Rangoon": "Yangon",
    "Saigon": "Ho Chi Minh City",
    "Kiev": "Kyiv",
    "Ulaanbaatar": "Ulan Bator",
}
"""Cities that CLDR knows by another English name than GeoNames."""


@dataclass(frozen=True)
class Town:
    """A label that waits for its zoom, with what decides it."""

    label: Label
    code: str
    country: str
    population: int
    seat: bool
    zoom: float | None


def read_towns(places: Iterable[Place], zones: Mapping[str, Mapping[str, str]]) -> list[Town]:
    """Return a town for each place that deserves a label; `zones` names cities by time zone."""
    patches = _patches()
    kept = [place for place in places if _deserves(place, patches.get(place.number))]
    named = _zone_cities(kept, zones)
    return [
        *(
            _town(place, patches.get(place.number, {}), named.get(place.number, {}))
            for place in kept
        ),
        *_own_towns(),
    ]


def _deserves(place: Place, patch: Mapping[str, str] | None) -> bool:
    """Tell whether a place may be labelled somewhere, at some zoom."""
    if patch is not None:
        return patch["name"] != UNLABELLED
    if place.code in NO_TOWN:
        return False
    return _is_seat(place) or place.population >= SPARSE


def _is_seat(place: Place) -> bool:
    """Tell whether a government sits there whose seat is labelled whatever its size."""
    district = place.code == "PPLA2" and place.country in DISTRICT_SEATS
    return district or place.code in {"PPLC", "PPLA"}


def _town(place: Place, patch: Mapping[str, str], zone: Mapping[str, str]) -> Town:
    """Return one town, our table's words before CLDR's."""
    zoom = float(patch["zoom"]) if patch.get("zoom") else None
    population = place.population or (UNKNOWN_SEAT if place.code.startswith("PPLA") else SPARSE)
    label = Label(
        lon=place.lon,
        lat=place.lat,
        kind=patch.get("kind") or _kind(place),
        zoom=0.0,
        weight=max(
            math.log10(population) + BONUS.get(place.code, 0.0),
            TABLED_WEIGHT if zoom is not None else 0.0,
        ),
        name=patch.get("name") or plain(place.name, place.country),
        names=dict(zone) | read_names(patch),
    )
    return Town(label, place.code, place.country, population, _is_seat(place), zoom)


def _kind(place: Place) -> str:
    """Return the kind of label that a place's feature code asks for."""
    if place.code == "PPLC":
        return "seat" if place.country in DEPENDENT.split() else "capital"
    return "seat" if place.code == "PPLA" else "town"


def _zone_cities(
    places: Iterable[Place], zones: Mapping[str, Mapping[str, str]]
) -> dict[int, Mapping[str, str]]:
    """Return CLDR's names by GeoNames number, of the largest place that bears a zone's name."""
    by_name: dict[tuple[str, str], Place] = {}
    for place in places:
        key = place.timezone.partition("/")[0], folded(place.name)
        if key not in by_name or by_name[key].population < place.population:
            by_name[key] = place
    found = {}
    for zone, names in zones.items():
        continent, _, city = zone.rpartition("/")
        word = city.replace("_", " ")
        bearer = by_name.get((continent.partition("/")[0], folded(ZONES.get(word, word))))
        if bearer is not None:
            found[bearer.number] = names
    return found


def _patches() -> dict[int, dict[str, str]]:
    """Return the rows of our own table of towns that mend a place, by GeoNames number."""
    return {int(row["geonameid"]): row for row in _rows() if row["geonameid"]}


def _own_towns() -> list[Town]:
    """Return the towns of our own table that GeoNames lacks."""
    return [
        Town(
            label=Label(
                lon=float(row["lon"]),
                lat=float(row["lat"]),
                kind=row["kind"],
                zoom=0.0,
                weight=TABLED_WEIGHT,
                name=row["name"],
                names=read_names(row),
            ),
            code="PPL",
            country="",
            population=SPARSE,
            seat=False,
            zoom=float(row["zoom"]),
        )
        for row in _rows()
        if not row["geonameid"]
    ]


def _rows() -> list[dict[str, str]]:
    """Return the rows of our own table of towns."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
