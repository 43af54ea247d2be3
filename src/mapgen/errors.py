"""The errors of mapgen, one tree.

MapgenError
├── UsageError            a word on the command line, or a call, that cannot be followed
├── InputError            faults in what came in, all of them at once
│   ├── ProjectError      in the project file
│   └── RecordError       in events, places or regions
├── LayerError            a layer or control that a sealed map does not take
├── StarterError          files that stand where a new project would put its own
└── PublishError          a file that could not be written
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class MapgenError(Exception):
    """Anything that stops mapgen, said in a sentence for the person who can mend it."""


class UsageError(MapgenError):
    """A word on the command line, or a call, that cannot be followed."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong in the input: where it stands, what stands there, what was expected.

    Attributes:
        where: the file as the user named it.
        record: the record's id or number, a table of the project file, or "" for the whole file.
        field: the column or key, or "".
        problem: a sentence without a full stop: what is there and what was expected.
    """

    where: str
    record: str
    field: str
    problem: str

    def __str__(self) -> str:
        """Return the fault as one line: `file, record, field: problem`."""
        place = ", ".join(part for part in (self.where, self.record, self.field) if part)
        return f"{place}: {self.problem}"


class InputError(MapgenError):
    """Faults in what came in, all of them at once, in the order of the input."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class ProjectError(InputError):
    """Faults in the project file."""


class RecordError(InputError):
    """Faults in events, places or regions."""


class LayerError(MapgenError):
    """A layer or control that a sealed map does not take, named with what to use instead."""


class StarterError(MapgenError):
    """Files that stand where a new project would put its own."""


class PublishError(MapgenError):
    """A file that could not be written."""
