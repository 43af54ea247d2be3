"""On paper: the map as the reader left it, legend, period, description, list with its sources."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from mapgen.build import Report


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html").page
    return page


@pytest.fixture
def sheet(attacks: Page) -> Page:
    """The page as a printer sees it."""
    attacks.emulate_media(media="print")
    attacks.locator(".mg-sheet").wait_for()
    return attacks


def is_light(page: Page, name: str) -> bool:
    look = "(one, it = document.querySelector(one)) => %s"
    pixel = "it.getContext('2d').getImageData(it.width / 2, it.height / 2, 1, 1).data[1] > 128"
    return bool(page.evaluate(look % pixel, name))


def test_on_paper_there_are_no_controls(sheet: Page) -> None:
    for name in (".mg-tools", ".mg-edges", ".mg-time-player", ".mg-time button"):
        expect(sheet.locator(name).first).to_be_hidden()
    assert sheet.locator("button:visible:not(thead button)").count() == 0


def test_on_paper_the_heads_of_the_list_are_words_without_arrows(sheet: Page) -> None:
    arrows = "all => all.map(it => getComputedStyle(it, '::after').display)"
    assert sheet.locator(".mg-twin thead button").evaluate_all(arrows) == ["none"] * 5


def test_the_legend_stands_below_the_map_with_all_its_entries(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html", viewport={"width": 360, "height": 640}).page
    assert not page.locator(".mg-legend").evaluate("it => it.open")
    page.emulate_media(media="print")
    page.locator(".mg-sheet").wait_for()
    stage, legend = (page.locator(it).bounding_box() for it in (".mg-stage", ".mg-legend"))
    assert stage is not None
    assert legend is not None
    assert legend["y"] >= stage["y"] + stage["height"]
    rows = page.locator(".mg-legend .mg-row").all()
    switches = page.locator(".mg-legend .mg-row:has(input)").count()
    assert switches == 11
    assert len(rows) > switches
    assert all(row.is_visible() for row in rows)
    page.emulate_media(media="screen")
    page.locator(".leaflet-control.mg-legend").wait_for()
    assert not page.locator(".mg-legend").evaluate("it => it.open")


def test_the_legend_says_what_is_not_shown(sheet: Page) -> None:
    said = "it => getComputedStyle(it, '::after').content"
    off = sheet.locator(".mg-row:has([data-layer=airport])").evaluate(said)
    assert "not shown" in off
    assert sheet.locator(".mg-row:has([data-layer=kabul])").evaluate(said) == "none"


def test_the_map_keeps_its_view_and_fills_its_frame(attacks: Page) -> None:
    view = "[mapgen.map.getZoom(), mapgen.map.getCenter().lng, mapgen.map.getSize().x]"
    attacks.evaluate("mapgen.map.setView([34.4, 70.4], 7, {animate: false})")
    before = attacks.evaluate(view)
    attacks.emulate_media(media="print")
    attacks.locator(".mg-sheet").wait_for()
    assert attacks.evaluate(view) == before
    stage, ground = (
        attacks.evaluate(
            "name => { const all = document.querySelectorAll(name);"
            "const {left, right} = all[all.length - 1].getBoundingClientRect();"
            "return [left, right] }",
            name,
        )
        for name in (".mg-stage", ".mg-basemap")
    )
    assert ground[0] <= stage[0]
    assert ground[1] >= stage[1]


def test_the_period_is_said_in_words(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2018', to: '2018'})")
    attacks.emulate_media(media="print")
    line = attacks.locator(".mg-time p")
    expect(line).to_be_visible()
    expect(line).to_contain_text("2018")
    expect(line).to_contain_text(re.compile(r"\d+ of 76 events"))


def test_the_list_shows_what_the_map_does_with_the_addresses_of_its_sources(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2018', to: '2018'})")
    attacks.emulate_media(media="print")
    shown = attacks.locator(".mg-twin tbody tr:visible")
    listed = attacks.locator(".mg-time p").inner_text()
    assert shown.count() == int(re.search(r"(\d+) of", listed)[1])  # type: ignore[index] # held above
    links = attacks.locator(".mg-twin tbody tr:visible td a")
    said = links.first.evaluate("it => getComputedStyle(it, '::after').content")
    assert "attr(href)" in said or links.first.get_attribute("href") in said


def test_the_card_that_is_open_is_printed_and_keeps_its_focus(attacks: Page) -> None:
    attacks.locator(".mg-twin tbody th a").nth(3).click()
    title = attacks.get_by_role("dialog").get_by_role("heading", level=2)
    expect(title).to_be_focused()
    attacks.emulate_media(media="print")
    expect(attacks.locator(".mg-sheet .mg-card")).to_be_visible()
    attacks.emulate_media(media="screen")
    expect(attacks.locator(".folium-map .mg-card")).to_be_visible()
    expect(title).to_be_focused()


def test_paper_is_light_where_the_reader_has_it_dark_and_dark_again_afterwards(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html", color_scheme="dark").page
    assert not is_light(page, ".mg-basemap")
    page.emulate_media(media="print")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert is_light(page, ".mg-basemap")
    page.emulate_media(media="screen")
    expect(page.locator("body")).to_have_css("background-color", "rgb(29, 34, 38)")
    assert not is_light(page, ".mg-basemap")


def pages(page: Page, folder: Path, *, landscape: bool = False) -> list[str]:
    """Print to A4 and return the words of each page."""
    page.pdf(path=folder / "page.pdf", format="A4", landscape=landscape, print_background=True)
    return [sheet.extract_text() for sheet in PdfReader(folder / "page.pdf").pages]


@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_printer_gets_title_legend_and_list_with_its_head_on_every_page(
    attacks: Page, tmp_path: Path, *, landscape: bool
) -> None:
    first, *rest = pages(attacks, tmp_path, landscape=landscape)
    for words in ("Islamic State Khorasan", "Legend", "Counter-operation", "76 events"):
        assert words in first
    assert len(rest) >= 3
    heads = [page for page in rest if re.search(r"Event\s+Type\s+Date\s+Place", page)]
    assert len(heads) >= len(rest) - 1
    together = re.sub(r"\s", "", "".join([first, *rest]))
    assert "longwarjournal.org/archives/2015/02/us_kills_islamic_sta_1.php" in together
    assert "GeoNames(CCBY4.0)" in together


def test_without_scripts_a_printer_gets_the_picture_and_the_list(
    built: tuple[Path, Report], visit: Callable, tmp_path: Path
) -> None:
    page = visit(built[0] / "attacks.html", ready=False, java_script_enabled=False).page
    page.emulate_media(media="print")
    box = page.locator(".mg-poster svg").bounding_box()
    assert box is not None
    assert box["height"] > 300
    text = "".join(pages(page, tmp_path))
    assert "Jalalabad" in text
    assert text.count("Attack") > 50
