"""The columns of one table, each parsed and kept as the schema says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from mapgen.records import dates, distinct, sources, stores, values
from mapgen.records.findings import Finding
from mapgen.records.schema import (
    BY_NAME,
    COLUMNS,
    DATE,
    EVENT,
    ID,
    KINDS,
    REGION,
    SHAPE,
    SOURCES,
    TEXT,
    TRANSLATED,
    Column,
)
from mapgen.records.table import Named

Kinds = npt.NDArray[np.int8]
"""Per record the index of its kind in `KINDS`."""

# UCDP's where_prec: 1 exact, 2 a limited area, 3 a district, 4 a province, 5 to 7 wider.
GEO_PRECISION = np.array([0, 1, 2, 2, 3, 3, 3, 3], dtype=np.int8)
NAMES_OF_SOURCES = ("source", "source_article")


@dataclass(frozen=True)
class Columns:
    """The columns of one table.

    Attributes:
        stored: by name, those without dates; a column that the file lacks is all null.
        dated: events' dates, widened to their precision, and regions' times of validity.
        findings: what is wrong in them.
    """

    stored: dict[str, stores.Stored]
    dated: dict[str, dates.Dates]
    findings: tuple[Finding, ...]


def columns(table: Named, kinds: Kinds, types: Collection[str] | None) -> Columns:
    """Return the parsed columns of a table; a column that a kind lacks is no fault there."""
    stored: dict[str, stores.Stored] = {}
    date, valid = _dates(table, "date"), _dates(table, "valid")
    date = dates.until(date, _dates(table, "date_end"), _field(table, "date_end"))
    findings = [
        *_concerning(kinds, (EVENT,), date.findings),
        *_concerning(kinds, (REGION,), valid.findings),
    ]
    for column in _asked(table, types):
        stored[column.name], wrong = _column(table, column)
        findings += _concerning(kinds, column.kinds, wrong)
    stored["geo_precision"] = _precision(stored["geo_precision"], stored.pop("where_prec"))
    widening = _codes(stored.pop("time_precision")), _codes(stored.pop("date_prec"))
    dated = {"date": dates.widened(date, *widening), "valid": valid}
    return Columns(stored, dated, tuple(findings))


def _concerning(
    kinds: Kinds, concerned: Collection[str], findings: Iterable[Finding]
) -> Iterator[Finding]:
    codes = {KINDS.index(kind) for kind in concerned}
    return (finding for finding in findings if kinds[finding.row] in codes)


def _asked(table: Named, types: Collection[str] | None) -> Iterator[Column]:
    for column in COLUMNS:
        if column.store not in (ID, SHAPE, DATE) and column.name != "kind":
            yield _with_parse(column, table, types)
    for name in table.frame.columns:
        if name not in BY_NAME and TRANSLATED.fullmatch(name):
            yield Column(name, "in another language")


def _with_parse(column: Column, table: Named, types: Collection[str] | None) -> Column:
    """Return the column with the parser that this file and project ask for."""
    parse = column.parse
    if column.name == "event_type" and types:
        parse = values.declared(types)
    if column.store == SOURCES:
        named = table.written.get(column.name) in NAMES_OF_SOURCES
        parse = sources.names if named else sources.parse
    return Column(column.name, column.meaning, column.store, parse, column.kinds)


def _column(table: Named, column: Column) -> tuple[stores.Stored, tuple[Finding, ...]]:
    if column.name not in table.frame:
        return stores.absent(len(table.frame), column.store), ()
    parsed = distinct.parse(table.frame[column.name], table.written[column.name], column.parse)
    return stores.stored(parsed, column.store), parsed.findings


def _dates(table: Named, name: str) -> dates.Dates:
    written = table.frame.get(name)
    if written is None:
        written = pd.Series(stores.absent(len(table.frame), TEXT))
    return dates.parse(written, _field(table, name))


def _field(table: Named, name: str) -> str:
    return table.written.get(name, name)


def _precision(
    acled: pd.arrays.IntegerArray, ucdp: pd.arrays.IntegerArray
) -> pd.arrays.IntegerArray:
    codes = np.where(acled.isna(), GEO_PRECISION[_codes(ucdp)], _codes(acled))
    return pd.arrays.IntegerArray(codes, codes == 0)


def _codes(column: pd.arrays.IntegerArray) -> npt.NDArray[np.int8]:
    return column.to_numpy(dtype=np.int8, na_value=0)
