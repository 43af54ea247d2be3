"""Reading in the cards: one event, the list of many, words that are damaged."""

import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
from playwright.sync_api import Page

import mapgen

BLOCK = 4096
MANY = BLOCK + 500
KABUL, HERAT = (69.2, 34.5), (62.2, 34.3)


def written(folder: Path, words: dict[str, list[object]], spots: list[tuple[float, float]]) -> Path:
    """Return the page of a map of events at these spots."""
    points = geopandas.points_from_xy(*zip(*spots, strict=True))
    frame = geopandas.GeoDataFrame(words, geometry=points, crs=4326)
    drawn = mapgen.Map(title="Events", description="Events", basemap=False, focus=(60, 30, 72, 38))
    mapgen.EventLayer(frame, name="Events", id="events").add_to(drawn)
    drawn.save(folder / "page.html")
    return folder / "page.html"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Events of two blocks of words, the first block in Kabul and the rest in Herat."""
    days = [f"{2001 + row // 336}-{row // 28 % 12 + 1:02}-{row % 28 + 1:02}" for row in range(MANY)]
    return written(
        tmp_path_factory.mktemp("many"),
        {
            "id": [f"event-{row}" for row in range(MANY)],
            "title": [f"Event {row}" for row in range(MANY)],
            "date": days,
            "event_type": ["attack" if row % 3 else "talks" for row in range(MANY)],
        },
        [KABUL if row < BLOCK else HERAT for row in range(MANY)],
    )


@pytest.fixture(scope="module")
def damaged(many: Path) -> Path:
    """The same page, with half of its second block of words."""
    whole = many.read_text(encoding="utf-8")
    block = re.search(r'id="mapgen-events-words-1">([^<]+)<', whole)
    assert block is not None
    page = many.with_name("damaged.html")
    page.write_text(whole.replace(block[1], block[1][: len(block[1]) // 8 * 4]), encoding="utf-8")
    return page


def listed(page: Page) -> list[str]:
    titles: list[str] = page.locator(".mg-choices button").all_text_contents()
    return titles


def test_a_list_begins_with_the_fifty_newest(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.get_by_role("button", name="500 events").press("Enter")
    newest = range(MANY - 1, MANY - 51, -1)
    page.get_by_role("button", name=f"Event {MANY - 1}").wait_for()
    assert listed(page) == [f"Event {row}" for row in newest]


def test_a_list_says_how_many_events_are_of_each_type(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.get_by_role("button", name="500 events").press("Enter")
    tally = page.locator(".mg-tally span").all_text_contents()
    assert sorted(tally) == ["Attack 334", "Talks 166"]


def test_a_list_goes_on_at_a_press_and_the_focus_with_it(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.get_by_role("button", name="500 events").press("Enter")
    page.get_by_role("button", name="Show 50 more").click()
    assert page.locator(".mg-choices li").count() == 100
    assert page.evaluate("document.activeElement.textContent") == f"Event {MANY - 51}"


def test_a_list_ends_with_the_oldest(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.get_by_role("button", name="500 events").press("Enter")
    more = page.locator(".mg-more")
    while more.is_visible():
        more.click()
    assert page.locator(".mg-choices li").count() == 500
    assert page.locator(".mg-choices button").last.text_content() == f"Event {BLOCK}"


def test_an_event_of_the_list_opens_in_its_place(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.get_by_role("button", name="500 events").press("Enter")
    page.get_by_role("button", name=f"Event {MANY - 3}").click()
    assert page.get_by_role("dialog", name=f"Event {MANY - 3}").is_visible()


def test_an_event_is_found_in_any_block(many: Path, visit: Callable) -> None:
    page = visit(many).page
    assert page.evaluate("mapgen.show('event-4200')") is True
    assert page.get_by_role("dialog", name="Event 4200").is_visible()


def test_damaged_words_are_said_and_what_the_numbers_say_stands(
    damaged: Path, visit: Callable
) -> None:
    page = visit(damaged).page
    page.evaluate("mapgen.show('event-4200')")
    card = page.get_by_role("dialog")
    assert "are damaged" in card.get_by_role("alert").inner_text()
    assert "2013" in card.locator("dd").first.inner_text()
    assert page.locator(".mg-marks").is_visible()


def test_damaged_words_are_said_once_in_a_list(damaged: Path, visit: Callable) -> None:
    page = visit(damaged).page
    page.get_by_role("button", name="500 events").press("Enter")
    page.get_by_role("alert").wait_for()
    assert page.get_by_role("dialog").get_by_role("alert").count() == 1
    assert set(listed(page)) == {"Attack", "Talks"}


def test_one_damaged_block_leaves_the_others_whole(damaged: Path, visit: Callable) -> None:
    page = visit(damaged).page
    page.evaluate("mapgen.show('event-7')")
    assert page.get_by_role("dialog", name="Event 7").get_by_role("alert").count() == 0


SLOW = """
() => {
const Whole = DecompressionStream;
globalThis.DecompressionStream = function (format) {
  const { readable, writable } = new Whole(format);
  const wait = () => new Promise((done) => setTimeout(done, 1500));
  const late = new TransformStream({
    transform: (chunk, stream) => wait().then(() => stream.enqueue(chunk)),
  });
  return { writable, readable: readable.pipeThrough(late) };
};
}
"""
"""Makes inflating last for more than a second, as on a slow phone."""


def test_a_card_that_waits_for_words_says_what_the_numbers_know(
    many: Path, visit: Callable
) -> None:
    page = visit(many).page
    page.evaluate(SLOW)
    page.get_by_role("button", name="4,096 events").press("Enter")
    page.locator(".mg-choices button").first.press("Enter")
    page.get_by_role("dialog", name="Talks, 8 March 2013").wait_for()
    page.get_by_role("dialog", name="Event 4095").wait_for()


def test_words_that_come_too_late_open_no_card(many: Path, visit: Callable) -> None:
    page = visit(many).page
    page.evaluate(SLOW)
    page.get_by_role("button", name="4,096 events").press("Enter")
    page.locator(".mg-choices button").first.press("Enter")
    page.get_by_role("dialog", name="Talks, 8 March 2013").press("Escape")
    page.wait_for_timeout(2000)
    assert page.get_by_role("dialog").count() == 0


def test_bare_numbers_are_called_by_type_and_date(tmp_path: Path, visit: Callable) -> None:
    columns: dict[str, list[object]] = {"date": ["2021-08-26"], "event_type": ["attack"]}
    page = visit(written(tmp_path, columns, [KABUL])).page
    page.get_by_role("button", name="attack, 26 August 2021").press("Enter")
    assert page.get_by_role("dialog", name="attack").is_visible()


def test_a_list_of_bare_numbers_tells_events_apart_by_their_deaths(
    tmp_path: Path, visit: Callable
) -> None:
    columns: dict[str, list[object]] = {"date": ["2021-08-26"] * 3, "fatalities": [4, None, 0]}
    page = visit(written(tmp_path, columns, [KABUL] * 3)).page
    page.get_by_role("button", name="3 events").press("Enter")
    lines = page.locator(".mg-choices small").all_text_contents()
    day = "26 August 2021"
    assert sorted(lines) == [day, f"{day} · Deaths: 0", f"{day} · Deaths: 4"]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2015-03-02/..", "from 2 March 2015 on"),
        ("../2015-03-02", "until 2 March 2015"),
        ("2014~", "about 2014"),
        ("2014-02?", "in February 2014, not certain"),
        (None, "not known"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(
    date: str | None, said: str, tmp_path: Path, visit: Callable
) -> None:
    page = visit(written(tmp_path, {"title": ["Event"], "date": [date]}, [KABUL])).page
    page.evaluate("mapgen.show('1')")
    assert page.get_by_role("dialog").locator("dd").first.inner_text() == said
