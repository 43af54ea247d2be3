"""The numbers of a layer of events as one block: all that is drawn, filtered and counted.

docs/event-format.md tells what stands where; `browser/src/layers/unpack.ts` reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import shapely

from mapgen.layers.columns import Column, container, numbers
from mapgen.layers.features import shape
from mapgen.layers.order import PLACE, dated, days, first_days
from mapgen.places import BITS

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    from mapgen.layers.order import Packed
    from mapgen.places import Cells
    from mapgen.project import EventType

PLACEMENTS = ("point", "ring", "area", "unplaced")
PRECISIONS = ("day", "month", "year", "interval")
ATTRIBUTIONS = ("claimed", "attributed", "disputed", "coded", "none")
TOLLS = ("fatalities", "fatalities_low", "fatalities_high")
APPROXIMATE, UNCERTAIN, START_OPEN, END_OPEN = 8, 16, 32, 64


def pack(packed: Packed, types: Sequence[EventType]) -> bytes:
    """Return the numbers of events, whose types are those of the layer."""
    events, cells = packed.events, packed.cells
    area, areas = _areas(events)
    head: dict[str, Any] = {
        "count": len(events),
        "bits": BITS,
        "places": len(cells.keys),
        "order": packed.order,
        "rows": packed.rows,
        "words": list(packed.words),
        "ids": packed.ids,
        "areas": areas,
    }
    columns = [
        *_where(cells),
        *_when(events, packed.order),
        *_place(packed),
        *_telling("type", type_numbers(events, types)),
        *_telling("placement", codes_of(events["placement"], PLACEMENTS)),
        *_known("area", area, area >= 0),
        *_metres(events),
        *(column for name in TOLLS for column in _toll(events, name)),
        *_attribution(events),
    ]
    return container(head, columns)


def type_numbers(events: GeoDataFrame, types: Sequence[EventType]) -> NDArray[np.int64]:
    """Return the number of each event's type; one that is not of the layer counts as the first."""
    return np.maximum(codes_of(events["event_type"], [type_.id for type_ in types]), 0)


def codes_of(column: pd.Series[Any], words: Sequence[str]) -> NDArray[np.int64]:
    """Return the index of each word of a column, -1 for any other."""
    found = pd.Categorical(column)
    number = {word: index for index, word in enumerate(words)}
    codes = [number.get(word, -1) for word in found.categories]
    numbers_of: NDArray[np.int64] = np.array([*codes, -1], dtype=np.int64)[found.codes]
    return numbers_of


def _where(cells: Cells) -> Iterator[Column]:
    if len(cells.keys):
        yield numbers("key", cells.keys, "delta")


def _place(packed: Packed) -> Iterator[Column]:
    """Yield the place of each event, unless each has its own in their order."""
    cells = packed.cells
    own = packed.order == PLACE and np.array_equal(cells.place, np.arange(len(cells.keys)))
    if len(cells.keys) and not own:
        yield numbers("place", cells.place, "delta", cells.place >= 0)


def _when(events: GeoDataFrame, order: str) -> Iterator[Column]:
    known = dated(events)
    if known.any():
        coding = "plain" if order == PLACE else "delta"
        yield numbers("day", _without_gaps(first_days(events), known), coding)
    opens, closes = (events[word].isna().to_numpy() for word in ("start", "end"))
    closed = known & ~opens & ~closes
    yield from _telling("span", np.where(closed, days(events, "end") - days(events, "start"), 0))
    precision = (
        codes_of(events["precision"], PRECISIONS)
        + 1
        + APPROXIMATE * events["approximate"].to_numpy(dtype=np.int64)
        + UNCERTAIN * events["uncertain"].to_numpy(dtype=np.int64)
        + START_OPEN * opens
        + END_OPEN * closes
    )
    precision[~known] = 0
    if (precision != 1).any():
        yield numbers("precision", precision)


def _without_gaps(day: NDArray[np.int64], known: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return days with that of the event before in place of none, the least at the beginning."""
    before = np.maximum.accumulate(np.where(known, np.arange(len(day)), -1))
    return np.where(before < 0, day[known].min(), day[before])


def _telling(name: str, values: NDArray[np.int64]) -> Iterator[Column]:
    """Yield a column unless all of it is 0."""
    if values.any():
        yield numbers(name, values)


def _known(name: str, values: NDArray[Any], known: NDArray[np.bool_]) -> Iterator[Column]:
    """Yield a column unless nothing in it is known."""
    if known.any():
        yield numbers(name, np.where(known, values, 0), known=known)


def _metres(events: GeoDataFrame) -> Iterator[Column]:
    km = events["uncertainty_km"].to_numpy(dtype=np.float64, na_value=np.nan)
    known = ~np.isnan(km)
    return _known("metres", np.round(np.where(known, km, 0) * 1000), known)


def _toll(events: GeoDataFrame, name: str) -> Iterator[Column]:
    known = events[name].notna().to_numpy()
    return _known(name, events[name].to_numpy(dtype=np.int64, na_value=0), known)


def _attribution(events: GeoDataFrame) -> Iterator[Column]:
    codes = codes_of(events["attribution"], ATTRIBUTIONS)
    return _known("attribution", codes, codes >= 0)


def _areas(events: GeoDataFrame) -> tuple[NDArray[np.int64], list[dict[str, Any]]]:
    """Return the number of each event's area, or -1, and the areas in order of appearance."""
    geometry = events.geometry.to_numpy()
    found = np.full(len(geometry), -1, dtype=np.int64)
    rows = np.flatnonzero(events["placement"] == "area")
    codes, first = pd.factorize(shapely.to_wkb(geometry[rows]))
    found[rows] = codes
    return found, [shape(shapely.from_wkb(area)) for area in first]
