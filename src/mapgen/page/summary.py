"""A summary of events: how many of each type in each year, in all and province by province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mapgen.page.countries import named
from mapgen.page.words import counted, in_digits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapgen.layers import EventLayer

MOST_PROVINCES = 60
"""So many are told one by one, those with the most events; the others only in all."""

Line = tuple[str, tuple[int, ...]]
Province = tuple[str, str]
"""Name and code of the country, which tells provinces of one name apart; "" where there is none."""
Counts = Counter[tuple[Province, str, str]]
"""Events by province, type and year."""


@dataclass(frozen=True)
class Group:
    """Types with their events in each year.

    Attributes:
        province: its name, or "" for all events.
        lines: labels of types, each with a count a year and their sum at the end.
    """

    province: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Summary:
    """Years, and events in each of them.

    Attributes:
        left: a sentence on the provinces that are counted in all only, or "".
    """

    years: tuple[str, ...]
    groups: tuple[Group, ...]
    left: str


def summary(layers: Sequence[EventLayer], words: Mapping[str, str], lang: str) -> Summary:
    """Return the events of layers by type and year, in all and for each province."""
    counts: Counts = Counter()
    for layer in layers:
        for key, count in _counted(layer, words):
            counts[key] += count
    undated = words["list.undated"]
    years = sorted({year for _, _, year in counts}, key=lambda year: (year == undated, year))
    types = list(dict.fromkeys(type_.label for layer in layers for type_ in layer.types))
    by: dict[Province, Counts] = {}
    for key, count in counts.items():
        by.setdefault(key[0], Counter())[key] = count
    order = sorted(by, key=lambda one: (-by[one].total(), not one[0], one))
    if len(order) == 1:
        order = []
    whole = _group("", counts, types, years)
    if len(whole.lines) > 1:
        whole = _with_total(whole, words)
    names = _names(order, words, lang)
    told = (_group(names[one], by[one], types, years) for one in order[:MOST_PROVINCES])
    rest = [by[one].total() for one in order[MOST_PROVINCES:]]
    written = tuple(in_digits(words, year) for year in years)
    return Summary(written, (whole, *told), _left(rest, words))


def _names(
    provinces: Sequence[Province], words: Mapping[str, str], lang: str
) -> Mapping[Province, str]:
    """Return what provinces are called: with the country where several have the name."""
    shared = Counter(name for name, _ in provinces)
    names = {}
    for name, country in provinces:
        called = name or words["list.noprovince"]
        if country and (not name or shared[name] > 1):
            filled = words["list.incountry"].replace("{country}", named(lang)[country])
            called = filled.replace("{province}", called)
        names[name, country] = called
    return names


def _left(rest: Sequence[int], words: Mapping[str, str]) -> str:
    """Return what is said of provinces that are not told one by one, by their numbers of events."""
    if not rest:
        return ""
    events = counted(words, "events", sum(rest))
    return counted(words, "list.left", len(rest)).replace("{events}", events)


def _with_total(group: Group, words: Mapping[str, str]) -> Group:
    """Return a group with a line for all types at its end."""
    sums = tuple(sum(column) for column in zip(*(line for _, line in group.lines), strict=True))
    return Group(group.province, (*group.lines, (words["list.total"], sums)))


def _group(province: str, counts: Counts, types: Sequence[str], years: Sequence[str]) -> Group:
    """Return the lines of types that have any events among the counts."""
    by: Counter[tuple[str, str]] = Counter()
    for (_, type_, year), count in counts.items():
        by[type_, year] += count
    lines = [(type_, [by[type_, year] for year in years]) for type_ in types]
    return Group(province, tuple((type_, (*line, sum(line))) for type_, line in lines if any(line)))


def _counted(
    layer: EventLayer, words: Mapping[str, str]
) -> Iterator[tuple[tuple[Province, str, str], int]]:
    """Yield province, type and year with the number of their events."""
    frame = layer.frame
    years, year_names = _years(frame["start"].fillna(frame["end"]), words["list.undated"])
    types, type_names = _coded(frame["event_type"], "")
    provinces, province_names = _coded(frame["admin1"], "")
    countries, country_names = _coded(frame["country"], "")
    labels = {type_.id: type_.label for type_ in layer.types}
    key = (provinces * len(country_names) + countries) * len(type_names) + types
    key = key * len(year_names) + years
    found, counts = np.unique(key, return_counts=True)
    for code, count in zip(found.tolist(), counts.tolist(), strict=True):
        rest, year = divmod(code, len(year_names))
        rest, type_ = divmod(rest, len(type_names))
        province, country = divmod(rest, len(country_names))
        label = labels.get(type_names[type_], layer.types[0].label)
        yield ((province_names[province], country_names[country]), label, year_names[year]), count


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
