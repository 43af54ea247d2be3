"""How a checked column is kept: text as categories, numbers with a mask, nothing per event.

A column of text is a pandas category whatever its size: a million rows of five words are a
million bytes, a column without a value costs a byte per row, and null is what `isna` says.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import union_categoricals

from mapgen.records.dates import NO_DAY, PRECISIONS, Dates
from mapgen.records.distinct import Codes, Parsed
from mapgen.records.schema import BYTE, FLOAT, INTEGER, SOURCES, TEXT

Stored = Any
"""A pandas or numpy array, one entry per row."""

NUMBERS = {BYTE: np.int8, INTEGER: np.int32}


def stored(parsed: Parsed, store: str) -> Stored:
    """Return a parsed column as the schema keeps it."""
    if store == TEXT:
        return text(parsed.codes, parsed.entries)
    if store == SOURCES:
        return _objects(parsed)
    return _numbers(parsed, store)


def absent(rows: int, store: str) -> Stored:
    """Return a column without a value."""
    none = Parsed(np.full(rows, -1, dtype=np.intp), (), ())
    return stored(none, store)


def text(codes: Codes, entries: Sequence[str | None]) -> pd.Categorical:
    """Return a column of text; equal entries share a category, None is null."""
    if len(set(entries)) == len(entries) and None not in entries:
        return _categories(codes, entries)
    place: dict[Hashable, int] = {}
    moved = [-1 if entry is None else place.setdefault(entry, len(place)) for entry in entries]
    merged = np.array([*moved, -1], dtype=np.int32)[codes]
    return _categories(merged, list(place))


def _categories(codes: npt.NDArray[Any], words: Sequence[object]) -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(words), dtype=object))


def _objects(parsed: Parsed) -> npt.NDArray[np.object_]:
    entries = np.empty(len(parsed.entries) + 1, dtype=object)
    entries[:] = [*(() if entry is None else entry for entry in parsed.entries), ()]
    return entries[parsed.codes]


def _numbers(parsed: Parsed, store: str) -> Stored:
    null = np.nan if store == FLOAT else 0
    entries = [null if entry is None else entry for entry in parsed.entries]
    numbers = np.array([*entries, null], dtype=NUMBERS.get(store, np.float64))[parsed.codes]
    return numbers if store == FLOAT else pd.arrays.IntegerArray(numbers, parsed.codes < 0)


def dated(dates: Dates, name: str) -> dict[str, Stored]:
    """Return the columns of a date: as written, first and last day, precision and marks."""
    return {
        name: text(dates.codes, dates.written),
        "start": _days(dates.start),
        "end": _days(dates.end),
        "precision": pd.Categorical.from_codes(dates.precision, categories=pd.Index(PRECISIONS)),
        "approximate": dates.approximate,
        "uncertain": dates.uncertain,
    }


def _days(days: npt.NDArray[np.int32]) -> pd.arrays.IntegerArray:
    open_or_undated = days == NO_DAY
    return pd.arrays.IntegerArray(
        np.where(open_or_undated, 0, days).astype(np.int32), open_or_undated
    )


def joined(parts: Sequence[Stored]) -> Stored:
    """Return one column of several, which are kept alike."""
    if len(parts) == 1:
        return parts[0]
    if isinstance(parts[0], pd.Categorical):
        return union_categoricals(list(parts))
    if isinstance(parts[0], pd.arrays.IntegerArray):
        return pd.concat([pd.Series(part) for part in parts]).array
    return np.concatenate(parts)
