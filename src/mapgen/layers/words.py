"""The words of events, in blocks that a reader opens when a card asks for them, and their ids."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mapgen.layers.columns import Column, container, numbers, words
from mapgen.layers.features import sourced

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    from mapgen.records import Source

TOLD = (
    "title",
    "description",
    "sub_event_type",
    "location",
    "admin1",
    "admin2",
    "country",
    "geo_precision",
    "coord_basis",
    "coord_source",
    "caution",
    "fatalities_note",
    "sources",
)
NUMBER, SOURCES = "geo_precision", "sources"
ORDER, NUMBERS, TEXT = "order", "numbers", "text"
LARGEST_STEP = 2**46
"""A step between two ids is stored in at most six bytes, with its sign."""

_NUMBER = re.compile(r"0|[1-9]\d{0,13}", re.ASCII)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def told(events: GeoDataFrame) -> tuple[str, ...]:
    """Return the names of the columns of words that hold anything, in their order."""
    translated = sorted(str(name) for name in events.columns if ":" in str(name))
    return tuple(
        name for name in (*TOLD, *translated) if name in events.columns and _holds(events[name])
    )


def _holds(column: pd.Series[Any]) -> bool:
    if column.name == SOURCES:
        return any(column.to_numpy())
    return bool(column.notna().any())


def word_blocks(events: GeoDataFrame, names: Sequence[str], rows: int) -> list[bytes]:
    """Return the columns of words of events in packed order, so many events a block."""
    if not names:
        return []
    coded = {name: _coded(events[name]) for name in names if name != NUMBER}
    precision = _precision(events) if NUMBER in names else None
    blocks = []
    for first in range(0, len(events), rows):
        part = slice(first, first + rows)
        columns = [
            column for name in names for column in _column(name, coded.get(name), precision, part)
        ]
        blocks.append(container({"count": len(events.index[part])}, columns))
    return blocks


Coded = tuple["NDArray[Any]", "NDArray[np.object_]"]


def _column(
    name: str, coded: Coded | None, precision: NDArray[np.int64] | None, part: slice
) -> Iterator[Column]:
    """Yield a column of one block, unless it is null throughout."""
    if coded is not None:
        codes = coded[0][part]
        if (codes >= 0).any():
            yield words(name, codes, coded[1])
    elif precision is not None and precision[part].any():
        yield numbers(name, precision[part], known=precision[part] > 0)


def _coded(column: pd.Series[Any]) -> Coded:
    """Return each row's word as an index, -1 for null and empty, and the words."""
    if column.name == SOURCES:
        return _coded_sources(column)
    found = pd.Categorical(column)
    entries = found.categories.to_numpy(dtype=object)
    codes = found.codes
    empty = np.flatnonzero(entries == "")
    return (np.where(np.isin(codes, empty), -1, codes) if len(empty) else codes), entries


def _coded_sources(column: pd.Series[Any]) -> Coded:
    rows = column.to_list()
    # One look at each tuple, however many rows share it: to compare them takes longer.
    texts = {key: _sources(found) for key, found in {id(found): found for found in rows}.items()}
    number = {text: index for index, text in enumerate(dict.fromkeys(texts.values()))}
    number[""] = -1
    codes = np.fromiter((number[texts[id(found)]] for found in rows), np.intp, len(rows))
    return codes, np.array(list(number), dtype=object)


def _sources(found: Sequence[Source]) -> str:
    """Return sources as JSON, "" without one."""
    return _json([sourced(source) for source in found]) if found else ""


def _precision(events: GeoDataFrame) -> NDArray[np.int64]:
    found: NDArray[np.int64] = events[NUMBER].to_numpy(dtype=np.int64, na_value=0)
    return found


def kind_of_ids(given: pd.Series[Any]) -> str:
    """Return how ids are told: by the order of the events, as numbers or as text."""
    ids = _as_numbers(given)
    if ids is None:
        return TEXT
    if np.array_equal(ids, np.arange(1, len(ids) + 1)):
        return ORDER
    return NUMBERS if np.ptp(ids) < LARGEST_STEP else TEXT


def id_block(given: pd.Series[Any]) -> bytes:
    """Return the ids of events in packed order, which are not those of the order."""
    ids = _as_numbers(given) if kind_of_ids(given) == NUMBERS else None
    if ids is not None:
        return container({"count": len(ids)}, [numbers("id", ids, "zigzag")])
    entries = given.astype(str).to_numpy(dtype=object)
    column = words("id", np.arange(len(entries)), entries)
    return container({"count": len(entries)}, [column])


def _as_numbers(ids: pd.Series[Any]) -> NDArray[np.int64] | None:
    """Return ids as whole numbers, None when one of them is written in another way."""
    if ids.dtype.kind == "i":
        return ids.to_numpy(dtype=np.int64)
    entries = ids.astype(str).to_list()
    if not all(map(_NUMBER.fullmatch, entries)):
        return None
    return np.array(entries, dtype=np.int64)
