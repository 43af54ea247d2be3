"""Where a record's facts come from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from mapgen.project.sentences import ValueFault, nearest, shown
from mapgen.records.values import LARGEST_TEXT, text


@dataclass(frozen=True)
class Source:
    """A document that states what a record says.

    Attributes:
        title: its title.
        publisher: who published it, or None.
        date: when, as written, or None.
        url: its address, http or https, or None.
        archive_url: the address of an archived copy, or None.
    """

    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    archive_url: str | None = None


ADDRESS = re.compile(r"https?://[^\s/?#@\[\]\\]+(?:[/?#]\S*)?", re.IGNORECASE)
KEYS = tuple(field.name for field in fields(Source))
ADDRESSES = ("url", "archive_url")
EXPECTED = 'expected a list such as [{"title": "...", "publisher": "...", "url": "https://..."}]'


def parse(value: object) -> tuple[Source, ...] | None:
    """Return the sources of a record, given as a list or as its JSON text."""
    if isinstance(value, str):
        value = _decoded(value)
    if value is None:
        return None
    if isinstance(value, np.ndarray):  # how pandas has a list of Parquet
        value = value.tolist()
    if not isinstance(value, list | tuple):
        raise ValueFault(f"is {shown(value)}, {EXPECTED}")
    return tuple(_source(entry, number) for number, entry in enumerate(value, 1)) or None


def names(value: object) -> tuple[Source, ...] | None:
    """Return the sources of a column of names, as ACLED and UCDP have it: `Reuters; AP`."""
    found = text(value)
    if found is None:
        return None
    titles = (title.strip() for title in found.split(";"))
    return tuple(Source(title) for title in titles if title) or None


def _decoded(value: str) -> object:
    if not value.strip():
        return None
    if len(value) > LARGEST_TEXT:
        raise ValueFault(f"holds {len(value):,} characters, expected at most {LARGEST_TEXT:,}")
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at {error.pos}"
    except RecursionError:
        reason = "nested too deeply"
    raise ValueFault(f"is {shown(value)}, which is no JSON ({reason}); {EXPECTED}")


def _source(entry: object, number: int) -> Source:
    if isinstance(entry, Source):
        return entry
    if not isinstance(entry, dict | Mapping):
        raise ValueFault(f"source {number} is {shown(entry)}, {EXPECTED}")
    told: dict[str, str | None] = {}
    for key, value in entry.items():
        if key not in KEYS:
            _refuse_slip(str(key), number)
        elif value is not None:
            told[key] = _part(key, value, number)
    title = told.pop("title", None)
    if title is None:
        raise ValueFault(f"source {number} has no title")
    return Source(title, **told)


def _refuse_slip(key: str, number: int) -> None:
    near = nearest(key, KEYS)
    if near.startswith("did"):
        raise ValueFault(f"source {number} has the key {shown(key)}; {near}")


def _part(key: str, value: object, number: int) -> str | None:
    try:
        return address(value) if key in ADDRESSES else text(value)
    except ValueFault as fault:
        raise ValueFault(f"source {number}: {key} {fault}") from None


def address(value: object) -> str | None:
    """Return an address that a reader may follow: http or https, with a host."""
    found = text(value)
    if found and not ADDRESS.fullmatch(found):
        expected = "expected an address that begins with https:// or http://"
        raise ValueFault(f"is {shown(found)}, {expected}")
    return found
