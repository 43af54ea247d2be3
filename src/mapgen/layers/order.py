"""The order in which the events of a layer travel: the one in which their columns are small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.layers.types import typed
from mapgen.layers.words import ORDER, kind_of_ids, told
from mapgen.places import Cells, cells

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

DATE, PLACE = "date", "place"
LAST = 2**31
"""Later than any day of the calendar that a date is written in."""
ROWS = 4096
"""Events in a block of words: it is inflated in a few milliseconds, and names deflate well."""


@dataclass(frozen=True, eq=False)
class Packed:
    """Events in packed order.

    Attributes:
        events: each with a type.
        cells: their places.
        words: names of the columns of words that there are.
        ids: how their ids are told: order, numbers or text.
        rows: events in a block of words.
    """

    events: GeoDataFrame
    cells: Cells
    words: tuple[str, ...]
    ids: str
    rows: int = ROWS

    @property
    def order(self) -> str:
        """Return "place" or "date"."""
        return order_of(self.cells)


def packed(events: GeoDataFrame) -> Packed:
    """Return checked and resolved events in packed order."""
    found = cells(events.geometry.to_numpy())
    rows = packed_rows(events, found)
    ordered = typed(events.take(rows).reset_index(drop=True))
    words = told(events)
    if not words and kind_of_ids(events["id"]) == ORDER:
        # Bare numbers have no names but their own: to keep the order in which a million of them
        # came would cost more than all the rest.
        ordered["id"] = np.arange(1, len(events) + 1)
    return Packed(ordered, Cells(found.keys, found.place[rows]), words, kind_of_ids(ordered["id"]))


def order_of(cells: Cells) -> str:
    """Return "place" where most events are at a place of their own, else "date"."""
    return PLACE if 2 * len(cells.keys) > len(cells.place) else DATE


def packed_rows(events: GeoDataFrame, cells: Cells) -> NDArray[np.intp]:
    """Return the rows of events in the order in which they are packed.

    By date: by first day, undated last, then by place, none last. By place: the same the other way
    round. Events that are alike in both stay in the order of the data.
    """
    day = np.where(dated(events), first_days(events), LAST)
    place = np.where(cells.place < 0, len(cells.keys), cells.place)
    day -= day.min(initial=LAST)
    if order_of(cells) == DATE:
        rank = day * (len(cells.keys) + 1) + place
    else:
        rank = place * (int(day.max(initial=0)) + 1) + day
    return np.argsort(rank, kind="stable")


def dated(events: GeoDataFrame) -> NDArray[np.bool_]:
    """Return which events have a date."""
    found: NDArray[np.bool_] = events["precision"].notna().to_numpy()
    return found


def first_days(events: GeoDataFrame) -> NDArray[np.int64]:
    """Return each event's first day since 1970-01-01, its last where the start is open."""
    start, last = days(events, "start"), days(events, "end")
    return np.where(events["start"].isna(), last, start)


def days(events: GeoDataFrame, word: str) -> NDArray[np.int64]:
    """Return a column of days; 0 where there is none."""
    found: NDArray[np.int64] = events[word].to_numpy(dtype=np.int64, na_value=0)
    return found
