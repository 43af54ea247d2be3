"""Our own map of attacks in each language: the page speaks it, and no English beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from mapgen.build import build
from mapgen.project import LANGUAGES

ROOT = Path(__file__).parents[2]
OTHERS = [lang for lang in LANGUAGES if lang != "en"]
# Text of the data stands in a bdi or runs as its letters do; a licence is worded by its holder,
# and a key of the keyboard is called what stands on it.
SAID = """() => {
  const data = "script, style, bdi, [dir=auto], .mg-place-name, .mg-foot, .mg-poster, #mg-help";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest(data))
      found.push(walker.currentNode.data.trim());
  return found.filter(Boolean);
}"""
CALLED = """() => [...document.querySelectorAll("[aria-label], [title], [placeholder]")].flatMap(
  (node) => ["aria-label", "title", "placeholder"].map((name) => node.getAttribute(name) ?? ""))"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the map of attacks in a language, once."""
    known: dict[str, Path] = {}

    def built(lang: str) -> Path:
        if lang not in known:
            folder = tmp_path_factory.mktemp(lang)
            for name in ("data", "geo"):
                (folder / name).symlink_to(ROOT / name)
            text = (ROOT / "mapgen.toml").read_text(encoding="utf-8")
            spoken = text.replace('lang = "en"', f'lang = "{lang}"', 1)
            (folder / "mapgen.toml").write_text(spoken, encoding="utf-8")
            build(folder / "mapgen.toml", None)
            known[lang] = folder / "output" / "attacks.html"
        return known[lang]

    return built


def read(page: Any) -> None:  # noqa: ANN401 - Playwright's page
    """Open the card of an event."""
    page.locator(".mg-twin tbody th a").first.click()
    page.locator(".mg-card .mg-sources").wait_for()


def english() -> list[re.Pattern[str]]:
    """Return what the English sentences look like, their gaps filled without Latin letters."""
    text = files("mapgen").joinpath("page", "words", "en.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    sentences = {
        word for word in words.values() if re.search("[A-Za-z]", re.sub(r"{\w+}", "", word))
    }
    return [
        re.compile("[^A-Za-z]+".join(map(re.escape, re.split(r"{\w+}", sentence))))
        for sentence in sorted(sentences)
    ]


@pytest.mark.parametrize("lang", OTHERS)
def test_what_a_page_says_itself_has_no_latin_letter(
    visit: Callable[..., Any], pages: Callable[[str], Path], lang: str
) -> None:
    page = visit(pages(lang), viewport={"width": 1400, "height": 900}).page
    read(page)
    said = page.evaluate(SAID)
    assert len(said) > 100
    assert [text for text in said if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_no_part_of_a_page_is_called_by_an_english_word(
    visit: Callable[..., Any], pages: Callable[[str], Path], lang: str
) -> None:
    page = visit(pages(lang), viewport={"width": 1400, "height": 900}).page
    read(page)
    called = set(page.evaluate(CALLED)) - {""}
    assert len(called) > 10
    assert {name for name in called for word in english() if word.fullmatch(name)} == set()


@pytest.mark.parametrize("lang", ["fa", "ps"])
def test_no_number_of_a_page_stands_in_the_digits_of_another_language(
    visit: Callable[..., Any], pages: Callable[[str], Path], lang: str
) -> None:
    page = visit(pages(lang), viewport={"width": 1400, "height": 900}).page
    read(page)
    said = [*page.evaluate(SAID), *page.locator(".leaflet-control-scale bdi").all_inner_texts()]
    assert [text for text in said if re.search("[0-9]", text)] == []
