"""The list of events in the browser: in step with the map, sorted, searched, at any length."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
from playwright.sync_api import Locator, Page, expect
from shapely import Point
from twin_reader import INSIDE, drawn, head, reports

from mapgen.build import Report

MANY = 2_500
LATEST = "krasnogorsk-2024-03-22"
SAME = """() => {
  const layer = mapgen.layers.events;
  const on = mapgen.map.hasLayer(layer);
  const drawn = [...layer.shown.keys()].filter((row) => on && layer.shown[row] === 1);
  const listed = [...document.querySelectorAll('.mg-twin tr[id]:not([hidden])')]
    .map(({ id }) => Number(id.split(':')[1])).sort((a, b) => a - b);
  return JSON.stringify(drawn) === JSON.stringify(listed) ? drawn.length : -1;
}"""
"""How many events map and list both show; -1 where they differ."""
ON_SCREEN = """() => {
  const number = (it) =>
    Number((/^[0-9,]+(?= event)/.exec(it.getAttribute('aria-label')) ?? ['1'])[0]);
  const all = (parts) => [...document.querySelectorAll(parts)];
  const marks = all('.mg-focus button, path.mg-area, .mg-edges button');
  const rows = all('.mg-twin tr[id]:not([hidden])');
  const named = (it) => it.querySelector('th').textContent;
  return {
    marks: marks.map(number).reduce((sum, n) => sum + n, 0),
    single: all('.mg-focus button').map(it => it.getAttribute('aria-label'))
      .filter(name => !/^[0-9,]+ events/.test(name)).sort(),
    rows: rows.length,
    unplaced: mapgen.map.hasLayer(mapgen.layers.events)
      ? rows.filter(it => /no place|not on the map/.test(it.cells[3].textContent)).length : 0,
    titles: rows.map(named),
  };
}"""
"""What stands on the screen: events of all marks, names of marks of one event, rows of the list."""
RECORDS = [
    ("Blast in Qalʿa", "2020-03-01", "blast", "Qalʿa", 0, (70, 34)),
    ("Air strike", "2019-02-01", "strike", "Kabul", None, (69, 34)),
    ("Élysée talks", None, "talks", None, 12, (2, 48)),
    ("Clash by the road", "2018-01-01", "blast", "Kabul", 3, None),
]
"""Title, date, type, place, toll and position."""


@pytest.fixture
def few(tmp_path: Path, visit: Callable) -> Page:
    """A page of the four records."""
    columns = dict(
        zip(
            ("title", "date", "event_type", "location", "fatalities", "at"),
            zip(*RECORDS, strict=True),
            strict=True,
        )
    )
    at = columns.pop("at")
    columns["sources"] = [[{"title": "A paper", "publisher": f"Press {n}"}] for n in range(len(at))]
    points = [Point(*place) if place else None for place in at]
    frame = geopandas.GeoDataFrame(columns, geometry=points, crs=4326)
    page: Page = visit(drawn(frame, tmp_path / "few.html")).page
    expect(head(page, "Date")).to_be_attached()
    return page


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of more events than have rows; the first has no date, the second no place."""
    frame = reports(MANY)
    frame["fatalities"] = frame["fatalities"].astype("Int32")
    frame.loc[0, "date"] = None
    frame.loc[1, "geometry"] = None
    frame.loc[2, "fatalities"] = None
    frame.loc[3, "fatalities"] = 999_999
    return drawn(frame, tmp_path_factory.mktemp("long") / "long.html")


@pytest.fixture
def long(long_file: Path, visit: Callable) -> Page:
    page: Page = visit(long_file).page
    grid(page).scroll_into_view_if_needed()
    expect(rows(page).first).to_contain_text(" in ")
    return page


def grid(page: Page) -> Locator:
    return page.get_by_role("grid")


def rows(page: Page) -> Locator:
    return page.locator(".mg-long-row:not([hidden])")


def titles(page: Page) -> list[str]:
    return page.locator(".mg-twin tr[id]:not([hidden]) th").all_inner_texts()


def search(page: Page, words: str) -> None:
    page.get_by_label("Search the list").fill(words)


def found(page: Page) -> Locator:
    return page.locator("#mg-found")


def count(page: Page) -> Locator:
    return page.locator("#mg-twin-count")


FIRST = [RECORDS[n][0] for n in (3, 1, 0, 2)]
"""Titles in the order of the page: by date, undated last."""


def test_a_list_is_sorted_by_toll_with_the_unknown_last_both_ways(few: Page) -> None:
    head(few, "Deaths").click()
    assert titles(few) == [RECORDS[n][0] for n in (0, 3, 2, 1)]
    head(few, "Deaths").click()
    assert titles(few) == [RECORDS[n][0] for n in (2, 3, 0, 1)]


def test_undated_events_come_last_both_ways(few: Page) -> None:
    head(few, "Date").click()
    assert titles(few) == FIRST
    head(few, "Date").click()
    assert titles(few) == [RECORDS[n][0] for n in (0, 1, 3, 2)]


def test_events_without_a_place_come_last_and_equals_keep_their_order(few: Page) -> None:
    head(few, "Place").click()
    assert titles(few) == [RECORDS[n][0] for n in (3, 1, 0, 2)]
    head(few, "Type").click()
    assert titles(few) == [RECORDS[n][0] for n in (3, 0, 1, 2)]


def test_a_head_says_how_it_sorts_and_goes_back_to_the_first_order(few: Page) -> None:
    cell = few.locator(".mg-twin thead th").first
    orders = []
    for _ in range(3):
        head(few, "Event").click()
        orders.append((cell.get_attribute("aria-sort"), titles(few)))
    assert orders == [
        ("ascending", [RECORDS[n][0] for n in (1, 0, 3, 2)]),
        ("descending", [RECORDS[n][0] for n in (2, 3, 0, 1)]),
        (None, FIRST),
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("elysee", 2),
        ("AIR", 1),
        ("strike kabul", 1),
        ("press 3", 3),
        ("talks", 2),
    ],
)
def test_a_search_finds_titles_places_types_and_sources(few: Page, words: str, wanted: int) -> None:
    search(few, words)
    expect(found(few)).to_have_text("1 found.")
    assert titles(few) == [RECORDS[wanted][0]]


def test_a_search_that_finds_nothing_says_so(few: Page) -> None:
    search(few, "nowhere")
    expect(found(few)).to_have_text("Nothing found.")
    assert titles(few) == []
    few.keyboard.press("Escape")
    expect(found(few)).to_have_text("")
    assert titles(few) == FIRST


def test_a_search_keeps_its_order_and_tells_what_filters_hide_of_it(few: Page) -> None:
    head(few, "Date").click()
    head(few, "Date").click()
    search(few, "kabul")
    expect(found(few)).to_have_text("2 found.")
    assert titles(few) == [RECORDS[1][0], RECORDS[3][0]]
    few.evaluate("mapgen.filter({from: '2019', to: '2019'})")
    expect(found(few)).to_have_text("1 found. 1 more is hidden by filters.")
    assert titles(few) == [RECORDS[1][0]]


def test_the_count_tells_what_is_hidden_undated_and_off_the_map(few: Page) -> None:
    expect(count(few)).to_have_text(
        "4 events. 1 of them has no place on the map. 1 of them is undated."
    )
    few.evaluate("mapgen.filter({from: '2019'})")
    expect(count(few)).to_have_text("2 events. 2 hidden by filters.")


def test_an_event_opened_on_the_map_is_marked_in_the_list(few: Page) -> None:
    few.evaluate("mapgen.show('2')")
    expect(few.locator("tr[aria-current=true]")).to_have_count(1)
    few.keyboard.press("Escape")
    expect(few.locator("tr[aria-current]")).to_have_count(0)


def test_a_marked_row_comes_into_view_without_moving_the_page(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html").page
    expect(head(page, "Date")).to_be_attached()
    page.evaluate("id => mapgen.show(id)", LATEST)
    expect(page.locator("tr[aria-current=true]")).to_contain_text("Crocus")
    assert page.evaluate("scrollY") == 0
    page.evaluate("document.querySelector('.mg-twin').scrollIntoView()")
    before = page.evaluate("scrollY")
    page.wait_for_function(INSIDE)
    assert page.evaluate("scrollY") == before


def test_list_and_marks_show_the_same_events_whatever_is_switched(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html").page
    expect(head(page, "Date")).to_be_attached()
    moves = {
        "mapgen.filter({from: '2018', to: '2018'})": None,
        "mapgen.filter({types: ['attack']})": 54,
        "mapgen.filter()": 76,
        "document.querySelector('[data-layer=\"events.attack\"]').click()": 22,
        "document.querySelector('[data-layer=\"events\"]').click()": 0,
        "mapgen.show('events')": 22,
        "mapgen.show('events.attack')": 76,
    }
    for move, wanted in moves.items():
        page.evaluate(f"void {move}")
        page.wait_for_function(f"() => ({SAME})() !== -1")
        shown = page.evaluate(SAME)
        assert shown == wanted if wanted is not None else 0 < shown < 76


@pytest.mark.parametrize(
    "move",
    [
        "mapgen.filter()",
        "mapgen.filter({from: '2018', to: '2018'})",
        "mapgen.filter({types: ['counter_operation', 'political']})",
        "document.querySelector('[data-layer=\"events.attack\"]').click()",
    ],
)
def test_the_marks_on_the_screen_add_up_to_the_rows_of_the_list(
    built: tuple[Path, Report], visit: Callable, move: str
) -> None:
    # Counted where a reader meets them, not where the page keeps them.
    page = visit(built[0] / "attacks.html").page
    expect(head(page, "Date")).to_be_attached()
    page.evaluate(f"void {move}")
    page.wait_for_timeout(500)
    seen = page.evaluate(ON_SCREEN)
    assert seen["rows"] > 10
    assert seen["marks"] + seen["unplaced"] == seen["rows"]
    assert len(seen["single"]) > 1
    assert set(seen["single"]) <= set(seen["titles"])


def test_a_list_on_a_phone_does_not_move_the_page_sideways(
    built: tuple[Path, Report], long_file: Path, visit: Callable
) -> None:
    for path in (built[0] / "attacks.html", long_file):
        page = visit(path, viewport={"width": 360, "height": 640}).page
        page.locator(".mg-twin").scroll_into_view_if_needed()
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_the_list_is_whole_and_offers_nothing_that_needs_them(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html", ready=False, java_script_enabled=False).page
    expect(page.locator(".mg-twin tr[id]")).to_have_count(76)
    expect(page.locator(".mg-find")).to_be_hidden()
    box = page.locator(".mg-scroll")
    assert box.evaluate("box => getComputedStyle(box).maxHeight") == "none"


def test_on_paper_the_whole_list_stands(built: tuple[Path, Report], visit: Callable) -> None:
    page = visit(built[0] / "attacks.html").page
    page.emulate_media(media="print")
    expect(page.locator(".mg-find")).to_be_hidden()
    box = page.locator(".mg-scroll")
    assert box.evaluate("box => getComputedStyle(box).maxHeight") == "none"


def test_a_long_list_comes_although_nobody_goes_to_it(long_file: Path, visit: Callable) -> None:
    page: Page = visit(long_file).page
    expect(grid(page)).to_be_attached()
    assert page.evaluate("scrollY") == 0


def test_a_long_list_makes_rows_for_what_is_in_view_only(long: Page) -> None:
    assert rows(long).count() < 30
    expect(grid(long)).to_have_attribute("aria-rowcount", str(MANY + 1))
    expect(rows(long).first).to_have_attribute("aria-rowindex", "2")


def test_a_long_list_is_walked_and_opened_by_keyboard_alone(long: Page) -> None:
    grid(long).focus()
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    index = f"{active}.ariaRowIndex"
    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "Home", "PageDown", "PageUp"):
        long.keyboard.press(key)
        reached.append(int(long.evaluate(index)))
    assert reached[:5] == [3, 4, 3, MANY + 1, 2]
    assert reached[5] > 5
    assert reached[6] == 2
    title = long.evaluate(f"{active}.firstChild.textContent")
    long.keyboard.press("Enter")
    expect(long.get_by_role("dialog")).to_contain_text(title)
    expect(long.locator("[aria-current=true]")).to_contain_text(title)
    long.keyboard.press("Escape")
    expect(grid(long)).to_be_focused()


def test_a_long_list_is_sorted_by_toll_with_the_unknown_last(long: Page) -> None:
    head(long, "Deaths").click()
    grid(long).focus()
    long.keyboard.press("End")
    expect(rows(long).last).to_contain_text("not known")
    head(long, "Deaths").click()
    expect(rows(long).first).to_contain_text("999,999")
    grid(long).focus()
    long.keyboard.press("End")
    expect(rows(long).last).to_contain_text("not known")


def test_a_long_list_ends_with_the_undated(long: Page) -> None:
    grid(long).focus()
    long.keyboard.press("End")
    expect(rows(long).last).to_contain_text("undated")


def test_a_long_list_is_searched_through_all_its_words(long: Page) -> None:
    search(long, "road to ambush")
    expect(found(long)).to_have_text("Nothing found.")
    search(long, "ambush")
    expect(found(long)).to_have_text(re.compile(r"^\d+ found\.$"))
    number = int((found(long).text_content() or "").split(" ")[0].replace(",", ""))
    expect(grid(long)).to_have_attribute("aria-rowcount", str(number + 1))
    others = rows(long).filter(has_not_text="Ambush")
    expect(others).to_have_count(0)


def test_a_long_list_comes_back_after_a_search_that_found_nothing(long: Page) -> None:
    before = rows(long).count()
    search(long, "nowhere")
    expect(rows(long)).to_have_count(0)
    search(long, "")
    expect(rows(long)).to_have_count(before)


def test_a_long_list_is_scrolled_to_any_of_its_events(long: Page) -> None:
    grid(long).evaluate("box => { box.scrollTop = box.scrollHeight; }")
    expect(rows(long).last).to_have_attribute("aria-rowindex", str(MANY + 1))
    expect(rows(long).last).to_contain_text(" in ")


def test_a_long_list_shows_the_events_that_the_map_does(long: Page) -> None:
    long.evaluate("mapgen.filter({types: ['battle'], from: '2015'})")
    shown = "mapgen.layers.events.shownCount"
    expect(count(long)).to_contain_text(f"{long.evaluate(shown):,} events.")
    expect(grid(long)).to_have_attribute("aria-rowcount", str(long.evaluate(shown) + 1))
    for cell in long.locator(".mg-long-row:not([hidden]) .mg-cell-type").all_inner_texts():
        assert cell == "Battle"


def test_an_event_of_a_long_list_opened_on_the_map_is_marked_in_it(long: Page) -> None:
    long.evaluate("mapgen.show('2000')")
    expect(long.locator(".mg-long-row[aria-current=true]")).to_be_attached()


def test_without_scripts_a_long_list_is_a_summary(long_file: Path, visit: Callable) -> None:
    page = visit(long_file, ready=False, java_script_enabled=False).page
    expect(page.locator(".mg-summary")).to_be_visible()
    expect(page.locator(".mg-long")).to_be_hidden()


def test_a_long_list_reads_from_the_right_where_the_page_does(
    tmp_path: Path, visit: Callable
) -> None:
    frame = reports(MANY).assign(date="2020")
    page = visit(drawn(frame, tmp_path / "fa.html", "fa")).page
    grid(page).scroll_into_view_if_needed()
    cells = rows(page).first.get_by_role("gridcell")
    expect(cells).to_have_count(5)
    boxes = [cell.bounding_box() for cell in cells.all()]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts, reverse=True)
