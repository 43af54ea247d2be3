"""The example article: framed maps that its links and buttons drive, and pictures without them."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page

from mapgen.build import Report
from mapgen.embedding import embedding

READY = "html[data-mapgen=ready]"
PATIENCE_MS = 20_000
PHONE = {"width": 360, "height": 640}


class Quiet(SimpleHTTPRequestHandler):
    """A web server of plain files that says nothing, with a policy if the test has one."""

    policy = ""

    def end_headers(self) -> None:
        if self.policy and self.path.startswith("/docs/"):
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, built: tuple[Path, Report], root: Path) -> Path:
    """A folder with the article and the maps, as they stand in the repository."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(built[0], folder / "output")
    (folder / "docs").mkdir()
    shutil.copy(root / "docs" / "example-article.html", folder / "docs")
    return folder


@pytest.fixture
def serve(site: Path) -> Iterator[Callable[[str], str]]:
    """Serves the site with a policy for the article; returns the article's address."""
    servers = []

    def start(policy: str = "") -> str:
        handler = type("Handler", (Quiet,), {"policy": policy})
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/docs/example-article.html"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def framed(page: Page, name: str) -> FrameLocator:
    """The map in a frame, scrolled to and ready."""
    page.locator(f"iframe[name={name}]").scroll_into_view_if_needed()
    frame = page.frame_locator(f"iframe[name={name}]")
    frame.locator(READY).wait_for(state="attached")
    return frame


def strict(article: str) -> str:
    """The policy of a careful newspaper: hashes of the article's own sheet and script."""

    def digest(tag: str) -> str:
        found = re.search(f"<{tag}>(.*?)</{tag}>", article, re.DOTALL)
        assert found
        code = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        return f"'sha256-{code}'"

    return (
        f"default-src 'none'; frame-src 'self'; img-src 'self'; "
        f"style-src {digest('style')}; script-src {digest('script')}"
    )


@pytest.mark.parametrize("map_id", ["attacks", "nangarhar"])
def test_the_article_holds_what_the_command_prints(root: Path, map_id: str) -> None:
    article = (root / "docs" / "example-article.html").read_text(encoding="utf-8")
    assert embedding(root / "mapgen.toml", map_id, "../output/", 640) in article


def test_the_script_for_the_article_is_the_one_that_the_command_prints(root: Path) -> None:
    article = (root / "docs" / "example-article.html").read_text(encoding="utf-8")
    both = embedding(root / "mapgen.toml", "attacks", "../output/", 640, resizing=True)
    script = both[both.index("<script>") :]
    assert script in article
    assert len(script.encode()) < 1100


def test_a_link_of_the_article_opens_an_event_in_the_map(
    reader: Page, serve: Callable[..., str]
) -> None:
    reader.goto(serve())
    attacks = framed(reader, "attacks")
    reader.get_by_role("link", name="members of the Sikh and Hindu communities").press("Enter")
    card = attacks.get_by_role("dialog", name="Suicide bombing of Sikhs and Hindus in Jalalabad")
    card.wait_for()
    assert reader.url.endswith("example-article.html")


def test_a_button_of_the_article_narrows_the_map(reader: Page, serve: Callable[..., str]) -> None:
    reader.goto(serve())
    attacks = framed(reader, "attacks")
    reader.get_by_role("button", name="Only 2018").press("Enter")
    attacks.locator(".mg-time", has_text="14 of 76 events").wait_for()
    reader.get_by_role("button", name="Everything").press("Enter")
    attacks.locator(".mg-time", has_text="76 events").wait_for()


def test_the_article_works_under_a_strict_policy(
    reader: Page, serve: Callable[..., str], site: Path
) -> None:
    article = (site / "docs" / "example-article.html").read_text(encoding="utf-8")
    reader.goto(serve(strict(article)))
    attacks = framed(reader, "attacks")
    reader.get_by_role("button", name="Only 2018").press("Enter")
    attacks.locator(".mg-time", has_text="14 of 76 events").wait_for()


def test_the_article_works_from_a_disk(reader: Page, site: Path) -> None:
    reader.goto((site / "docs" / "example-article.html").as_uri())
    attacks = framed(reader, "attacks")
    # By keyboard: right after a scroll the mouse may still meet the frame that lay there before.
    reader.get_by_role("link", name="an office of Save the Children").press("Enter")
    attacks.get_by_role("dialog", name="Attack on an office of Save the Children").wait_for()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1000, "height": 900}])
def test_a_frame_is_as_high_as_its_map_asks_for(
    reader: Page, serve: Callable[..., str], viewport: dict[str, int]
) -> None:
    reader.set_viewport_size(viewport)  # type: ignore[arg-type] # width and height
    reader.goto(serve())
    attacks = framed(reader, "attacks")
    first = attacks.locator(".mg-first")
    reader.wait_for_function(
        "document.querySelector('iframe[name=attacks]').style.height !== '640px'"
    )
    asked = reader.locator("iframe[name=attacks]").evaluate("frame => frame.clientHeight")
    shown = first.evaluate("first => first.offsetHeight")
    assert abs(shown - asked) <= 1


def test_the_article_never_scrolls_sideways_on_a_phone(
    reader: Page, serve: Callable[..., str]
) -> None:
    reader.set_viewport_size(PHONE)  # type: ignore[arg-type] # as above
    reader.goto(serve())
    framed(reader, "attacks")
    assert reader.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_where_frames_are_taken_away_pictures_stay_with_their_credit(
    reader: Page, site: Path
) -> None:
    article = (site / "docs" / "example-article.html").read_text(encoding="utf-8")
    stripped = re.sub(r"<iframe.*?</iframe>|<script>.*?</script>", "", article, flags=re.DOTALL)
    (site / "docs" / "stripped.html").write_text(stripped, encoding="utf-8")
    reader.goto((site / "docs" / "stripped.html").as_uri())
    pictures = reader.locator("figure.mapgen-embed img")
    assert pictures.count() == 2
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("picture => picture.decode()")
        assert picture.evaluate("picture => picture.naturalWidth") == 1200
        box, figure = picture.bounding_box(), picture.locator("xpath=ancestor::figure")
        assert box
        assert box["height"] == pytest.approx(box["width"] * 630 / 1200, abs=1)
        assert "Natural Earth" in figure.locator("figcaption").inner_text()
        assert figure.locator("a").first.get_attribute("href", timeout=1000) in {
            "../output/attacks.html",
            "../output/nangarhar.html",
        }


def varied(site: Path, name: str, attribute: str) -> None:
    """Write an article whose first map comes from elsewhere.

    To give the frame of an open page another map would race with the one that it is loading.
    """
    article = (site / "docs" / "example-article.html").read_text(encoding="utf-8")
    own = 'name="attacks" src="../output/attacks.html"'
    assert article.count(own) == 1
    text = article.replace(own, f'name="attacks" {attribute}')
    (site / "docs" / name).write_text(text, encoding="utf-8")


def test_a_map_written_out_in_the_article_hears_its_buttons(
    reader: Page, serve: Callable[..., str], site: Path
) -> None:
    source = (site / "output" / "attacks.html").read_text(encoding="utf-8")
    varied(site, "written-out.html", f'srcdoc="{html.escape(source)}"')
    reader.goto(serve().replace("example-article", "written-out"))
    attacks = framed(reader, "attacks")
    reader.get_by_role("button", name="Only 2018").press("Enter")
    attacks.locator(".mg-time", has_text="14 of 76 events").wait_for()


def test_a_page_of_another_site_is_not_heard(
    reader: Page, serve: Callable[..., str], site: Path
) -> None:
    host = serve().rsplit("/docs", 1)[0]
    varied(site, "elsewhere.html", f'src="{host}/output/attacks.html"')
    reader.goto(serve().replace("example-article", "elsewhere"))
    attacks = framed(reader, "attacks")
    reader.get_by_role("button", name="Only 2018").press("Enter")
    reader.get_by_role("link", name="members of the Sikh and Hindu communities").hover()
    assert attacks.locator(".mg-time").inner_text().count("76 events") == 1
