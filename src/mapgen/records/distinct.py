"""A column as its distinct values and a code per row, so that each value is parsed once.

A million dates are a few thousand days and a million types are five words: parsing the
distinct values in plain Python costs milliseconds, whatever the number of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapgen.project.sentences import ValueFault
from mapgen.records.findings import Finding, each
from mapgen.records.values import CLEAN

Codes = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Distinct:
    """A column, value by value.

    Attributes:
        codes: per row the index of its value, -1 for null.
        entries: the distinct values in order of appearance, as Python objects.
    """

    codes: Codes
    entries: Sequence[Any]


@dataclass(frozen=True)
class Parsed:
    """A column after parsing.

    Attributes:
        codes: per row the index of its value, -1 for null and for what is faulty.
        entries: the parsed values, None where the value was empty or faulty.
        findings: what is wrong, row by row.
    """

    codes: Codes
    entries: Sequence[Any]
    findings: tuple[Finding, ...]


def distinct(column: pd.Series[Any]) -> Distinct:
    """Return the distinct values of a column; `1`, `1.0` and `true` stay apart."""
    if column.dtype != object:
        codes, values = pd.factorize(column)
        return Distinct(codes, values.tolist())
    array = column.to_numpy()
    present = ~pd.isna(array)
    kinds = set(map(type, array[present]))
    if len(kinds) <= 1 and kinds <= {str, int, float, bool}:
        codes, words = pd.factorize(array)
        return Distinct(codes, words.tolist())
    return _by_type(array, present)


def _by_type(array: npt.NDArray[Any], present: npt.NDArray[np.bool_]) -> Distinct:
    seen: dict[Hashable, int] = {}
    values: list[object] = []
    codes = np.full(len(array), -1, dtype=np.intp)
    for row in np.flatnonzero(present).tolist():
        value = array[row].item() if isinstance(array[row], np.number | np.bool_) else array[row]
        # A list or a table is a value of its own: equal ones need not share a code.
        key = (type(value), value) if isinstance(value, Hashable) else (None, row)
        codes[row] = seen.setdefault(key, len(values))
        if codes[row] == len(values):
            values.append(value)
    return Distinct(codes, values)


def parse(column: pd.Series[Any], field: str, parse_value: Callable[[Any], object]) -> Parsed:
    """Return a column parsed value by value, with a finding for each row of a faulty value."""
    found = distinct(column)
    clean = CLEAN.get(parse_value)
    if clean and set(map(type, found.entries)) == {str} and clean(found.entries):
        return Parsed(found.codes, found.entries, ())
    values: list[object] = []
    problems: dict[int, str] = {}
    for code, value in enumerate(found.entries):
        try:
            values.append(parse_value(value))
        except ValueFault as fault:
            problems[code] = str(fault)
            values.append(None)
    findings = tuple(_name(found.codes, field, problems)) if problems else ()
    empty = np.array([value is None for value in values] + [True])
    return Parsed(np.where(empty[found.codes], -1, found.codes), values, findings)


def _name(codes: Codes, field: str, problems: dict[int, str]) -> Iterator[Finding]:
    rows = np.flatnonzero(np.isin(codes, list(problems)))
    yield from each(rows.tolist(), field, lambda row: problems[int(codes[row])])
