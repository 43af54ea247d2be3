"""A server for this machine alone: the shell page, the maps as they were built, and news."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import PurePosixPath
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from mapgen.errors import UsageError
from mapgen.serve.board import Board

LOOPBACK = "127.0.0.1"
HOSTS = frozenset({"127.0.0.1", "localhost"})
PATIENCE_S = 10.0
"""So often a silent line is tried, which finds out who has gone."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
SHELL = {"shell.css", "shell.js"}
SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(ThreadingHTTPServer):
    """A server on the loopback address; who listens for news is no reason not to stop."""

    daemon_threads = True
    allow_reuse_port = False
    board: Board

    def server_bind(self) -> None:
        """Take the port, without asking a name server what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    @property
    def url(self) -> str:
        """The address of the first map."""
        return f"http://{LOOPBACK}:{self.server_port}/"


def server(board: Board, port: int) -> Server:
    """Return a server that has its port, and answers when its `serve_forever` is called.

    Args:
        board: whose state it shows.
        port: 0 takes any that is free.

    Raises:
        UsageError: when the port cannot be had.
    """
    try:
        made = Server((LOOPBACK, port), Handler)
    except (OSError, OverflowError) as fault:
        raise UsageError(
            f"Port {port} cannot be had: {getattr(fault, 'strerror', None) or fault}. "
            "Choose another with --port, or any free one with --port 0."
        ) from fault
    made.board = board
    return made


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD, from this machine's own names, with what is on the board."""

    server_version = "mapgen"
    sys_version = ""
    server: Server

    READ_ONLY: ClassVar[dict[str, str]] = {"Allow": "GET, HEAD"}

    def do_GET(self) -> None:
        """Answer, or refuse with a sentence."""
        # Another site can give its name this machine's address; its pages must not read ours.
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in HOSTS:
            self._say(HTTPStatus.FORBIDDEN, "This server answers to localhost and 127.0.0.1 only.")
            return
        name = unquote(urlsplit(self.path).path).removeprefix("/")
        if name == "news":
            self._news()
        elif name.startswith("pages/"):
            self._page(name.removeprefix("pages/"))
        elif name in SHELL:
            self._shell(name)
        elif "/" not in name and "." not in name:
            self._shell("shell.html")
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is nothing of this name.")

    do_HEAD = do_GET  # noqa: N815 - the name http.server calls

    def _refuse(self) -> None:
        sentence = "This server only shows: it answers GET and HEAD."
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, sentence, self.READ_ONLY)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 - as above

    def _page(self, name: str) -> None:
        """Answer with a file of the last build, found in its list and never by its path."""
        path = self.server.board.state.files.get(name)
        try:
            data = None if path is None else path.read_bytes()
        except OSError:
            data = None
        if data is None:
            self._say(HTTPStatus.NOT_FOUND, "The last build made no file of this name.")
        else:
            self._send(HTTPStatus.OK, data, {"Content-Type": _type(name)})

    def _shell(self, name: str) -> None:
        data = (files("mapgen.serve") / "shell" / name).read_bytes()
        told = {"Content-Type": _type(name), "Content-Security-Policy": SHELL_POLICY}
        self._send(HTTPStatus.OK, data, told)

    def _news(self) -> None:
        """Tell the state, and every new one, until nobody listens."""
        self._begin(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        if self.command == "HEAD":
            return
        try:
            for line in self._lines():
                self.wfile.write(line.encode())
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def _lines(self) -> Iterator[str]:
        seen = -1
        while True:
            state = self.server.board.after(seen, PATIENCE_S)
            if state is None:
                yield ": still here\n\n"
                continue
            seen = state.build
            yield f"data: {state.told()}\n\n"

    def _say(
        self, status: HTTPStatus, sentence: str, headers: dict[str, str] | None = None
    ) -> None:
        told = {"Content-Type": "text/plain; charset=utf-8", **(headers or {})}
        self._send(status, f"{sentence}\n".encode(), told)

    def _send(self, status: HTTPStatus, data: bytes, headers: dict[str, str]) -> None:
        self._begin(status, {**headers, "Content-Length": str(len(data))})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _begin(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (HEADERS | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's signature
        """Say nothing: the terminal is for what the build has to say."""


def _type(name: str) -> str:
    return TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
