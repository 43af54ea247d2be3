"""Build, and build again at every change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchfiles import watch

from mapgen.build import Report, build
from mapgen.errors import MapgenError
from mapgen.serve.board import Board
from mapgen.serve.watch import Watch

LOOK_MS = 1_000
"""So often the files are looked at in any case: some disks tell of no change."""
SETTLE_MS = 100
"""So long changes that come together are taken as one."""


def run(
    project_file: Path,
    output: Path | None,
    board: Board,
    say: Callable[[Report | MapgenError], object],
    stop: Event | None = None,
) -> None:
    """Build a project, and again whenever a file of it has changed, until it is stopped.

    Only the project file and the files that its data and geo name count; what is written to the
    output folder does not.

    Args:
        project_file: the mapgen.toml.
        output: folder to write to; None takes the project's own.
        board: where the state is put up.
        say: called with what each build came to.
        stop: ends it when it is set; without it, a KeyboardInterrupt does.
    """
    stop = stop or Event()
    seen = Watch.of(project_file)
    _build(project_file, output, board, say)
    while not stop.is_set():
        now = _changed(project_file, seen, stop)
        if now.stamps != seen.stamps:
            _build(project_file, output, board, say)
        seen = now


def _changed(project_file: Path, seen: Watch, stop: Event) -> Watch:
    """Wait until the project's files or folders are others than they were, and return them."""
    looks = watch(
        *seen.folders,
        watch_filter=None,
        debounce=SETTLE_MS * 4,
        step=SETTLE_MS,
        stop_event=stop,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
        recursive=False,
    )
    for _ in looks:
        now = Watch.of(project_file, seen)
        if now != seen:
            return now
    return seen


def _build(
    project_file: Path,
    output: Path | None,
    board: Board,
    say: Callable[[Report | MapgenError], object],
) -> None:
    try:
        report = build(project_file, output)
    except MapgenError as error:
        board.post(board.state.failed(error))
        say(error)
    else:
        board.post(board.state.built(report))
        say(report)
