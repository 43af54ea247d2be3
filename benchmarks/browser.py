"""Opens a page in a real browser and reads what `measure.js` says of it.

What a page asks of the network is answered from a folder of packages, its tiles by one picture of
256 x 256 pixels, so that nothing depends on a line: the peers are measured as if their hosts
stood beside the reader.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, sync_playwright

PATIENCE_S = 120
"""A figure that takes longer is one: "not within 120 s"."""

FIGURES = ("drawn", "ready", "filter", "pan", "longest", "toggle")
PHONE_FIGURES = ("drawn", "ready", "filter")
DESKTOP = {"viewport": {"width": 1000, "height": 700}}
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2}
PHONE_SLOWNESS = 4
OURS = {"map": "", "layer": ""}
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8").rstrip().rstrip(";")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
POLL_MS = 50
SETTLED_MS = 1_000
ANOTHER = "data:text/html,<title>Another page</title><h1>Another page</h1><p>with <b>text</b>"
"""What a browser shows first: it then has its letters, and what it does when it starts is done."""

# Names by which the packages call what the pages ask for, and what no package has.
CALLED = {"jquery-3.7.1.min.js": "jquery.min.js"}
BLANK = {"bootstrap-glyphicons.css", "leaflet.awesome.rotate.min.css"}
FOLDERS = {"dist", "css", "js", "webfonts", "images"}
TILE = re.compile(r"/\d+/\d+/\d+(@2x)?\.png")


@dataclass(frozen=True)
class Opening:
    """How a page is opened.

    Attributes:
        file: the page.
        names: of its `map` and `layer`, empty for mapgen's.
        packages: a `node_modules` with what the peers' pages ask for.
        wanted: the figures that are waited for.
        phone: whether on a small screen of double density, with a processor four times slower.
    """

    file: Path
    names: Mapping[str, str]
    packages: Path
    wanted: tuple[str, ...]
    phone: bool = False


@dataclass
class Visit:
    """What one opening of a page gave.

    Attributes:
        figures: milliseconds by name; a name that is wanted and missing came not within 120 s.
        requests: how many the page made beyond its own file.
        loaded: bytes of the packages' files among them; of tiles none, which are not real ones.
    """

    figures: dict[str, float] = field(default_factory=dict)
    requests: int = 0
    loaded: int = 0


def visited(file: Path, names: Mapping[str, str], packages: Path, runs: int) -> dict[str, object]:
    """Return the medians of a page's figures over so many visits, and its requests.

    After a visit in which a figure did not come there is no other.
    """
    wanted = FIGURES if names == OURS else tuple(name for name in FIGURES if name != "filter")
    visits = _visits(Opening(file, names, packages, wanted), runs)
    network = {"requests": visits[0].requests, "loaded": visits[0].loaded}
    return _medians(visits, wanted) | network


def visited_by_phone(file: Path, packages: Path, runs: int) -> dict[str, object]:
    """Return the medians of mapgen's figures on a phone."""
    visits = _visits(Opening(file, OURS, packages, PHONE_FIGURES, phone=True), runs)
    return {f"phone_{name}": ms for name, ms in _medians(visits, PHONE_FIGURES).items()}


def _visits(opening: Opening, runs: int) -> list[Visit]:
    found: list[Visit] = []
    while len(found) < runs and all(set(opening.wanted) <= set(one.figures) for one in found):
        with _context(opening.phone) as context:
            found.append(_visit(context, opening))
    return found


def _medians(visits: list[Visit], wanted: tuple[str, ...]) -> dict[str, object]:
    """Return each figure's median: None for the first that a visit lacks, and none after it."""
    found: dict[str, object] = {}
    for name in wanted:
        if not all(name in visit.figures for visit in visits):
            return found | {name: None}
        found[name] = round(median(visit.figures[name] for visit in visits), 1)
    return found


@contextmanager
def _context(phone: bool) -> Iterator[BrowserContext]:
    """Give a fresh context in a fresh browser that has already shown a page, as readers' have."""
    path = os.environ.get("MAPGEN_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        before = browser.new_page()
        before.goto(ANOTHER)
        before.evaluate("() => new Promise(requestAnimationFrame)")
        before.wait_for_timeout(SETTLED_MS)
        yield browser.new_context(**(PHONE if phone else DESKTOP))
        browser.close()


def _visit(context: BrowserContext, opening: Opening) -> Visit:
    """Open the page and listen, as long as figures are wanted and come in time."""
    visit = Visit()
    page = context.new_page()
    page.add_init_script(f"({MEASURE})({json.dumps(opening.names)})")
    page.on("console", lambda message: _hear(visit, message.text))
    page.route(re.compile("^https?:"), lambda route: _answer(visit, route, opening.packages))
    if opening.phone:
        slow = {"rate": PHONE_SLOWNESS}
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", slow)
    try:
        page.goto(opening.file.as_uri(), wait_until="commit", timeout=PATIENCE_S * 1000)
        for name in opening.wanted:
            _wait(page, visit, name)
    except Error as fault:
        print(f"{opening.file.name}: {fault.message.splitlines()[0]}", file=sys.stderr)
    return visit


def _wait(page: Page, visit: Visit, name: str) -> None:
    """Wait until a figure has come, at most PATIENCE_S."""
    end = time.monotonic() + PATIENCE_S
    while name not in visit.figures:
        if time.monotonic() > end:
            raise Error(f"{name} not within {PATIENCE_S} s")
        page.wait_for_timeout(POLL_MS)


def _hear(visit: Visit, text: str) -> None:
    word, *rest = text.split(" ")
    if word == "bench":
        visit.figures[rest[0]] = float(rest[1])


def _answer(visit: Visit, route: Route, packages: Path) -> None:
    """Answer a request as its host would, at once."""
    visit.requests += 1
    address = route.request.url.split("?")[0]
    name = address.rsplit("/", 1)[1]
    file = _files(packages).get(CALLED.get(name, name))
    if TILE.search(address):
        route.fulfill(body=tile(), content_type="image/png")
    elif file:
        visit.loaded += file.stat().st_size
        route.fulfill(path=file)
    elif name in BLANK:
        route.fulfill(body="", content_type="text/css")
    else:
        print(f"{address} is in no package.", file=sys.stderr)
        route.abort()


@cache
def _files(packages: Path) -> dict[str, Path]:
    """Return the packages' files by name."""
    found = sorted(packages.rglob("*"), reverse=True)
    return {path.name: path for path in found if path.is_file() and path.parent.name in FOLDERS}


@cache
def tile() -> bytes:
    """Return a grey PNG of 256 x 256 pixels."""
    head = struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xdd" * 256) * 256
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
