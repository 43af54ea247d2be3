"""Each built page, opened from a disk in a real browser with the network cut."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.build import Report

MAPS = ("attacks", "khorasan", "nangarhar")

BESIDE_LEGEND = {"x": 60, "y": 60, "width": 660, "height": 520}

Built = tuple[Path, Report]


@pytest.fixture(params=MAPS)
def page_file(request: pytest.FixtureRequest, built: Built) -> Path:
    return built[0] / f"{request.param}.html"


def test_a_page_asks_for_nothing_and_complains_of_nothing(page_file: Path, visit: Callable) -> None:
    seen = visit(page_file)
    seen.page.wait_for_timeout(300)
    assert seen.requests == [page_file.as_uri()]
    assert seen.complaints == []


def test_the_index_is_sealed_too(built: Built, visit: Callable) -> None:
    index = built[0] / "index.html"
    seen = visit(index, ready=False)
    assert seen.requests == [index.as_uri()]
    assert seen.complaints == []
    assert "unsafe" not in index.read_text(encoding="utf-8")
    # The style did apply: its policy lets it.
    assert seen.page.evaluate("getComputedStyle(document.body).maxWidth") == "960px"


def test_a_page_asks_for_nothing_in_the_dark_on_a_phone(page_file: Path, visit: Callable) -> None:
    phone = {"width": 360, "height": 640}
    seen = visit(page_file, color_scheme="dark", viewport=phone, device_scale_factor=2)
    seen.page.wait_for_timeout(300)
    assert seen.requests == [page_file.as_uri()]
    assert seen.complaints == []


def test_every_switch_changes_what_is_drawn(page_file: Path, visit: Callable) -> None:
    seen = visit(page_file)
    page = seen.page
    switches = page.locator("input[data-layer]")
    names = [switches.nth(i).get_attribute("data-layer") for i in range(switches.count())]
    assert names
    for name in names:
        switch = page.locator(f'input[data-layer="{name}"]')
        if not switch.is_checked():
            switch.check()
        page.evaluate(f"mapgen.show({name!r})")
        _fit_layer(page, str(name).split(".")[0])
        on = page.screenshot(clip=BESIDE_LEGEND)
        switch.uncheck()
        page.wait_for_timeout(60)
        off = page.screenshot(clip=BESIDE_LEGEND)
        switch.check()
        page.wait_for_timeout(60)
        assert on != off, f"switching {name} off changes nothing"
        assert off != page.screenshot(clip=BESIDE_LEGEND), (
            f"switching {name} on again changes nothing"
        )


def _fit_layer(page: object, layer: str) -> None:
    """Moves the map to where the layer's drawn parts are, so that a change can be seen."""
    page.evaluate(  # type: ignore[attr-defined] # a Playwright page
        """(id) => {
          const layer = mapgen.layers[id];
          const box = layer.getBounds ? layer.getBounds() : [[22, 50], [42, 80]];
          const beside = {paddingTopLeft: [60, 20], paddingBottomRight: [290, 60]};
          mapgen.map.fitBounds(box, {animate: false, maxZoom: 8, ...beside});
        }""",
        layer,
    )
    page.wait_for_timeout(120)  # type: ignore[attr-defined] # a Playwright page


@pytest.mark.parametrize("name", ["attacks", "nangarhar"])
def test_a_card_opens_by_mouse(built: Built, visit: Callable, name: str) -> None:
    page = visit(built[0] / f"{name}.html").page
    button = page.locator(".mg-focus button").first
    box = button.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card = page.get_by_role("dialog")
    assert card.is_visible()
    assert card.locator("h2").inner_text()


@pytest.mark.parametrize("name", ["attacks", "nangarhar"])
def test_a_card_opens_by_keyboard_and_gives_the_focus_back(
    built: Built, visit: Callable, name: str
) -> None:
    page = visit(built[0] / f"{name}.html").page
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.mg-focus') !== null"):
            break
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    assert card.is_visible()
    assert card.locator("h2").inner_text() == label
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == label


def test_a_region_opens_its_card_by_keyboard(built: Built, visit: Callable) -> None:
    page = visit(built[0] / "khorasan.html").page
    region = page.locator("path.mg-region").first
    region.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("dialog").locator("h2")
    assert heading.inner_text() == region.get_attribute("aria-label")


def test_an_event_of_the_list_opens_its_card(built: Built, visit: Callable) -> None:
    page = visit(built[0] / "attacks.html").page
    link = page.locator(".mg-twin th a", has_text="Abbey Gate").first
    title = link.inner_text()
    link.click()
    card = page.get_by_role("dialog")
    assert card.locator("h2").inner_text() == title
    assert "182; counts range from 170 to 183" in card.inner_text()


def test_sources_are_links_to_the_web_alone(built: Built, visit: Callable) -> None:
    page = visit(built[0] / "attacks.html").page
    addresses = page.eval_on_selector_all("a[target]", "links => links.map(a => a.protocol)")
    assert addresses
    assert set(addresses) <= {"http:", "https:"}


def test_the_list_is_in_step_with_the_switches(built: Built, visit: Callable) -> None:
    page = visit(built[0] / "attacks.html").page
    rows = page.locator(".mg-twin tbody tr:visible")
    everything = rows.count()
    page.locator('input[data-layer="events.attack"]').uncheck()
    assert 0 < rows.count() < everything
    page.locator('input[data-layer="events"]').uncheck()
    assert rows.count() == 0
    assert page.locator("#mg-twin-count").inner_text() == "0 events. 76 hidden by filters."


def test_without_scripts_the_poster_and_the_list_stand(built: Built, visit: Callable) -> None:
    folder, report = built
    page = visit(folder / "attacks.html", ready=False, java_script_enabled=False).page
    assert page.locator(".mg-poster svg").is_visible()
    (attacks,) = (one for one in report.pages if one.path.stem == "attacks")
    assert page.locator(".mg-twin tbody tr").count() == attacks.placed + attacks.unplaced
