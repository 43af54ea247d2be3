"""A table of the project file under examination: takes values, gathers faults."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mapgen.errors import Fault
from mapgen.project.model import LANGUAGES
from mapgen.project.sentences import ValueFault, nearest, shown

T = TypeVar("T")


@dataclass(frozen=True)
class Section:
    """A table of the project file, and the list in which its faults are gathered.

    Attributes:
        where: the project file.
        name: how a fault names the table, such as `map "attacks"`; "" for the top of the file.
        values: what stands in it.
        faults: shared by all sections of one file, in the order in which they are found.
    """

    where: str
    name: str
    values: Mapping[str, object]
    faults: list[Fault]

    def fault(self, key: str, problem: str) -> None:
        """Note a fault at a key of this table."""
        self.faults.append(Fault(self.where, self.name, key, problem))

    def only(self, known: Collection[str], translated: Collection[str] = ()) -> None:
        """Note every key that is neither known nor one of the translated ones in a language."""
        for key in self.values:
            word, colon, lang = key.partition(":")
            if colon and word in translated:
                if lang not in LANGUAGES:
                    expected = f"expected one of {', '.join(LANGUAGES)}"
                    self.fault(key, f"{shown(lang)} is no language of the pages; {expected}")
            elif key not in known:
                self.fault(key, f"is no key of this table; {nearest(key, known)}")

    def others(self, key: str, check: Callable[[object], T], default: T) -> dict[str, T]:
        """Return the checked values of a key in other languages, by language."""
        begins = f"{key}:"
        return {
            name.removeprefix(begins): self.take(name, check, default)
            for name in self.values
            if name.startswith(begins)
        }

    def take(self, key: str, check: Callable[[object], T], default: T) -> T:
        """Return the checked value of a key, or the default when it is absent or faulty."""
        if key not in self.values:
            return default
        try:
            return check(self.values[key])
        except ValueFault as fault:
            self.fault(key, str(fault))
            return default

    def need(self, key: str, check: Callable[[object], T], default: T) -> T:
        """Return the checked value of a key whose absence is a fault."""
        if key not in self.values:
            self.fault(key, "is missing")
        return self.take(key, check, default)

    def peek(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, without noting what is wrong with it."""
        value = self.values.get(key)
        entries = value if isinstance(value, list) else []
        return tuple(entry for entry in entries if isinstance(entry, str))

    def section(self, key: str, name: str, value: object) -> Section:
        """Return the table that stands at a key, empty when something else stands there."""
        if not isinstance(value, dict):
            self.fault(key, f"is {shown(value)}, expected a table")
            value = {}
        full = ", ".join(part for part in (self.name, name) if part)
        return Section(self.where, full, value, self.faults)

    def sections(self, key: str, header: str) -> Iterator[Section]:
        """Yield the tables of an array of tables, each named by its id or else its number."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.fault(key, f"is {shown(value)}, expected tables, each begun with [[{header}]]")
            return
        for number, row in enumerate(value, 1):
            given = row.get("id") if isinstance(row, dict) else None
            name = f'{key} "{given}"' if isinstance(given, str) else f"{key} {number}"
            yield self.section(key, name, row)
