"""Checks of single values of the project file; each returns the value or says what is wrong."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date, datetime
from urllib.parse import urlsplit

from mapgen.project.model import Bounds
from mapgen.project.sentences import ValueFault, shown

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORD = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
COLOR = re.compile(r"#[0-9a-fA-F]{6}")
PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def text(value: object) -> str:
    """Return a text that says something."""
    if not isinstance(value, str):
        raise ValueFault(f"is {shown(value)}, expected text in quotes")
    if not value.strip():
        raise ValueFault("is empty, expected text")
    return value.strip()


def boolean(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueFault(f"is {shown(value)}, expected true or false")
    return value


def slug(value: object) -> str:
    """Return an id that can stand in a file name and in an address."""
    word = text(value)
    if not SLUG.fullmatch(word):
        raise ValueFault(f"is {shown(word)}, expected small letters, digits and hyphens")
    return word


def origins(value: object) -> tuple[str, ...]:
    """Return origins of the web: scheme, host and perhaps a port, nothing after them."""
    found = texts(value)
    for word in found:
        parts = urlsplit(word)
        if parts.scheme not in {"http", "https"} or word != f"{parts.scheme}://{parts.netloc}":
            raise ValueFault(
                f'has {shown(word)}, expected origins such as "https://www.example.org"'
            )
    return found


def folder_url(value: object) -> str:
    """Return the address of a folder on the web, with a slash at its end."""
    word = text(value)
    parts = urlsplit(word) if not re.search(r"[\s\"'<>\\]", word) else urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueFault(
            f'is {shown(word)}, expected an address such as "https://example.org/maps/"'
        )
    if parts.query or parts.fragment:
        raise ValueFault(f"is {shown(word)}, expected an address without ? and #")
    return word if word.endswith("/") else f"{word}/"


def texts(value: object) -> tuple[str, ...]:
    """Return a list of texts, which is not empty."""
    if not isinstance(value, list) or not value:
        raise ValueFault(f'is {shown(value)}, expected a list such as ["one", "two"]')
    return tuple(text(entry) for entry in value)


def color(value: object) -> str:
    """Return a colour as `#rrggbb` in small letters."""
    word = text(value)
    if not COLOR.fullmatch(word):
        raise ValueFault(f'is {shown(word)}, expected a colour such as "#b5332e"')
    return word.lower()


def one_of(known: Collection[str]) -> Callable[[object], str]:
    """Return a check that takes only the known words."""

    def check(value: object) -> str:
        word = text(value)
        if word not in known:
            raise ValueFault(f"is {shown(word)}, expected one of {', '.join(known)}")
        return word

    return check


def first_day(value: object) -> date:
    """Return the first day of a year, month or day."""
    return _period(value)[0]


def last_day(value: object) -> date:
    """Return the last day of a year, month or day."""
    return _period(value)[1]


def _period(value: object) -> tuple[date, date]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value, value
    match = PERIOD.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueFault(f'is {shown(value)}, expected "2014", "2014-06" or "2014-06-30"')
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueFault(f"is {shown(value)}, which is no date of the calendar") from None
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])


def bounds(value: object) -> Bounds:
    """Return west, south, east, north in degrees; west > east crosses the antimeridian."""
    expected = "expected [west, south, east, north] in degrees"
    if not isinstance(value, list) or len(value) != 4:  # noqa: PLR2004 - the four sides
        raise ValueFault(f"is {shown(value)}, {expected}")
    if any(isinstance(side, bool) or not isinstance(side, int | float) for side in value):
        raise ValueFault(f"is {shown(value)}, {expected} as numbers")
    west, south, east, north = (float(side) for side in value)
    wrong = [
        f"{name} is {side:g}, expected -{limit} to {limit}"
        for name, side, limit in (
            ("west", west, 180),
            ("south", south, 90),
            ("east", east, 180),
            ("north", north, 90),
        )
        if not -limit <= side <= limit
    ]
    if not wrong and south >= north:
        wrong = [f"south {south:g} is not below north {north:g}, {expected}"]
    if not wrong and west == east:
        wrong = [f"west and east are both {west:g}, {expected}"]
    if wrong:
        raise ValueFault("; ".join(wrong))
    return west, south, east, north
