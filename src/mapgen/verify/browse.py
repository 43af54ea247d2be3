"""A page opened in a real Chromium whose every way out is watched and cut.

The only file that knows Playwright, and that only when a browser is asked for: it is an extra.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapgen.verify.finding import Seen, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, ViewportSize

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What routing does not see, sockets and peers, finds a proxy that is not there.
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE: ViewportSize = {"width": 1000, "height": 700}
LOAD_MS = 15_000
QUIET_MS = 500
RESTLESS_MS = 5_000
STEP_MS = 100

_KINDS = {
    "document": "page",
    "stylesheet": "style sheet",
    "media": "media file",
    "texttrack": "media file",
    "xhr": "data file",
    "fetch": "data file",
    "ping": "beacon",
    "eventsource": "stream",
    "other": "file",
}
"""What is asked for, where Playwright's own word is not the plain one."""

Opener = Callable[[Path, bool], Visit | str]


@contextmanager
def chromium() -> Iterator[Opener | str]:
    """Yield a function that visits a file, or a sentence on why there is no browser.

    The function takes the file and whether mapgen wrote it, and returns what was seen.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - an extra
    except ImportError:
        yield "Playwright is not installed (pip install 'mapgen[verify]')"
        return
    with sync_playwright() as playwright:
        path = _executable(playwright)
        if path is None:
            yield _nowhere()
            return
        try:
            browser = _launch(playwright, path)
        except Error as fault:
            yield f"{path} did not start ({str(fault).splitlines()[0]})"
            return
        try:
            yield lambda file, ours: _visit(browser, file, ours=ours)
        finally:
            browser.close()


def _executable(playwright: Playwright) -> str | None:
    """The browser that is named, or else Playwright's own, or else the system's."""
    named = os.environ.get("MAPGEN_CHROMIUM")
    if named:
        return shutil.which(named)
    own = playwright.chromium.executable_path
    if os.access(own, os.X_OK):
        return own
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _nowhere() -> str:
    named = os.environ.get("MAPGEN_CHROMIUM")
    if named:
        return f"MAPGEN_CHROMIUM names {named}, where there is no browser"
    return "there is no Chromium, which MAPGEN_CHROMIUM may name"


def _launch(playwright: Playwright, path: str) -> Browser:
    from playwright.sync_api import Error  # noqa: PLC0415 - an extra

    start = playwright.chromium.launch
    try:
        return start(executable_path=path, args=list(FLAGS), chromium_sandbox=True)
    except Error:
        # As root and in many containers Chromium has no sandbox to run in.
        return start(executable_path=path, args=list(FLAGS), chromium_sandbox=False)


@dataclass
class _Log:
    """All that a visit has seen so far."""

    uri: str
    opened: bool = False
    later: bool = False
    requests: list[Seen] = field(default_factory=list)
    refused: list[Seen] = field(default_factory=list)
    console: list[Seen] = field(default_factory=list)
    attempts: list[Seen] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, (self.requests, self.refused, self.console, self.attempts)))

    def cut(self, route: Route) -> None:
        """Let the page itself through, once; log and abort everything else."""
        request = route.request
        if request.url == self.uri and not self.opened:
            self.opened = True
            route.continue_()
            return
        kind = _KINDS.get(request.resource_type, request.resource_type)
        self.requests.append(Seen(kind, request.url, self.later))
        route.abort()

    def told(self, _source: object, group: str, kind: str, text: str) -> None:
        """Take what the probe says."""
        seen = Seen(kind, text, self.later)
        (self.refused if group == "refused" else self.attempts).append(seen)

    def attempt(self, kind: str, text: str) -> None:
        self.attempts.append(Seen(kind, text, self.later))

    def said(self, kind: str, text: str) -> None:
        self.console.append(Seen(kind, text, self.later))


def _visit(browser: Browser, file: Path, *, ours: bool) -> Visit | str:
    from playwright.sync_api import Error  # noqa: PLC0415 - an extra

    log = _Log(file.absolute().as_uri())
    try:
        context = browser.new_context(viewport=SIZE, accept_downloads=False)
    except Error as fault:
        return f"the browser is gone ({str(fault).splitlines()[0]})"
    tried = (0, 0)
    try:
        page = _watched(context, log)
        state = _opened(page, log, ours=ours)
        if state == "ready":
            log.later = True
            tried = _tried(page, log)
    except Error as fault:
        state = "late"
        log.said("browser", str(fault).splitlines()[0])
    finally:
        context.close()
    return Visit(
        f"Chromium {browser.version}",
        state,
        tuple(log.requests),
        tuple(log.refused),
        tuple(log.console),
        tuple(log.attempts),
        tried,
    )


def _watched(context: BrowserContext, log: _Log) -> Page:
    context.expose_binding("mapgenVerify", log.told)
    context.add_init_script(files("mapgen.verify").joinpath("probe.js").read_text("utf-8"))
    context.route("**/*", log.cut)
    page = context.new_page()
    page.on("console", lambda message: log.said(message.type, message.text))
    page.on("pageerror", lambda error: log.said("error", str(error).splitlines()[0]))
    page.on("websocket", lambda socket: log.attempt("socket", socket.url))
    page.on("download", lambda download: log.attempt("download", download.suggested_filename))
    context.on("page", lambda _: log.attempt("window", "beside the page's own"))
    return page


def _opened(page: Page, log: _Log, *, ours: bool) -> str:
    """Opens the page and waits until it is finished and asks for nothing more."""
    page.goto(log.uri, wait_until="load", timeout=LOAD_MS)
    state = "loaded"
    if ours:
        root = page.locator("html[data-mapgen]")
        root.wait_for(state="attached", timeout=LOAD_MS)
        state = root.get_attribute("data-mapgen", timeout=LOAD_MS) or "loaded"
    _rest(page, log)
    return state


def _tried(page: Page, log: _Log) -> tuple[int, int]:
    trial = files("mapgen.verify").joinpath("trial.js").read_text("utf-8")
    done: dict[str, Any] = page.wait_for_function(trial, timeout=LOAD_MS).json_value()
    _rest(page, log)
    return done["switches"], done["events"]


def _rest(page: Page, log: _Log) -> None:
    """Waits until nothing was seen for half a second, at most five."""
    seen, quiet_ms = -1, 0
    for _ in range(RESTLESS_MS // STEP_MS):
        quiet_ms = quiet_ms + STEP_MS if seen == len(log) else 0
        seen = len(log)
        if quiet_ms >= QUIET_MS:
            return
        page.wait_for_timeout(STEP_MS)
