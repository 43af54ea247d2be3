"""The page round the map, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served import EVENT, Desk, serving

READY = "html[data-mapgen=ready]"


@pytest.fixture
def shell(desk: Desk, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto(f"{desk.server.url}one#5/21/11")
    page.frame_locator("#map").locator(READY).wait_for(state="attached")
    yield page
    page.close()


def test_a_change_shows_without_a_hand_on_the_browser(desk: Desk, shell: Page) -> None:
    path = desk.project.parent / "data" / "a.geojson"
    path.write_text(EVENT.replace("NAME", "changed"))
    expect(shell.frame_locator("#map").locator(".mg-twin tbody")).to_contain_text("changed")


def test_the_view_stays_when_the_map_is_loaded_again(desk: Desk, shell: Page) -> None:
    _, frame = shell.frames
    before = frame.evaluate("[mapgen.map.getZoom(), mapgen.map.getCenter().lat]")
    path = desk.project.parent / "data" / "a.geojson"
    path.write_text(EVENT.replace("NAME", "changed"))
    expect(shell.frame_locator("#map").locator(".mg-twin tbody")).to_contain_text("changed")
    shell.frame_locator("#map").locator(READY).wait_for(state="attached")
    assert frame.evaluate("[mapgen.map.getZoom(), mapgen.map.getCenter().lat]") == before


def test_a_fault_is_text_in_the_page_and_gone_when_mended(desk: Desk, shell: Page) -> None:
    path = desk.project.parent / "data" / "a.geojson"
    whole = path.read_text()
    path.write_text(whole.replace("2020-01-02", "<b id=x>no day</b>"))
    alert = shell.get_by_role("alert")
    expect(alert).to_contain_text("<b id=x>no day</b>")
    assert shell.locator("#x").count() == 0
    path.write_text(whole)
    expect(alert).to_be_hidden()


def test_the_map_stands_under_a_fault(desk: Desk, shell: Page) -> None:
    desk.project.write_text("no = toml = at all")
    expect(shell.get_by_role("alert")).to_be_visible()
    expect(shell.frame_locator("#map").locator("h1")).to_have_text("One")


def test_the_bar_leads_to_the_list_of_maps(shell: Page) -> None:
    shell.get_by_role("link", name="All maps").click()
    expect(shell.frame_locator("#map").locator("h1")).to_have_text("Maps")


def test_nothing_in_the_page_is_against_its_own_policy(shell: Page) -> None:
    complaints: list[str] = []
    shell.on("console", lambda message: complaints.append(message.text))
    shell.reload()
    shell.frame_locator("#map").locator(READY).wait_for(state="attached")
    assert complaints == []


def test_a_project_that_was_never_built_shows_its_faults_and_then_its_map(
    project: Path, browser: Browser
) -> None:
    whole = project.read_text()
    project.write_text(whole.replace("title =", "titel ="))
    with serving(project) as desk:
        page = browser.new_page()
        page.goto(desk.server.url)
        expect(page.get_by_role("alert")).to_contain_text('did you mean "title"?')
        expect(page.locator("#map")).to_be_hidden()
        project.write_text(whole)
        page.frame_locator("#map").locator(READY).wait_for(state="attached")
        page.close()
