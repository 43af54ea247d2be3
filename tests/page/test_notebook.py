"""A map as the result of a notebook's cell, executed by a real kernel and opened in a browser."""

import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import geopandas
import nbformat
import pytest
from shapely import Point

import mapgen
from mapgen.page import Map

READY = "html[data-mapgen=ready]"
CELL = """
import geopandas, mapgen
from shapely import Point
events = geopandas.GeoDataFrame({"title": ['A "<b>b</b>"']}, geometry=[Point(-19.6, 63.6)])
shown = mapgen.Map(title='Two "marks" & a <tag>')
mapgen.EventLayer(events, name="Events").add_to(shown)
shown
"""


class Frames(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.frames += [dict(attrs)] if tag == "iframe" else []


def frames(markup: str) -> list[dict[str, str | None]]:
    reader = Frames()
    reader.feed(markup)
    return reader.frames


@pytest.fixture
def shown() -> Map:
    events = geopandas.GeoDataFrame({"title": ["One"]}, geometry=[Point(10, 20)])
    made = mapgen.Map(title='A "title" & <more>', basemap=False)
    mapgen.EventLayer(events, name="Events").add_to(made)
    return made


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook, executed and exported as HTML by nbconvert in processes of their own."""
    folder = tmp_path_factory.mktemp("notebook")
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    nbformat.write(book, folder / "map.ipynb")
    words = ["-m", "nbconvert", "--execute", "--to", "html", "map.ipynb"]
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "map.html"


def test_the_frame_holds_the_very_page(shown: Map) -> None:
    (frame,) = frames(shown._repr_html_())
    assert frame["srcdoc"] == shown.html()


def test_the_frame_has_the_title_of_the_map(shown: Map) -> None:
    (frame,) = frames(shown._repr_html_())
    assert frame["title"] == 'A "title" & <more>'


def test_the_frame_has_no_rights_over_the_notebook(shown: Map) -> None:
    (frame,) = frames(shown._repr_html_())
    assert "allow-same-origin" not in str(frame["sandbox"])


def test_the_frame_names_no_address(shown: Map) -> None:
    (frame,) = frames(shown._repr_html_())
    assert "src" not in frame


def test_the_figure_of_a_map_shows_the_same(shown: Map) -> None:
    assert shown.get_root()._repr_html_() == shown._repr_html_()


def test_a_map_in_an_exported_notebook_becomes_ready(exported: Path, visit: Callable) -> None:
    seen = visit(exported, ready=False)
    frame = seen.page.frame_locator("iframe")
    frame.locator(READY).wait_for(state="attached")
    assert frame.locator("h1").text_content() == 'Two "marks" & a <tag>'


def test_a_map_in_an_exported_notebook_asks_for_nothing(exported: Path, visit: Callable) -> None:
    seen = visit(exported, ready=False)
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.frame.url))
    seen.page.reload()
    seen.page.frame_locator("iframe").locator(READY).wait_for(state="attached")
    assert [url for url in asked if url.startswith("about:")] == []
