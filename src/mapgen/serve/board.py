"""What the last build came to, and who waits for the next."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mapgen.build import Report
from mapgen.errors import InputError, MapgenError


@dataclass(frozen=True)
class State:
    """What the browser is told.

    Attributes:
        build: number of the build, from 1; 0 before the first is done.
        files: what may be served, by name in the output folder; nothing else is.
        maps: ids and names of the files of the maps, of the last build that was done.
        faults: sentences that say why the last build was not done; empty when it was.
        warnings: sentences.
    """

    build: int = 0
    files: Mapping[str, Path] = field(default_factory=dict)
    maps: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def built(self, report: Report) -> State:
        """Return the state after a build that was done."""
        return State(
            build=self.build + 1,
            files={path.relative_to(report.folder).as_posix(): path for path in report.files},
            maps=tuple((page.path.stem, page.path.name) for page in report.pages),
            warnings=tuple(map(str, report.warnings)),
        )

    def failed(self, error: MapgenError) -> State:
        """Return the state after a build that was not done: the maps stand as they are."""
        faults = error.faults if isinstance(error, InputError) else (error,)
        return replace(self, build=self.build + 1, faults=tuple(map(str, faults)), warnings=())

    def told(self) -> str:
        """Return what the shell page reads, as JSON on one line."""
        maps = [{"id": id_, "page": page} for id_, page in self.maps]
        told = {"build": self.build, "maps": maps}
        return json.dumps(told | {"faults": self.faults, "warnings": self.warnings})


class Board:
    """The current state, and a bell for those who wait for another."""

    def __init__(self) -> None:
        self._state = State()
        self._bell = threading.Condition()

    @property
    def state(self) -> State:
        """The state of the last build."""
        return self._state

    def post(self, state: State) -> None:
        """Put up a new state and wake everybody."""
        with self._bell:
            self._state = state
            self._bell.notify_all()

    def after(self, build: int, patience_s: float) -> State | None:
        """Return the first state that is not that of a build, or None when patience ends."""
        with self._bell:
            came = self._bell.wait_for(lambda: self._state.build != build, patience_s)
            return self._state if came else None
