"""A small project, and what is known of it while it is served."""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mapgen.build import Report
from mapgen.errors import MapgenError
from mapgen.serve import Board, run, server
from mapgen.serve.server import Server

PROJECT = """
data = ["data/*.geojson"]
[[map]]
id = "one"
title = "One"
description = "A map."
basemap = false
[[map.layer]]
id = "events"
name = "Events"
events = {}
"""

EVENT = """{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "NAME",
"geometry": {"type": "Point", "coordinates": [10, 20]}, "properties": {"title": "NAME",
"event_type": "attack", "date": "2020-01-02", "sources": [{"title": "A report"}]}}]}"""

PATIENCE_S = 20.0


@dataclass
class Desk:
    """A project that is served."""

    project: Path
    board: Board
    server: Server
    heard: list[Report | MapgenError]

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        """Ask for a path just as it is written; Host is this server's unless told."""
        link = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE_S)
        link.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            link.putheader(name, value)
        link.endheaders()
        answer = link.getresponse()
        data = answer.read()
        link.close()
        return answer.status, data

    def next_build(self, change: Callable[[], object]) -> None:
        """Make a change and wait for the build that it brings."""
        build = self.board.state.build
        change()
        assert self.board.after(build, PATIENCE_S) is not None


@contextmanager
def serving(project: Path) -> Iterator[Desk]:
    """Serve a project until the block ends; its first build is done when it begins."""
    board, stop, heard = Board(), threading.Event(), list[Report | MapgenError]()
    answering = server(board, 0)
    answers = threading.Thread(target=answering.serve_forever)
    builds = threading.Thread(target=run, args=(project, None, board, heard.append, stop))
    answers.start()
    builds.start()
    try:
        assert board.after(0, PATIENCE_S) is not None
        yield Desk(project, board, answering, heard)
    finally:
        stop.set()
        builds.join()
        answering.shutdown()
        answers.join()
        answering.server_close()
