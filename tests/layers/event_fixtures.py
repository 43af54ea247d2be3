"""The layers whose blocks Python and the browser share, and the door that writes them.

`python tests/layers/event_fixtures.py` writes tests/fixtures/events anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import event_reader
import geopandas
from shapely import Point, box

from mapgen.layers import EventLayer

FOLDER = Path(__file__).parents[1] / "fixtures" / "events"
KABUL, HERAT, JALALABAD = Point(69.1723, 34.5281), Point(62.1997, 34.3482), Point(70.4515, 34.4265)
NANGARHAR, KUNAR = box(70.0, 34.0, 71.0, 34.75), box(70.75, 34.5, 71.5, 35.25)
SUVA = Point(178.4419, -18.1416)
REUTERS = {
    "title": "Blast near a mosque",
    "publisher": "Reuters",
    "date": "2015-08-07",
    "url": "https://example.org/blast",
}

EVERYTHING: list[dict[str, Any]] = [
    {
        "id": "jalalabad-2015",
        "geometry": JALALABAD,
        "date": "2015-04-18",
        "event_type": "bombing",
        "title": "Bank bombing",
        "description": "A bomber struck people who waited for their pay.",
        "location": "Jalalabad",
        "admin1": "Nangarhar",
        "admin2": "Jalalabad",
        "country": "AF",
        "geo_precision": 1,
        "uncertainty_km": 0.5,
        "coord_basis": "site",
        "coord_source": "OpenStreetMap",
        "sub_event_type": "suicide bombing",
        "fatalities": 33,
        "fatalities_low": 30,
        "fatalities_high": 35,
        "fatalities_note": "The hospital counted 33.",
        "attribution": "claimed",
        "sources": [REUTERS, {"title": "Statement"}],
        "title:fa": "انفجار در بانک",
        "description:fa": "مهاجمی در صف حقوق‌بگیران خود را منفجر کرد.",
    },
    {
        "id": "kabul-0",
        "geometry": KABUL,
        "date": "2016-07-23",
        "event_type": "bombing",
        "title": "A bomb that killed nobody",
        "admin1": "Kabul",
        "fatalities": 0,
        "attribution": "disputed",
    },
    {
        "id": "kabul-null",
        "geometry": KABUL,
        "date": "2016-07-23",
        "event_type": "raid",
        "title": "A raid of which the toll is unknown",
        "admin1": "Kabul",
        "caution": "Only one source.",
    },
    {
        "id": "undated",
        "geometry": HERAT,
        "event_type": "raid",
        "title": "Undated",
        "uncertainty_km": 25.0,
        "attribution": "none",
    },
    {
        "id": "no-beginning",
        "geometry": HERAT,
        "date": "../2014-11",
        "event_type": "raid",
        "title": "Until the end of November 2014",
        "title:fa": "تا پایان نوامبر",
    },
    {
        "id": "no-end",
        "geometry": None,
        "date": "2019-05-15/..",
        "event_type": "loss",
        "title": "Since May 2019, nobody says where",
        "fatalities_high": 12,
    },
    {
        "id": "province",
        "geometry": NANGARHAR,
        "date": "2018~",
        "event_type": "loss",
        "title": "Somewhere in the province",
        "admin1": "Nangarhar",
        "geo_precision": 3,
        "attribution": "coded",
    },
    {
        "id": "province-again",
        "geometry": NANGARHAR,
        "date": "2018-02?",
        "event_type": "raid",
        "title": "In the province, in another month",
        "admin1": "Nangarhar",
        "geo_precision": 3,
        "fatalities_low": 4,
    },
    {
        "id": "other-province",
        "geometry": KUNAR,
        "date": "2020-08-02/2020-08-03",
        "event_type": "bombing",
        "admin1": "Kunar",
        "attribution": "attributed",
        "sources": [{"title": "News", "url": "https://example.org/1", "date": "2020-08-03"}],
    },
    {
        "id": "before-1970",
        "geometry": SUVA,
        "date": "1968-12-31%",
        "event_type": "loss",
        "title": "On the other side of the world",
        "uncertainty_km": 1.25,
    },
]

SPOTS = [(70.1, 34.2), (70.1, 34.2), (-0.1, 51.5), (12.5, 41.9), (-58.4, -34.6), (151.2, -33.9)]
PLACES: list[dict[str, Any]] = [
    {
        "id": 900 + 7 * number,
        "geometry": Point(spot),
        "date": f"2020-01-{20 - number:02}",
        "event_type": "march",
        "title": f"March {number + 1}",
        "fatalities": number % 3,
    }
    for number, spot in enumerate(SPOTS)
] + [{"id": 5, "geometry": None, "date": "2020-02", "event_type": "march"}]

OWN_PLACES: list[dict[str, Any]] = [
    {"id": f"spot-{number}", "geometry": Point(lon, lat), "event_type": "march"}
    for number, (lon, lat) in enumerate([(179.99, -16.5), (-179.99, -16.5), (0.0, 0.0), (25, 89)])
]

BARE: list[dict[str, Any]] = [
    {
        "geometry": (KABUL, HERAT, JALALABAD)[number * number % 3],
        "date": f"2021-08-{28 - number:02}",
        "event_type": ("attack", "clash", "arrest")[number % 3],
        "fatalities": number % 5,
    }
    for number in range(12)
]

CROWDED: list[dict[str, Any]] = [
    {
        "geometry": (KABUL, HERAT, JALALABAD)[number % 3],
        "date": f"2021-08-{26 + number // 45}",
        "event_type": ("attack", "clash", "arrest")[number % 3],
        "fatalities": (None, 0, 400)[number * number % 3],
    }
    for number in range(100)
]

LAYERS = {
    "everything": EVERYTHING,
    "places": PLACES,
    "own-places": OWN_PLACES,
    "bare": BARE,
    "crowded": CROWDED,
}
ROWS = dict.fromkeys(LAYERS, 4096) | {"everything": 4}
"""Four events in a block of words, so that ten of them take three blocks."""


def layer(records: list[dict[str, Any]], rows: int) -> EventLayer:
    """Return a layer of the records, with so many events in a block of words."""
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: [record.get(name) for record in records] for name in names}
    made = EventLayer(geopandas.GeoDataFrame(columns, crs=4326), "Events", id="events")
    made.packed = replace(made.packed, rows=rows)
    return made


def blocks(of: EventLayer) -> dict[str, bytes]:
    """Return the blocks of a layer by what follows its id."""
    return {name.removeprefix("mapgen-events"): data for name, data in of.blocks().items()}


def described(name: str, packed: Mapping[str, bytes]) -> str:
    """Return what the blocks of a layer mean, as JSON with a column or a story a line."""
    files = {suffix: f"{name}{suffix}.bin" for suffix in packed}
    found = {"blocks": files} | event_reader.events(packed)
    stories = found.pop("stories")
    lines = [f"  {json.dumps(key)}: {_json(value)}" for key, value in found.items()]
    told = ",\n".join(f"    {_json(story)}" for story in stories)
    return "{\n" + ",\n".join([*lines, f'  "stories": [\n{told}\n  ]']) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the files of every layer."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, records in LAYERS.items():
        packed = blocks(layer(records, ROWS[name]))
        for suffix, data in packed.items():
            (FOLDER / f"{name}{suffix}.bin").write_bytes(data)
        (FOLDER / f"{name}.json").write_text(described(name, packed), encoding="utf-8")


if __name__ == "__main__":
    main()
