"""Events as columns: what the browser draws in one block, what it tells in another.

`browser/src/layers/unpack.ts` reads both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from mapgen.layers.features import compact, known, shape, sourced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geopandas import GeoDataFrame

    from mapgen.project import EventType

PLACEMENTS = ("point", "ring", "area", "unplaced")
DEGREE_DIGITS = 5
"""Digits after the point: about a metre."""

STORY = (
    "id",
    "title",
    "description",
    "location",
    "admin1",
    "country",
    "sub_event_type",
    "coord_basis",
    "attribution",
    "caution",
    "fatalities",
    "fatalities_low",
    "fatalities_high",
    "fatalities_note",
    "sources",
)
"""Columns that are told, not drawn."""


def pack(events: GeoDataFrame, types: Sequence[EventType]) -> bytes:
    """Return the columns that are drawn and filtered, one entry an event.

    Longitude and latitude are in degrees and null without a point, `km` is the radius of
    uncertainty, `start` and `end` are days since 1970-01-01, null when undated or open, `area` is
    the number of a polygon in `areas` or -1, `type` the number of a type.
    """
    points = events.geometry.geom_type == "Point"
    area, areas = _areas(events)
    numbers = {type_.id: number for number, type_ in enumerate(types)}
    columns = {
        "count": len(events),
        "lon": _numbers(np.where(points, shapely.get_x(events.geometry), np.nan)),
        "lat": _numbers(np.where(points, shapely.get_y(events.geometry), np.nan)),
        "km": _numbers(events["uncertainty_km"].to_numpy(np.float64, na_value=np.nan)),
        "placement": [PLACEMENTS.index(word) for word in events["placement"]],
        "area": area,
        "areas": areas,
        "start": _days(events["start"]),
        "end": _days(events["end"]),
        "type": [numbers.get(word, 0) for word in events["event_type"]],
    }
    return compact(columns)


def pack_stories(events: GeoDataFrame, types: Sequence[EventType]) -> bytes:
    """Return what a card tells of each event; what is not known is left out.

    An event without a title is called by the label of its type.
    """
    labels = {type_.id: type_.label for type_ in types}
    stories = []
    for row in events.to_dict("records"):
        story = {word: _plain(row[word]) for word in STORY if known(row[word])}
        story["id"] = str(row["id"])
        story.setdefault("title", labels.get(row["event_type"], row["event_type"]))
        if known(row["precision"]):
            story["precision"] = row["precision"]
        if row["approximate"]:
            story["approximate"] = True
        stories.append(story)
    return compact(stories)


def _plain(value: object) -> object:
    """Return a cell as JSON knows it: numbers of Python, sources as objects."""
    if isinstance(value, tuple):
        return [sourced(source) for source in value]
    return value.item() if isinstance(value, np.generic) else value


def _numbers(column: np.ndarray[Any, np.dtype[np.float64]]) -> list[float | None]:
    """Return rounded numbers, null for NaN."""
    rounded = np.round(column, DEGREE_DIGITS).tolist()
    return [None if value != value else value for value in rounded]  # noqa: PLR0124 - NaN is not itself


def _days(column: pd.Series[int]) -> list[int | None]:
    """Return days, null where there is none."""
    return [None if pd.isna(day) else day for day in column.tolist()]


def _areas(events: GeoDataFrame) -> tuple[list[int], list[dict[str, Any]]]:
    """Return the number of each event's polygon, or -1, and the polygons once each."""
    seen: dict[bytes, int] = {}
    shapes: list[dict[str, Any]] = []
    numbers = []
    for geometry in events.geometry:
        if geometry is None or geometry.geom_type == "Point":
            numbers.append(-1)
            continue
        key = shapely.to_wkb(geometry)
        if key not in seen:
            seen[key] = len(shapes)
            shapes.append(shape(geometry))
        numbers.append(seen[key])
    return numbers, shapes
