"""Whatever words the data hold, they arrive as these words and run nothing."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import geopandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, box

import mapgen

HOSTILE = {
    "closing script": "</script><script>document.title='pwned'</script>",
    "closing style": "</style><style>body{display:none}</style>",
    "comment": "<!--<script>--> ]]>",
    "template literal": "${document.title='pwned'} `${1}`",
    "backslashes": "C:\\path\\20190221 \\u0041 \\",
    "quotes": "\"double\" 'single' &quot; &amp;lt;",
    "image": "<img src=x onerror=\"document.title='pwned'\">",
    "separators": "line\u2028separator\u2029paragraph",
    "bidi controls": "\u202eright\u202c \u2066left\u2069 \u200f",
    "braces": "{{ 7*7 }} {% raw %} {# #}",
    "astral": "😀 \U00010348 ﷽",
}


def hostile_map(text: str, folder: Path) -> Path:
    sources = [{"title": text, "publisher": text, "url": "https://example.org/"}]
    words = {"title": [text], "description": [text], "location": [text], "caution": [text]}
    words |= {"admin1": [text], "fatalities_note": [text], "sources": [sources]}
    point = geopandas.GeoDataFrame(words, geometry=[Point(10, 10)], crs=4326)
    area = geopandas.GeoDataFrame(
        {"title": [text], "description": [text]}, geometry=[box(5, 5, 15, 15)], crs=4326
    )
    drawn = mapgen.Map(title=text, description=text, basemap=False, focus=(0, 0, 20, 20))
    mapgen.RegionLayer(area, name=text, id="areas").add_to(drawn)
    mapgen.PlaceLayer(point[["title", "description", "geometry"]], name=text, id="places").add_to(
        drawn
    )
    mapgen.EventLayer(point, name=text, id="events").add_to(drawn)
    drawn.save(folder / "hostile.html")
    return folder / "hostile.html"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_arrives_as_text_and_runs_nothing(
    text: str, tmp_path: Path, visit: Callable
) -> None:
    seen = visit(hostile_map(text, tmp_path))
    page = seen.page
    assert page.evaluate("document.title") == re.sub(r"[ \t\n\r\f]+", " ", text).strip()
    assert page.locator("h1").text_content() == text
    assert page.locator("label.mg-row bdi").first.text_content() == text
    page.evaluate("mapgen.show('1')")
    card = page.get_by_role("dialog")
    assert card.locator("h2").text_content() == text
    assert text in str(card.text_content())
    assert page.locator("tbody th bdi").text_content() == text
    assert page.locator("img").count() == 0
    assert seen.complaints == []
    assert len(seen.requests) == 1


class Elements(HTMLParser):
    """Counts the elements of a page, and keeps its heading as a browser reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["h1"] and not self.heading:
            self.heading = data


def elements(text: str, folder: Path) -> Elements:
    parser = Elements()
    parser.feed(hostile_map(text, folder).read_text(encoding="utf-8"))
    return parser


@settings(max_examples=60)
@given(
    text=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"])
        | st.sampled_from("<>&\"'`${}\\/-!"),
        min_size=1,
        max_size=40,
    ).filter(str.strip)
)
def test_no_text_adds_an_element_to_the_page(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = elements("plain", tmp_path_factory.mktemp("plain"))
    found = elements(text, tmp_path_factory.mktemp("found"))
    assert found.tags == plain.tags
