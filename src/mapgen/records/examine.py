"""One table, examined: its columns, its geometry, and what records must be as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import is_integer_dtype

from mapgen.errors import Fault
from mapgen.records import distinct, rules
from mapgen.records.columns import Columns, Kinds, columns
from mapgen.records.findings import Finding
from mapgen.records.geometry import drawable, is_area
from mapgen.records.schema import BY_NAME, EVENT, KINDS, REGION
from mapgen.records.shapes import Shapes
from mapgen.records.table import Named

Ids = npt.NDArray[np.int64] | npt.NDArray[np.object_]
"""Whole numbers, or text and None."""


@dataclass(frozen=True)
class Asked:
    """What the caller asks of records, over what the schema asks.

    Attributes:
        types: the declared event types, or None for any.
        strict: whether an event without a source is a fault.
        kind: the kind of all records, or None when they tell it themselves.
        titled: whether places and regions must have a title.
    """

    types: Collection[str] | None
    strict: bool
    kind: str | None = None
    titled: bool = True


@dataclass(frozen=True)
class Examined:
    """A table after examination.

    Attributes:
        where: the file as the user named it.
        ids: per record.
        kinds: per record the index of its kind.
        columns: what stands in them.
        shapes: their geometry.
        faults: what is wrong, in the order of the file.
        warnings: what the editor should know, in the order of the file.
    """

    where: str
    ids: Ids
    kinds: Kinds
    columns: Columns
    shapes: Shapes
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def examine(table: Named, asked: Asked) -> Examined:
    """Return a table's checked columns and geometry with every fault in it."""
    ids, id_findings = _ids(table)
    drawn = drawable(table)
    kinds, kind_findings = _kinds(table, drawn.shapes, asked.kind)
    parsed = columns(table, kinds, asked.types)
    own = [*drawn.findings, *parsed.findings]
    faulty = frozenset((finding.row, finding.field) for finding in own)
    records = rules.Candidates(kinds, parsed, drawn.shapes, table.written, faulty)
    unsourced = list(rules.sourced(records))
    findings = [
        *id_findings,
        *kind_findings,
        *own,
        *rules.shapes_fit(records),
        *(rules.titled(records) if asked.titled else ()),
        *(rules.typed(records) if asked.types else ()),
        *rules.tolls_ordered(records),
        *(unsourced if asked.strict else ()),
    ]
    warnings = [*drawn.warnings, *(() if asked.strict else unsourced)]
    return Examined(
        table.where,
        ids,
        kinds,
        parsed,
        drawn.shapes,
        _faults(table.where, ids, findings),
        (*table.warnings, *_untitled(table.where, records), *_faults(table.where, ids, warnings)),
    )


def _ids(table: Named) -> tuple[Ids, tuple[Finding, ...]]:
    rows = len(table.frame)
    written = table.frame.get("id")
    if written is None:
        return np.full(rows, None, dtype=object), ()
    if is_integer_dtype(written) and not written.isna().any():
        return written.to_numpy(dtype=np.int64), ()
    parsed = distinct.parse(written, table.written["id"], BY_NAME["id"].parse)
    return _each_row(parsed), parsed.findings


def _each_row(parsed: distinct.Parsed) -> npt.NDArray[np.object_]:
    entries = np.empty(len(parsed.entries) + 1, dtype=object)
    entries[:] = [*parsed.entries, None]
    return entries[parsed.codes]


def _kinds(table: Named, shapes: Shapes, forced: str | None) -> tuple[Kinds, tuple[Finding, ...]]:
    if forced is not None:
        return np.full(len(shapes), KINDS.index(forced), dtype=np.int8), ()
    kinds = np.where(is_area(shapes), KINDS.index(REGION), KINDS.index(EVENT)).astype(np.int8)
    written: pd.Series[Any] | None = table.frame.get("kind")
    if written is None:
        return kinds, ()
    parsed = distinct.parse(written, table.written["kind"], BY_NAME["kind"].parse)
    told = np.array([KINDS.index(entry or EVENT) for entry in parsed.entries] + [0], np.int8)
    return np.where(parsed.codes < 0, kinds, told[parsed.codes]), parsed.findings


def _untitled(where: str, records: rules.Candidates) -> Iterable[Fault]:
    """Yield one warning for all events without a title."""
    count = int((records.of(EVENT) & records.null("title")).sum())
    if count:
        problem = f"is missing in {count:,} events, which are named by their type and place"
        yield Fault(where, "", "title", problem)


def _faults(where: str, ids: Ids, findings: Iterable[Finding]) -> tuple[Fault, ...]:
    return tuple(
        Fault(where, record_name(ids[finding.row], finding.row), finding.field, finding.problem)
        for finding in sorted(findings, key=lambda finding: finding.row)
    )


def record_name(given: object, row: int) -> str:
    """Return how a fault names a record: by its id, else by its number, from 1."""
    return f"record {row + 1}" if given is None else str(given)
