"""Event types of a layer: those that were declared, or those found in the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from mapgen.project import SYMBOLS, EventType

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

PALETTE = ("#b5332e", "#2f6690", "#ab7a12", "#4d3c85", "#3f8f83", "#5f3c26", "#4b5359", "#b45c93")
"""Quiet colours in the order in which they are given to types that have none.

Those that share a symbol stay apart for readers who see fewer colours (`project.vision`).
"""

UNTYPED = "event"
NO_TYPE = EventType(UNTYPED, "Event", PALETTE[0], SYMBOLS[0], {})
"""The type of events where none has one; its label is a word of the interface."""


def typed(events: GeoDataFrame) -> GeoDataFrame:
    """Return events of which each has a type."""
    words = pd.Categorical(events["event_type"])
    if UNTYPED not in words.categories:
        words = words.add_categories([UNTYPED])
    words = words.fillna(UNTYPED).remove_unused_categories()
    return events.assign(event_type=words)


def event_types(
    column: pd.Series[str], declared: Mapping[str, EventType] | None
) -> tuple[EventType, ...]:
    """Return the types that occur in a column, in the order declared, or else of the alphabet."""
    occurring = set(column.dropna())
    if declared is not None:
        return tuple(type_ for type_ in declared.values() if type_.id in occurring)
    found = tuple(
        EventType(
            id=word,
            label=word.replace("_", " ").capitalize(),
            color=PALETTE[number % len(PALETTE)],
            symbol=SYMBOLS[number % len(SYMBOLS)],
            labels={},
        )
        for number, word in enumerate(sorted(occurring))
    )
    return found or (NO_TYPE,)
