"""The text twin: every event of a map as words in the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from mapgen.layers import known
from mapgen.page.dates import EPOCH, said

if TYPE_CHECKING:
    from mapgen.layers import EventLayer
    from mapgen.records import Source

NO_DAY = -(2**31)
MOST_ROWS = 2000
"""With more events than this, the page has a summary in place of the rows."""


@dataclass(frozen=True)
class Row:
    """One event in words.

    Attributes:
        key: layer and row, as the browser knows the event.
        day: first day as ISO 8601, or "".
    """

    key: str
    title: str
    type: str
    day: str
    date: str
    place: str
    toll: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Twin:
    """The events of a map in words: rows, or a summary of type by year."""

    count: int
    unplaced: int
    rows: tuple[Row, ...]
    years: tuple[str, ...]
    summary: tuple[tuple[str, tuple[int, ...]], ...]


def twin(layers: Sequence[EventLayer], words: Mapping[str, str]) -> Twin:
    """Return the text twin of a map's event layers."""
    count = sum(len(layer.frame) for layer in layers)
    unplaced = sum(int((layer.frame["placement"] == "unplaced").sum()) for layer in layers)
    if count <= MOST_ROWS:
        rows = tuple(row for layer in layers for row in _rows(layer, words))
        return Twin(count, unplaced, rows, (), ())
    years, summary = _summary(layers, words)
    return Twin(count, unplaced, (), years, summary)


def _rows(layer: EventLayer, words: Mapping[str, str]) -> list[Row]:
    labels = {type_.id: type_.label for type_ in layer.types}
    return [
        _row(f"{layer.id}:{number}", record, labels, words)
        for number, record in enumerate(layer.frame.to_dict("records"))
    ]


def _row(
    key: str, record: Mapping[str, Any], labels: Mapping[str, str], words: Mapping[str, str]
) -> Row:
    start, end = (_whole(record[word]) for word in ("start", "end"))
    precision = record["precision"] if known(record["precision"]) else ""
    type_ = labels.get(record["event_type"], record["event_type"])
    place = (record[word] for word in ("location", "admin1") if known(record[word]))
    return Row(
        key=key,
        title=record["title"] if known(record["title"]) else type_,
        type=type_,
        day="" if start is None else (EPOCH + timedelta(days=start)).isoformat(),
        date=said(start, end, precision, bool(record["approximate"]), words),
        place=", ".join(dict.fromkeys(place)) or words["place.none"],
        toll=toll(record, words),
        sources=record["sources"],
    )


def _whole(value: object) -> int | None:
    """Return a cell as a whole number, or None when it is null."""
    return int(value) if known(value) else None  # type: ignore[call-overload] # known, so a number


def toll(record: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Return deaths as the best figure with its range; unknown is said, never shown as nothing."""
    best, low, high = (
        _whole(record[word]) for word in ("fatalities", "fatalities_low", "fatalities_high")
    )
    span = f"{low:,}–{high:,}" if low is not None and high is not None and low != high else ""
    if best is not None:
        return f"{best:,} ({span})" if span else f"{best:,}"
    if span:
        return words["toll.range"].replace("{range}", span)
    if low is not None:
        return words["toll.atleast"].replace("{n}", f"{low:,}")
    if high is not None:
        return words["toll.atmost"].replace("{n}", f"{high:,}")
    return words["toll.unknown"]


def _summary(
    layers: Sequence[EventLayer], words: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Return years and, for each type, its events in each of them."""
    tables = []
    for layer in layers:
        days = layer.frame["start"].to_numpy("int64", na_value=NO_DAY)
        years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(str)
        years[days == NO_DAY] = words["list.undated"]
        labels = {type_.id: type_.label for type_ in layer.types}
        types = layer.frame["event_type"].astype(str).map(labels)
        tables.append(pd.crosstab(types, pd.Series(years, index=types.index)))
    table = pd.concat(tables).groupby(level=0, sort=False).sum().fillna(0).astype(int)
    columns = sorted(table.columns)
    rows = tuple(
        (str(label), tuple(row))
        for label, row in zip(table.index, table[columns].to_numpy().tolist(), strict=True)
    )
    return tuple(columns), rows
