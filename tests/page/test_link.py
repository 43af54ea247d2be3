"""The address: what a reader has changed stands in the fragment, and comes back from it."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mapgen.build import Report

READY = "html[data-mapgen=ready]"
REST_MS = 1000
"""Longer than the address waits for a change to be finished."""
ABBEY_GATE = "kabul-airport-2021-08-26"


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html").page
    return page


@pytest.fixture
def opened(built: tuple[Path, Report], attacks: Page) -> Callable[[str], Page]:
    """Opens the map anew at a fragment."""

    def at(fragment: str) -> Page:
        attacks.goto("about:blank")
        attacks.goto((built[0] / "attacks.html").as_uri() + fragment)
        attacks.locator(READY).wait_for(state="attached")
        return attacks

    return at


def ends_with(page: Page, fragment: str) -> None:
    expect(page).to_have_url(re.compile(re.escape(fragment) + "$"))


def box(page: Page, key: str) -> Any:  # noqa: ANN401 - a locator
    return page.locator(f'input[data-layer="{key}"]')


def test_a_page_that_nobody_has_touched_has_no_fragment(attacks: Page) -> None:
    attacks.wait_for_timeout(REST_MS)
    assert "#" not in attacks.url


def test_a_period_stands_in_the_address_as_short_as_can_be(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2015-01-01', to: '2018-06-30'})")
    ends_with(attacks, ".html#from=2015&to=2018-06")


def test_switches_stand_in_the_address(attacks: Page) -> None:
    box(attacks, "kabul").uncheck()
    box(attacks, "events.attack").uncheck()
    box(attacks, "khorasan-classical").check()
    ends_with(attacks, "#layers=khorasan-classical,-events.attack,-kabul")


def test_types_of_a_filter_stand_in_the_address(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({types: ['attack', 'political']})")
    ends_with(attacks, "#types=attack,political")


def test_a_view_stands_in_the_address_to_a_pixel(attacks: Page) -> None:
    attacks.evaluate("mapgen.map.setView([34.2, 70.1], 6.5, {animate: false})")
    ends_with(attacks, "#6.5/34.20/70.10")


def test_what_is_taken_back_leaves_the_address(attacks: Page) -> None:
    box(attacks, "kabul").uncheck()
    ends_with(attacks, "#layers=-kabul")
    box(attacks, "kabul").check()
    ends_with(attacks, "attacks.html")


def test_an_address_brings_everything_back(opened: Callable[[str], Page]) -> None:
    fragment = "#6.5/34.20/70.10&layers=-kabul,khorasan-classical&types=attack&from=2016&to=2018-06"
    page = opened(fragment)
    assert not box(page, "kabul").is_checked()
    assert box(page, "khorasan-classical").is_checked()
    assert page.evaluate("[mapgen.map.getZoom(), mapgen.map.getCenter().lat]") == [6.5, 34.2]
    expect(page.locator(".mg-time strong")).to_have_text("Jan 2016 – Jun 2018")
    assert page.locator(".mg-time-bar").count() == 1
    page.wait_for_timeout(REST_MS)
    ends_with(page, fragment)


def test_an_address_opens_its_event(opened: Callable[[str], Page]) -> None:
    page = opened(f"#event={ABBEY_GATE}")
    expect(page.get_by_role("dialog")).to_contain_text("Abbey Gate")


def test_an_event_that_opens_is_a_step_that_back_takes_back(attacks: Page) -> None:
    assert attacks.evaluate(f"mapgen.show('{ABBEY_GATE}')")
    expect(attacks).to_have_url(re.compile(f"event={ABBEY_GATE}$"))
    attacks.evaluate("history.back()")
    expect(attacks.get_by_role("dialog")).to_be_hidden()
    assert "event" not in attacks.url
    attacks.evaluate("history.forward()")
    expect(attacks.get_by_role("dialog")).to_contain_text("Abbey Gate")


def test_an_event_that_closes_leaves_the_address(attacks: Page) -> None:
    assert attacks.evaluate(f"mapgen.show('{ABBEY_GATE}')")
    expect(attacks).to_have_url(re.compile("event="))
    attacks.keyboard.press("Escape")
    expect(attacks).not_to_have_url(re.compile("event="))


def test_an_address_that_is_changed_by_hand_is_followed(attacks: Page) -> None:
    attacks.evaluate("location.hash = '#from=2020&to=2020'")
    expect(attacks.locator(".mg-time strong")).to_have_text("2020")
    attacks.evaluate("location.hash = ''")
    expect(attacks.locator(".mg-time strong")).to_have_text("Jan 2015 – Mar 2024")


@pytest.mark.parametrize(
    "fragment",
    [
        "#events:3",
        "#nothing=known",
        "#99/999/999",
        "#6/34/99999",
        "#from=soon",
        "#event=nowhere",
        "#layers=nowhere,-nothing",
        "#types=nothing",
        "#from=2020&to=2015",
    ],
)
def test_a_fragment_that_says_nothing_changes_nothing(
    opened: Callable[[str], Page], fragment: str
) -> None:
    page = opened(fragment)
    expect(page.locator(".mg-time p")).to_contain_text("76 events")
    page.wait_for_timeout(REST_MS)
    ends_with(page, fragment)


def steps(page: Page) -> int:
    count: int = page.evaluate("history.length")
    return count


def test_a_finished_change_of_layers_is_a_step_that_back_takes_back(attacks: Page) -> None:
    box(attacks, "kabul").uncheck()
    ends_with(attacks, "#layers=-kabul")
    box(attacks, "events.attack").uncheck()
    ends_with(attacks, "#layers=-events.attack,-kabul")
    attacks.evaluate("history.back()")
    expect(box(attacks, "events.attack")).to_be_checked()
    expect(box(attacks, "kabul")).not_to_be_checked()
    attacks.evaluate("history.back()")
    expect(box(attacks, "kabul")).to_be_checked()
    attacks.evaluate("history.forward()")
    expect(box(attacks, "kabul")).not_to_be_checked()


def test_changes_that_follow_each_other_at_once_are_one_step(attacks: Page) -> None:
    before = steps(attacks)
    for year in range(2015, 2020):
        attacks.evaluate(f"mapgen.filter({{to: '{year}'}})")
        attacks.wait_for_timeout(150)
    ends_with(attacks, "#to=2019")
    assert steps(attacks) == before + 1
    attacks.evaluate("history.back()")
    expect(attacks.locator(".mg-time strong")).to_have_text("Jan 2015 – Mar 2024")


def test_playing_through_time_is_one_step(attacks: Page) -> None:
    before = steps(attacks)
    attacks.get_by_role("button", name="Play").click()
    attacks.wait_for_timeout(2500)
    attacks.get_by_role("button", name="Pause").click()
    expect(attacks).to_have_url(re.compile("to="))
    assert steps(attacks) == before + 1


def test_moving_the_map_is_no_step(attacks: Page) -> None:
    before = steps(attacks)
    attacks.evaluate("mapgen.map.setView([34.2, 70.1], 6.5, {animate: false})")
    ends_with(attacks, "#6.5/34.20/70.10")
    assert steps(attacks) == before


def test_back_goes_from_event_to_event(attacks: Page) -> None:
    assert attacks.evaluate(f"mapgen.show('{ABBEY_GATE}')")
    expect(attacks).to_have_url(re.compile("event=kabul-airport"))
    attacks.get_by_role("button", name="Next event").click()
    expect(attacks).to_have_url(re.compile("event=nangarhar-strike-2021-08-27"))
    attacks.evaluate("history.back()")
    expect(attacks.locator("#mg-card-title")).to_contain_text("Abbey Gate")


def test_a_plain_link_in_the_page_opens_its_event(attacks: Page) -> None:
    attacks.evaluate(
        f"""() => {{
          const link = document.createElement("a");
          link.href = "#event={ABBEY_GATE}";
          link.textContent = "Abbey Gate, 2021";
          document.querySelector(".mg-about").append(link);
        }}"""
    )
    attacks.get_by_role("link", name="Abbey Gate, 2021").click()
    expect(attacks.get_by_role("dialog")).to_contain_text("Abbey Gate")
    attacks.evaluate("history.back()")
    expect(attacks.get_by_role("dialog")).to_be_hidden()


def test_a_layer_that_comes_on_for_its_event_is_no_step_of_the_reader(attacks: Page) -> None:
    attacks.evaluate(f"location.hash = '#layers=-events&event={ABBEY_GATE}'")
    expect(attacks.get_by_role("dialog")).to_contain_text("Abbey Gate")
    before = steps(attacks)
    attacks.wait_for_timeout(REST_MS)
    assert steps(attacks) == before
    expect(box(attacks, "events")).to_be_checked()


def test_an_event_that_nobody_knows_leaves_the_open_card(attacks: Page) -> None:
    assert attacks.evaluate(f"mapgen.show('{ABBEY_GATE}')")
    attacks.evaluate("location.hash = '#event=nowhere'")
    attacks.wait_for_timeout(REST_MS)
    expect(attacks.get_by_role("dialog")).to_contain_text("Abbey Gate")


def test_without_scripts_a_link_to_a_row_jumps_to_it(
    built: tuple[Path, Report], browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((built[0] / "attacks.html").as_uri() + "#events:40")
    assert page.locator("[id='events:40']").bounding_box()["y"] < page.viewport_size["height"]
    page.close()


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_in_a_frame_an_address_opens_its_event_and_hands_out_its_link(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path, sandbox: str
) -> None:
    address = (built[0] / "attacks.html").as_uri()
    parent = tmp_path / "parent.html"
    frame = f'<iframe sandbox="{sandbox}" src="{address}#event={ABBEY_GATE}"'
    parent.write_text(f"{frame} width=800 height=600></iframe>", encoding="utf-8")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(parent.as_uri())
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("dialog")).to_contain_text("Abbey Gate")
    inner.get_by_role("button", name="Next event").click()
    expect(inner.locator("#mg-card-title")).to_contain_text("US drone strike in Nangarhar")
    inner.get_by_role("button", name="Copy link to this event").click()
    field = inner.get_by_role("textbox", name="Link to this event")
    expect(field.or_(inner.get_by_text("Link copied."))).to_be_visible()
    if field.is_visible():
        expect(field).to_have_value(f"{address}#event=nangarhar-strike-2021-08-27")
    assert faults == []
    page.close()


def test_a_frame_whose_page_has_no_address_works_all_the_same(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path
) -> None:
    text = html.escape((built[0] / "nangarhar.html").read_text(encoding="utf-8"), quote=True)
    parent = tmp_path / "parent.html"
    frame = f'<iframe sandbox="allow-scripts" srcdoc="{text}" width=800 height=600></iframe>'
    parent.write_text(f'<meta charset="utf-8">{frame}', encoding="utf-8")
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(parent.as_uri())
    inner = page.frame_locator("iframe")
    inner.locator(READY).wait_for(state="attached")
    inner.get_by_role("slider").first.focus()
    page.keyboard.press("PageUp")
    expect(inner.locator(".mg-time p")).to_contain_text("of 21 events")
    page.wait_for_timeout(REST_MS)
    inner.locator(".mg-twin th a:visible").first.click()
    inner.get_by_role("dialog").wait_for()
    expect(inner.get_by_role("button", name="Copy link to this event")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(inner.get_by_role("dialog")).to_be_hidden()
    assert faults == []
    page.close()
