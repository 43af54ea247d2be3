"""Names of countries moved a little where they would lie on the capital's name."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from names_label import Label

ZOOM = 6
DEGREE_PX = 256 * 2**ZOOM / 360
"""The zoom at which both names should stand, and the width of a degree at it."""

BESIDE_PX, APART_PX = 90.0, 24.0
"""A name nearer to the capital than the first from west to east is moved to the second from it
from north to south."""

CITY_DEGREES = 0.1
"""A country whose name stands this near to its capital is no larger than it."""


def beside_capitals(countries: Iterable[Label], towns: Iterable[Label]) -> list[Label]:
    """Return the countries' labels, moved north or south where a capital lies under them.

    A country that is a city, and is called by its capital's name, needs it once: the city's.
    """
    capitals = [town for town in towns if town.kind == "capital"]
    return [_beside(one, capitals) for one in countries if not _is_city(one, capitals)]


def _is_city(country: Label, capitals: list[Label]) -> bool:
    """Return whether a capital of the same name lies where the country's name would stand."""
    return any(
        capital.name == country.name
        and math.hypot(country.lon - capital.lon, country.lat - capital.lat) < CITY_DEGREES
        for capital in capitals
    )


def _beside(country: Label, capitals: list[Label]) -> Label:
    """Return one country's label, on the side of its capital on which it was."""
    degree_px = DEGREE_PX / math.cos(math.radians(country.lat))
    for capital in capitals:
        dx_px = abs(country.lon - capital.lon) * DEGREE_PX
        dy_px = (country.lat - capital.lat) * degree_px
        if dx_px < BESIDE_PX and abs(dy_px) < APART_PX:
            shift_px = math.copysign(APART_PX, dy_px)
            return replace(country, lat=capital.lat + shift_px / degree_px)
    return country
