"""The text twin: every event of a map as words in the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from mapgen.layers import known
from mapgen.page.dates import EPOCH, said
from mapgen.page.summary import Summary, summary
from mapgen.page.words import counted, written

if TYPE_CHECKING:
    from mapgen.layers import EventLayer
    from mapgen.records import Source

MOST_ROWS = 2000
"""With more events than this, the page has a summary in place of the rows."""
FEW_ROWS = 250
BODY_ROWS = 50


@dataclass(frozen=True)
class Row:
    """One event in words.

    Attributes:
        key: layer and row, as the browser knows the event.
        day: first day as ISO 8601, or "".
        place: the places that are named, or "".
        unplaced: whether it is not on the map.
    """

    key: str
    title: str
    type: str
    day: str
    date: str
    place: str
    unplaced: bool
    toll: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Twin:
    """The events of a map in words: rows, or a summary of them.

    Attributes:
        line: how many there are, without a place, without a date.
    """

    count: int
    line: str
    rows: tuple[Row, ...]
    summary: Summary

    @property
    def bodies(self) -> list[tuple[Row, ...]]:
        """The rows in table bodies, so that a browser need lay out only those of many in sight."""
        size = BODY_ROWS if len(self.rows) > FEW_ROWS else FEW_ROWS
        return [self.rows[first : first + size] for first in range(0, len(self.rows), size)]


def twin(layers: Sequence[EventLayer], words: Mapping[str, str], lang: str) -> Twin:
    """Return the text twin of a map's event layers."""
    count = sum(len(layer.frame) for layer in layers)
    line = _line(count, layers, words)
    if count > MOST_ROWS:
        return Twin(count, line, (), summary(layers, words, lang))
    rows = tuple(row for layer in layers for row in _rows(layer, words))
    return Twin(count, line, rows, Summary((), (), ""))


def _line(count: int, layers: Sequence[EventLayer], words: Mapping[str, str]) -> str:
    """Return how many events there are, and how many of them have no place or no date."""
    unplaced = sum(int((layer.frame["placement"] == "unplaced").sum()) for layer in layers)
    ends = [layer.frame[["start", "end"]] for layer in layers]
    undated = sum(int(days.isna().all(axis=1).sum()) for days in ends)
    rest = {"unplaced": unplaced, "twin.undated": undated}
    phrases = [counted(words, key, number) for key, number in rest.items() if number]
    return " ".join([counted(words, "twin.line", count), *phrases])


def _rows(layer: EventLayer, words: Mapping[str, str]) -> list[Row]:
    """Return the events of a layer by date, which is not always the order of its rows."""
    labels = {type_.id: type_.label for type_ in layer.types}
    frame = layer.frame
    first = frame["start"].fillna(frame["end"])
    records = frame.to_dict("records")
    return [
        _row(f"{layer.id}:{number}", records[number], labels, words)
        for number in first.argsort(kind="stable").tolist()
    ]


def _row(
    key: str, record: Mapping[str, Any], labels: Mapping[str, str], words: Mapping[str, str]
) -> Row:
    start = _whole(record["start"])
    type_ = labels.get(record["event_type"], record["event_type"])
    place = (record[word] for word in ("location", "admin1") if known(record[word]))
    return Row(
        key=key,
        title=record["title"] if known(record["title"]) else type_,
        type=type_,
        day="" if start is None else (EPOCH + timedelta(days=start)).isoformat(),
        date=_said(record, words),
        place=words["comma"].join(dict.fromkeys(place)),
        unplaced=record["placement"] == "unplaced",
        toll=toll(record, words),
        sources=record["sources"],
    )


def _said(record: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Return when an event was, in words."""
    start, end = (_whole(record[word]) for word in ("start", "end"))
    if not known(record["precision"]):
        return words["list.undated"]
    text = said(start, end, record["precision"], bool(record["approximate"]), words)
    return words["date.uncertain"].replace("{date}", text) if record["uncertain"] else text


def _whole(value: object) -> int | None:
    """Return a cell as a whole number, or None when it is null."""
    return int(value) if known(value) else None  # type: ignore[call-overload] # known, so a number


def toll(record: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """Return deaths as the best figure with its range; unknown is said, never shown as nothing."""
    best, low, high = (
        _whole(record[word]) for word in ("fatalities", "fatalities_low", "fatalities_high")
    )
    number = partial(written, words)
    span = ""
    if low is not None and high is not None and low != high:
        span = f"{number(low)}–{number(high)}"
    if best is not None:
        return f"{number(best)} ({span})" if span else number(best)
    if span:
        return words["toll.range"].replace("{range}", span)
    if low is not None:
        return words["toll.atleast"].replace("{n}", number(low))
    if high is not None:
        return words["toll.atmost"].replace("{n}", number(high))
    return words["toll.unknown"]
