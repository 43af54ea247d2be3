"""A file's records as they were written, before anything is checked."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from mapgen.errors import Fault
from mapgen.records.schema import BY_NAME, NAMES, OTHERS, TRANSLATED


@dataclass(frozen=True)
class Table:
    """What a file holds, fault and all.

    Attributes:
        where: the file as the user named it.
        frame: one row per record in the file's order, values as written. The column `geometry`
            holds GeoJSON objects, WKT or shapely geometries; without it, `longitude` and
            `latitude` tell the point.
    """

    where: str
    frame: pd.DataFrame


@dataclass(frozen=True)
class Named:
    """A table whose columns carry the schema's names.

    Attributes:
        where: the file as the user named it.
        frame: only the columns that the schema knows.
        written: the name that the file has for each column.
        warnings: columns that look like a slip of the pen.
    """

    where: str
    frame: pd.DataFrame
    written: dict[str, str]
    warnings: tuple[Fault, ...]


def named(table: Table) -> Named:
    """Return the table under the schema's names; a name of its own wins over an alias."""
    folded = {column: _folded(str(column)) for column in table.frame.columns}
    own = {name: column for column, name in folded.items() if _is_own(name)}
    chosen = dict(own)
    for column, name in folded.items():
        if name in NAMES and NAMES[name] not in chosen:
            chosen[NAMES[name]] = column
    frame = table.frame[list(chosen.values())].set_axis(list(chosen), axis=1)
    warnings = tuple(
        Fault(
            table.where, "", str(column), f'is no known column and not read; did you mean "{near}"?'
        )
        for column, name in folded.items()
        if (near := _slip(name, chosen))
    )
    return Named(table.where, frame, {name: str(old) for name, old in chosen.items()}, warnings)


def _folded(name: str) -> str:
    stem, colon, language = name.strip().partition(":")
    return stem.lower().replace(" ", "_").replace("-", "_") + colon + language


def _is_own(name: str) -> bool:
    return name in BY_NAME or TRANSLATED.fullmatch(name) is not None


def _slip(name: str, chosen: Mapping[str, object]) -> str:
    """Return the known name that this one was meant to be, or ""."""
    if name in NAMES or name in OTHERS or _is_own(name):
        return ""
    near = difflib.get_close_matches(name, NAMES, n=1, cutoff=0.8)
    return near[0] if near and NAMES[near[0]] not in chosen else ""
