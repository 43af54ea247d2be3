"""Examined tables joined into one frame for each kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas
import numpy as np
import numpy.typing as npt
import pandas as pd

from mapgen.errors import Fault
from mapgen.records import stores
from mapgen.records.examine import Examined, Ids
from mapgen.records.schema import BY_NAME, COLUMNS, DATE, EVENT, ID, KINDS, SHAPE, TEXT
from mapgen.records.shapes import Shapes

CRS = "EPSG:4326"


@dataclass(frozen=True)
class Part:
    """The records of one kind in one table.

    Attributes:
        where: the file as the user named it.
        rows: their numbers in the table, from 0.
        ids: as given, None where there is none.
        columns: what they keep.
        shapes: their geometry.
    """

    where: str
    rows: npt.NDArray[np.intp]
    ids: Ids
    columns: dict[str, stores.Stored]
    shapes: Shapes


def part(table: Examined, kind: str) -> Part:
    """Return the records of a kind in a table."""
    rows = np.flatnonzero(table.kinds == KINDS.index(kind))
    chosen = slice(None) if len(rows) == len(table.kinds) else rows
    columns: dict[str, stores.Stored] = {}
    for column in COLUMNS:
        if not column.kept or kind not in column.kinds or column.store in (ID, SHAPE):
            continue
        if column.store == DATE:
            columns |= stores.dated(table.columns.dated[column.name], column.name)
        else:
            columns[column.name] = table.columns.stored[column.name]
    # What is left of the stored columns is in other languages.
    extra = table.columns.stored.keys() - BY_NAME.keys()
    columns |= {name: table.columns.stored[name] for name in sorted(extra)}
    taken = {name: values[chosen] for name, values in columns.items()}
    return Part(table.where, rows, table.ids[chosen], taken, table.shapes[chosen])


def frame(parts: Sequence[Part], kind: str) -> geopandas.GeoDataFrame:
    """Return the records of all tables as one frame, in the order of the tables.

    A record without an id is named by its number, from 1; the ids of events stay whole numbers
    when all are.
    """
    names = dict.fromkeys(name for one in parts for name in one.columns)
    columns: dict[str, stores.Stored] = {"id": ids(parts, kind)}
    for name in names:
        columns[name] = stores.joined(
            [
                one.columns[name] if name in one.columns else stores.absent(len(one.rows), TEXT)
                for one in parts
            ]
        )
    codes = np.repeat(np.arange(len(parts)), [len(one.rows) for one in parts])
    columns["file"] = stores.text(codes, [one.where for one in parts])
    shapes = np.concatenate([one.shapes for one in parts])
    return geopandas.GeoDataFrame(
        {name: _as_they_are(column) for name, column in columns.items()}, geometry=shapes, crs=CRS
    )


def _as_they_are(column: stores.Stored) -> stores.Stored:
    """Return a column at which pandas does not look to find out what it holds."""
    objects = isinstance(column, np.ndarray) and column.dtype == object
    return pd.Series(column, dtype=object, copy=False) if objects else column


def _given(parts: Sequence[Part]) -> Ids:
    if all(one.ids.dtype == np.int64 for one in parts):
        return np.concatenate([one.ids for one in parts])
    # Numbers in one file and words in another: all are words.
    words = [one.ids if one.ids.dtype == object else one.ids.astype(str) for one in parts]
    return np.concatenate([ids.astype(object) for ids in words])


def ids(parts: Sequence[Part], kind: str) -> Ids:
    """Return the id of each record, its number from 1 where it has none."""
    given = _given(parts)
    if given.dtype == np.int64:
        return given if kind == EVENT else given.astype(str).astype(object)
    missing = np.asarray(pd.isna(given))
    numbers = np.arange(1, len(given) + 1)
    if kind == EVENT and missing.all():
        return numbers
    return np.where(missing, numbers.astype(str).astype(object), given)


def duplicates(parts: Sequence[Part]) -> Iterator[Fault]:
    """Yield a fault for each record that has the id of an earlier one of its kind."""
    names = _given(parts)
    given = pd.Series(names, dtype=names.dtype)
    again = given.notna() & given.duplicated()
    if not again.any():
        return
    spots = [(one.where, row) for one in parts for row in one.rows.tolist()]
    first: dict[object, tuple[str, int]] = {}
    for spot, name, repeated in zip(spots, given.tolist(), again.tolist(), strict=True):
        where, row = first.setdefault(name, spot)
        if repeated:
            problem = f'"{name}" is the id of record {row + 1} in {where} too, expected its own'
            yield Fault(spot[0], f"record {spot[1] + 1}", "id", problem)
