"""Fixtures that every room shares: the repository, its built maps, a real Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserType, Page, Route, sync_playwright

from mapgen.build import Report, build

# The same cases on every run, and no deadline that a busy machine could miss.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 15_000
READY = "html[data-mapgen=ready]"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The maps of this repository, built once: their folder and the report."""
    folder = tmp_path_factory.mktemp("output")
    return folder, build(ROOT / "mapgen.toml", folder)


def launch(chromium: BrowserType, *flags: str) -> Browser:
    path = os.environ.get("MAPGEN_CHROMIUM") or shutil.which("chromium")
    return chromium.launch(executable_path=path, args=[*CHROMIUM_FLAGS, *flags])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = launch(playwright.chromium)
        yield launched
        launched.close()


@pytest.fixture
def screen_reader(browser: Browser) -> Iterator[Browser]:
    """A browser that has all that could be read out, as it has where a screen reader runs."""
    launched = launch(browser.browser_type, "--force-renderer-accessibility")
    yield launched
    launched.close()


@dataclass
class Visit:
    """A page that is open, and all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a file with the network cut; every request and every complaint is logged."""
    contexts = []

    def open_file(path: Path, *, ready: bool = True, **options: object) -> Visit:
        options.setdefault("viewport", {"width": 1000, "height": 700})
        context = browser.new_context(**options)  # type: ignore[arg-type] # the caller's own options
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        seen = Visit(page)

        def cut(route: Route) -> None:
            seen.requests.append(route.request.url)
            if route.request.url == path.as_uri():
                route.continue_()
            else:
                route.abort()

        context.route("**/*", cut)
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " (event) => console.error('policy: ' + event.violatedDirective))"
        )
        page.goto(path.as_uri())
        if ready:
            page.locator(READY).wait_for(state="attached")
        return seen

    yield open_file
    for context in contexts:
        context.close()
