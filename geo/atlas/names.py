"""Names on the map: gathers, orders and packs the labels of the whole world."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import deflate
import names_areas
import names_cldr
import names_geonames
import names_towns
from names_beside import beside_capitals
from names_label import KINDS, LANGUAGES, Label, drawing_order
from names_seats import named_after_provinces, without_cities
from names_spread import spread

if TYPE_CHECKING:
    from pathlib import Path

    from sources import Sources

PRODUCT = "labels.bin"
UNITS_PER_DEGREE = 1000
ZOOM_STEPS = 10
LEVEL = 12
"""Coordinates are kept in thousandths of a degree (100 m), zooms in tenths."""


def build(sources: Sources, out: Path) -> None:
    """Write the labels of the world into the folder `out`."""
    labels = drawing_order(_gather(sources))
    (out / PRODUCT).write_bytes(pack(labels))


def _gather(sources: Sources) -> list[Label]:
    """Return every label, in no order."""
    places = names_geonames.read_places(sources.path("geonames"), sources.path("towns"))
    towns = names_towns.read_towns(places, names_cldr.read_cities(sources.path("zonenames")))
    countries = names_cldr.read_countries(sources.path("localenames"))
    provinces = names_areas.read_provinces(sources.path("giso"))
    shown = spread(named_after_provinces(towns, provinces))
    return [
        *beside_capitals(names_areas.read_countries(sources.path("countries"), countries), shown),
        *names_areas.read_waters(),
        *without_cities(provinces, towns),
        *shown,
    ]


def pack(labels: list[Label]) -> bytes:
    """Return the labels as deflated JSON of columns, each language's names by row number."""
    columns = {
        "lon": [round(label.lon * UNITS_PER_DEGREE) for label in labels],
        "lat": [round(label.lat * UNITS_PER_DEGREE) for label in labels],
        "kind": [KINDS.index(label.kind) for label in labels],
        "zoom": [round(label.zoom * ZOOM_STEPS) for label in labels],
        "name": [label.name for label in labels],
        "names": {
            language: {
                str(row): label.names[language]
                for row, label in enumerate(labels)
                if language in label.names
            }
            for language in LANGUAGES
        },
    }
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return bytes(deflate.deflate_compress(text.encode(), LEVEL))
