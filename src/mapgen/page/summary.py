"""A summary of events: how many of each type in each year, in all and province by province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.layers import EventLayer

MOST_PROVINCES = 60
"""So many are told one by one, those with the most events; the others only in all."""

Line = tuple[str, tuple[int, ...]]
Counts = Counter[tuple[str, str, str]]
"""Events by province, type and year, each as it is written."""


@dataclass(frozen=True)
class Group:
    """Types with their events in each year.

    Attributes:
        province: its name, or "" for all events.
        lines: labels of types, each with a count a year.
    """

    province: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Summary:
    """Years, and events in each of them."""

    years: tuple[str, ...]
    groups: tuple[Group, ...]


def summary(layers: Sequence[EventLayer], words: Mapping[str, str]) -> Summary:
    """Return the events of layers by type and year, in all and for each province."""
    counts: Counts = Counter()
    for layer in layers:
        for key, count in _counted(layer, words):
            counts[key] += count
    undated = words["list.undated"]
    years = sorted({year for _, _, year in counts}, key=lambda year: (year == undated, year))
    types = list(dict.fromkeys(type_.label for layer in layers for type_ in layer.types))
    totals: Counter[str] = Counter()
    for (province, _, _), count in counts.items():
        totals[province] += count
    named = [] if len(totals) == 1 else sorted(totals, key=lambda name: (-totals[name], name))
    groups = [_group("", counts, types, years)]
    for province in named[:MOST_PROVINCES]:
        own = Counter({key: count for key, count in counts.items() if key[0] == province})
        groups.append(_group(province, own, types, years))
    return Summary(tuple(years), tuple(groups))


def _group(province: str, counts: Counts, types: Sequence[str], years: Sequence[str]) -> Group:
    """Return the lines of types that have any events among the counts."""
    by: Counter[tuple[str, str]] = Counter()
    for (_, type_, year), count in counts.items():
        by[type_, year] += count
    lines = ((type_, tuple(by[type_, year] for year in years)) for type_ in types)
    return Group(province, tuple(line for line in lines if any(line[1])))


def _counted(
    layer: EventLayer, words: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str], int]]:
    """Yield province, type and year with the number of their events."""
    frame = layer.frame
    years, year_names = _years(frame["start"].fillna(frame["end"]), words["list.undated"])
    types, type_names = _coded(frame["event_type"], "")
    provinces, province_names = _coded(frame["admin1"], words["place.none"])
    labels = {type_.id: type_.label for type_ in layer.types}
    key = (provinces * len(type_names) + types) * len(year_names) + years
    found, counts = np.unique(key, return_counts=True)
    for code, count in zip(found.tolist(), counts.tolist(), strict=True):
        rest, year = divmod(code, len(year_names))
        province, type_ = divmod(rest, len(type_names))
        label = labels.get(type_names[type_], layer.types[0].label)
        yield (province_names[province], label, year_names[year]), count


def _years(days: pd.Series[int], undated: str) -> tuple[NDArray[np.int64], list[str]]:
    """Return the number of each day's year, and what the years are called."""
    known = days.to_numpy("int64", na_value=0).astype("M8[D]").astype("M8[Y]")
    codes, years = pd.factorize(known.astype(np.int64))
    names = [str(year) for year in years.astype("M8[Y]")]
    return np.where(days.isna(), len(names), codes), [*names, undated]


def _coded(column: pd.Series[str], none: str) -> tuple[NDArray[np.int64], list[str]]:
    """Return the number of each word, and the words; the last is for none."""
    found = pd.Categorical(column)
    names = [*map(str, found.categories), none]
    return found.codes.astype(np.int64) % len(names), names
