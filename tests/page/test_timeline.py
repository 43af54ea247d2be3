"""The timeline: bars, brush, play, the count, and what goes in step with them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
from playwright.sync_api import Locator, Page, expect
from shapely import Point

import mapgen
from mapgen.build import Report

DATES = "all => all.filter(row => !row.hidden).map(row => row.querySelector('time')?.dateTime)"
HEIGHTS = """all => all.map(path => {
  const heights = [...path.getAttribute('d').matchAll(/M\\d+ (\\d+)V(\\d+)/g)];
  return heights.map(([, low, high]) => low - high);
})"""


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html").page
    return page


def save(folder: Path, dates: list[str | None], lang: str = "en") -> Path:
    """Write a page of one event a date and return its path."""
    frame = geopandas.GeoDataFrame(
        {"title": [f"Event {i}" for i in range(len(dates))], "date": dates},
        geometry=[Point(10 + i % 7, 10 + i % 5) for i in range(len(dates))],
        crs=4326,
    )
    drawn = mapgen.Map(title="A map", lang=lang, basemap=False)
    mapgen.EventLayer(frame, name="Events").add_to(drawn)
    drawn.save(folder / "map.html")
    return folder / "map.html"


def ends(page: Page) -> tuple[Locator, Locator]:
    first, last = page.get_by_role("slider").all()
    return first, last


def line(page: Page) -> Locator:
    return page.locator(".mg-time p")


def period(page: Page) -> Locator:
    return page.locator(".mg-time strong")


def plot(page: Page) -> dict[str, float]:
    box = page.locator(".mg-time-plot").bounding_box()
    assert box is not None
    return dict(box)


def drag(page: Page, start: float, stop: float) -> None:
    """Draw over the bars between two shares of their width."""
    box = plot(page)
    height = box["y"] + 25
    page.mouse.move(box["x"] + start * box["width"], height)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + stop) / 2 * box["width"], height, steps=4)
    page.mouse.move(box["x"] + stop * box["width"], height, steps=4)
    page.mouse.up()


def test_the_line_says_the_period_and_the_number_of_events(attacks: Page) -> None:
    expect(line(attacks)).to_contain_text("Jan 2015 – Mar 2024")
    expect(line(attacks)).to_contain_text("76 events")


def test_the_bars_together_hold_every_dated_event(tmp_path: Path, visit: Callable) -> None:
    dates = ["2020-01-05", "2020-01-06", "2020-01-20", "2020-03", "2020-02-10/2020-02-12", None]
    page = visit(save(tmp_path, dates)).page
    (heights,) = page.eval_on_selector_all(".mg-time-bar", HEIGHTS)
    # Two of one day would be twice as high; a month is spread thin over its days.
    assert len(heights) == 3 + 31 + 3
    assert max(heights) == heights[0]
    expect(line(page)).to_contain_text("6 events, 1 undated")


def test_a_drag_over_the_bars_chooses_their_period(attacks: Page) -> None:
    drag(attacks, 0.35, 0.6)
    expect(line(attacks).get_by_role("button")).to_be_visible()
    dates = attacks.eval_on_selector_all(".mg-twin tbody tr", DATES)
    assert 0 < len(dates) < 76
    assert min(dates) >= "2018-01"
    assert max(dates) < "2021"
    expect(line(attacks)).to_contain_text(f"{len(dates)} of 76 events")


def test_the_window_is_moved_as_a_whole(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2015', to: '2015'})")
    drag(attacks, 0.05, 0.05 + 24 / 111)
    expect(line(attacks)).to_contain_text("2017 ")


def test_a_press_on_a_bar_chooses_it_and_another_press_everything(attacks: Page) -> None:
    box = plot(attacks)
    spot = (box["x"] + 0.31 * box["width"], box["y"] + 25)
    attacks.mouse.click(*spot)
    expect(line(attacks)).to_contain_text("Nov 2017")
    attacks.wait_for_timeout(600)
    attacks.mouse.click(*spot)
    expect(line(attacks)).to_contain_text("Jan 2015 – Mar 2024")


def test_a_double_click_shows_everything(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2017', to: '2018'})")
    box = plot(attacks)
    attacks.mouse.dblclick(box["x"] + 0.8 * box["width"], box["y"] + 25)
    expect(line(attacks)).to_contain_text("76 events")


def test_the_button_shows_the_whole_period_again(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({to: '2018'})")
    line(attacks).get_by_role("button", name="Whole period").click()
    expect(line(attacks)).to_contain_text("76 events")
    expect(line(attacks).get_by_role("button")).to_be_hidden()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ArrowRight", "1 Feb 2015"),
        ("ArrowUp", "1 Feb 2015"),
        ("PageUp", "1 Nov 2015"),
        ("End", "1 Mar 2024"),
        ("Home", "1 Jan 2015"),
    ],
)
def test_a_handle_is_moved_by_keys(attacks: Page, key: str, said: str) -> None:
    first, _ = ends(attacks)
    first.focus()
    attacks.keyboard.press(key)
    expect(first).to_have_attribute("aria-valuetext", said)


def test_a_handle_says_its_day_and_its_limits(attacks: Page) -> None:
    _, last = ends(attacks)
    last.focus()
    attacks.keyboard.press("PageDown")
    expect(last).to_have_accessible_name("Last day shown")
    expect(last).to_have_attribute("aria-valuetext", "31 May 2023")
    least, now, most = (
        int(str(last.get_attribute(f"aria-value{word}"))) for word in ("min", "now", "max")
    )
    assert least < now < most


def test_the_handles_are_large_enough_for_a_finger(attacks: Page) -> None:
    for handle in ends(attacks):
        box = handle.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_the_brush_follows_a_filter_from_outside(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2017-03-02', to: '2018'})")
    first, last = ends(attacks)
    expect(first).to_have_attribute("aria-valuetext", "2 Mar 2017")
    expect(last).to_have_attribute("aria-valuetext", "31 Dec 2018")


def test_a_type_switched_off_leaves_the_bars_and_the_count(attacks: Page) -> None:
    before = attacks.locator(".mg-time-bar").count()
    attacks.locator('input[data-layer="events.attack"]').uncheck()
    expect(line(attacks)).to_contain_text("22 of 76 events")
    assert attacks.locator(".mg-time-bar").count() == before - 1


def test_a_layer_switched_off_leaves_the_bars_and_the_count(attacks: Page) -> None:
    attacks.locator('input[data-layer="events"]').uncheck()
    expect(line(attacks)).to_contain_text("0 of 76 events")
    assert attacks.locator(".mg-time-bar").count() == 0


def test_types_of_a_filter_leave_the_others_out_of_the_bars(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({types: ['political']})")
    expect(line(attacks)).to_contain_text("3 of 76 events")
    assert attacks.locator(".mg-time-bar").count() == 1


def test_play_moves_the_period_on_and_pause_stops_it(attacks: Page) -> None:
    attacks.get_by_label("Step").select_option("year")
    attacks.get_by_role("button", name="Play").click()
    expect(period(attacks)).to_have_text("2015")
    expect(period(attacks)).to_have_text(re.compile("201[6-9]|202"))
    attacks.get_by_role("button", name="Pause").click()
    said = period(attacks).inner_text()
    attacks.wait_for_timeout(900)
    assert period(attacks).inner_text() == said


def test_play_stops_at_the_end_and_begins_again_where_it_began(attacks: Page) -> None:
    attacks.get_by_label("Step").select_option("year")
    attacks.evaluate("mapgen.filter({from: '2022', to: '2022'})")
    attacks.get_by_role("button", name="Play").click()
    attacks.get_by_role("button", name="Pause").wait_for()
    attacks.get_by_role("button", name="Play").wait_for()
    expect(line(attacks)).to_contain_text("Jan – Mar 2024")
    attacks.get_by_role("button", name="Play").click()
    expect(line(attacks)).to_contain_text("2022 ")


def test_nothing_moves_by_itself(attacks: Page) -> None:
    said = period(attacks).inner_text()
    attacks.wait_for_timeout(900)
    assert period(attacks).inner_text() == said


def test_undated_events_are_shown_only_with_the_whole_period(
    tmp_path: Path, visit: Callable
) -> None:
    page = visit(save(tmp_path, ["2019", "2020", "2021", None])).page
    expect(line(page)).to_contain_text("4 events, 1 undated")
    page.evaluate("mapgen.filter({to: '2020'})")
    expect(line(page)).to_contain_text("2 of 4 events, 1 undated left out")


def test_a_screen_reader_is_told_once_after_a_drag(attacks: Page) -> None:
    told = attacks.locator(".mg-time [aria-live=polite]")
    assert told.inner_text() == ""
    drag(attacks, 0.2, 0.4)
    assert told.inner_text() == ""
    expect(told).to_contain_text("of 76 events")


def test_time_runs_from_right_to_left_where_the_page_does(tmp_path: Path, visit: Callable) -> None:
    page = visit(save(tmp_path, ["2019-02", "2020-05", "2021-11"], lang="fa")).page
    first, last = ends(page)
    boxes = [handle.bounding_box() for handle in (first, last)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["x"] > boxes[1]["x"]
    start = int(str(first.get_attribute("aria-valuenow")))
    first.focus()
    page.keyboard.press("ArrowLeft")
    expect(first).not_to_have_attribute("aria-valuenow", str(start))
    assert int(str(first.get_attribute("aria-valuenow"))) > start


@pytest.mark.parametrize("dates", [[None, None], ["2020-01-05", "2020-01-05"]])
def test_where_there_is_no_time_to_choose_there_is_no_timeline(
    tmp_path: Path, visit: Callable, dates: list[str | None]
) -> None:
    page = visit(save(tmp_path, dates)).page
    assert page.locator(".mg-time").count() == 0
    assert page.locator("#mg-twin-count").get_attribute("aria-live") == "polite"


def test_the_room_of_the_timeline_is_there_from_the_first_paint(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html", ready=False).page
    before = page.locator(".mg-stage").bounding_box()
    page.locator("html[data-mapgen=ready]").wait_for(state="attached")
    assert page.locator(".mg-stage").bounding_box() == before


def test_without_scripts_there_is_no_timeline(built: tuple[Path, Report], visit: Callable) -> None:
    page = visit(built[0] / "attacks.html", ready=False, java_script_enabled=False).page
    assert page.locator(".mg-time").is_hidden()


@pytest.mark.parametrize(
    ("width", "height", "most"), [(360, 640, 64), (1000, 700, 84)], ids=["phone", "desk"]
)
def test_the_timeline_is_slim(
    built: tuple[Path, Report], visit: Callable, width: int, height: int, most: int
) -> None:
    size = {"width": width, "height": height}
    page = visit(built[0] / "attacks.html", viewport=size).page
    box = page.locator(".mg-time").bounding_box()
    assert box is not None
    assert box["height"] <= most
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_the_words_of_the_timeline_are_in_the_page(built: tuple[Path, Report]) -> None:
    text = (built[0] / "attacks.html").read_text(encoding="utf-8")
    spec = text.split('id="mapgen-spec">')[1].split("</script>")[0]
    assert json.loads(spec)["words"]["time.whole"] == "Whole period"
