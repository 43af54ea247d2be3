"""A list of many rows: they stand in bodies, of which the browser lays out those in sight."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader
from twin_reader import INSIDE, drawn, head, reports

MANY = 613
PHONE = {"width": 360, "height": 640}
LAID_OUT = """rows => rows.filter(
  row => row.checkVisibility({contentVisibilityAuto: true})).length"""
LEFTS = "cells => cells.map(cell => Math.round(cell.getBoundingClientRect().left))"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(reports(MANY), tmp_path_factory.mktemp("many") / "many.html")


def opened(visit: Callable, path: Path, **options: object) -> Page:
    """The page, scrolled to its list."""
    page: Page = visit(path, **options).page
    page.locator(".mg-scroll").scroll_into_view_if_needed()
    expect(head(page, "Event")).to_be_attached()
    return page


@pytest.fixture
def many(path: Path, visit: Callable) -> Page:
    return opened(visit, path)


def rows(page: Page) -> Locator:
    return page.locator(".mg-twin tr[id]:not([hidden])")


def titles(page: Page) -> list[str]:
    return page.locator(".mg-twin tr[id]:not([hidden]) th").all_text_contents()


def go_to_the_end(page: Page) -> None:
    page.locator(".mg-scroll").evaluate("box => { box.scrollTop = box.scrollHeight }")
    page.wait_for_function(
        "() => document.querySelector('.mg-twin tbody:last-child tr:last-child')"
        ".checkVisibility({contentVisibilityAuto: true})"
    )


@pytest.mark.parametrize("viewport", [{"width": 1000, "height": 700}, PHONE])
def test_only_rows_near_those_in_sight_are_laid_out(
    path: Path, visit: Callable, viewport: dict[str, int]
) -> None:
    page = opened(visit, path, viewport=viewport)
    assert 20 < rows(page).evaluate_all(LAID_OUT) < MANY / 2
    go_to_the_end(page)
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_the_columns_of_all_rows_stand_below_their_heads(many: Page) -> None:
    heads = many.locator(".mg-twin thead th").evaluate_all(LEFTS)
    assert len(heads) == 6
    assert all(left < right for left, right in pairwise(heads))
    for at in (0, 7, 30):
        assert rows(many).nth(at).locator("th, td").evaluate_all(LEFTS) == heads


def test_they_are_sorted_over_all_bodies(many: Page) -> None:
    assert titles(many) != sorted(titles(many))
    head(many, "Event").click()
    assert titles(many) == sorted(titles(many))
    assert len(titles(many)) == MANY
    sizes = many.locator(".mg-twin tbody").evaluate_all("all => all.map(it => it.rows.length)")
    assert max(sizes) <= 50
    head(many, "Event").click()
    assert titles(many) == sorted(titles(many), reverse=True)


def test_a_search_leaves_no_empty_room(many: Page) -> None:
    box = many.locator(".mg-scroll")
    before = box.evaluate("box => box.scrollHeight")
    # The browser remembers how high were those that it has laid out.
    for top in range(before, -1, -1000):
        box.evaluate("(box, top) => { box.scrollTop = top }", top)
        many.wait_for_timeout(50)
    word = titles(many)[-1].split()[-1]
    many.get_by_label("Search the list").fill(word)
    expect(many.locator("#mg-found")).to_contain_text("found")
    found = rows(many).count()
    assert 0 < found < 20
    height = many.locator(".mg-twin thead").bounding_box()["height"]
    shown = rows(many).evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height).reduce((sum, h) => sum + h)"
    )
    assert box.evaluate("box => box.scrollHeight") == pytest.approx(height + shown, abs=4)
    many.keyboard.press("Escape")
    expect(rows(many)).to_have_count(MANY)
    assert box.evaluate("box => box.scrollHeight") > before / 2


@pytest.mark.parametrize("viewport", [{"width": 1000, "height": 700}, PHONE])
def test_an_event_that_opens_far_down_the_list_comes_into_view(
    path: Path, visit: Callable, viewport: dict[str, int]
) -> None:
    page = opened(visit, path, viewport=viewport)
    row = rows(page).nth(MANY - 200)
    page.evaluate("id => mapgen.show(id)", row.evaluate("row => row.id.split(':')[1]"))
    expect(page.locator("tr[aria-current=true]")).to_have_count(1)
    page.wait_for_function(INSIDE)


def test_the_heads_stay_above_the_rows(many: Page) -> None:
    many.locator(".mg-scroll").evaluate("box => { box.scrollTop = 2000 }")
    many.wait_for_timeout(200)
    box = head(many, "Event").bounding_box()
    at = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert many.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('thead') !== null", at
    )


def test_a_screen_reader_has_the_whole_table(path: Path, screen_reader: Browser) -> None:
    page = screen_reader.new_page()
    page.goto(path.as_uri())
    page.locator("html[data-mapgen=ready]").wait_for(state="attached")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]
    assert roles.count("table") == 1
    assert roles.count("row") == MANY + 1
    assert roles.count("rowheader") == MANY


def test_without_scripts_a_link_to_a_row_jumps_to_it(path: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    last = page.locator(".mg-twin tr[id]").last.get_attribute("id")
    page.goto(f"{path.as_uri()}#{last}")
    page.wait_for_timeout(300)
    box = page.locator(f"[id='{last}']").bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]
    page.close()


def test_on_paper_all_rows_stand(many: Page, tmp_path: Path) -> None:
    wanted = titles(many)
    many.pdf(path=tmp_path / "page.pdf", format="A4", print_background=True)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages)
    # Printed letters may be joined.
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    assert [title for title in wanted if title not in words] == []
