"""Faults on their way to the report: named by row until the file and the record are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

MOST = 100
"""So many faults of one kind are named one by one; the rest is counted."""


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong in a table.

    Attributes:
        row: number of the record, from 0.
        field: name of the column as the file has it.
        problem: a sentence without a full stop.
    """

    row: int
    field: str
    problem: str


def each(rows: Sequence[int], field: str, problem: Callable[[int], str]) -> Iterable[Finding]:
    """Yield a finding for each row, the first hundred in words and the rest as one count."""
    for row in islice(rows, MOST):
        yield Finding(int(row), field, problem(int(row)))
    if len(rows) > MOST:
        more = f"and {len(rows) - MOST:,} more records with a fault of this kind"
        yield Finding(int(rows[MOST]), field, more)
