"""A small project that is being served, by a real server and a real watcher."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import EVENT, PATIENCE_S, PROJECT, Desk

from mapgen.build import Report
from mapgen.errors import MapgenError
from mapgen.serve import Board, run, server


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mapgen.toml").write_text(PROJECT)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.geojson").write_text(EVENT.replace("NAME", "first"))
    return tmp_path / "mapgen.toml"


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    board, stop, heard = Board(), threading.Event(), list[Report | MapgenError]()
    serving = server(board, 0)
    answers = threading.Thread(target=serving.serve_forever)
    builds = threading.Thread(target=run, args=(project, None, board, heard.append, stop))
    answers.start()
    builds.start()
    assert board.after(0, PATIENCE_S) is not None
    yield Desk(project, board, serving, heard)
    stop.set()
    builds.join()
    serving.shutdown()
    answers.join()
    serving.server_close()
