"""window.mapgen, the small documented interface."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from mapgen.build import Report

LISTED = "[...document.querySelectorAll('.mg-twin tbody tr')].filter((row) => !row.hidden).length"


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html").page
    return page


def test_the_api_has_its_documented_parts(attacks: Page) -> None:
    assert attacks.evaluate("Object.keys(mapgen).sort()") == ["filter", "layers", "map", "show"]


def test_map_is_the_leaflet_map(attacks: Page) -> None:
    assert attacks.evaluate("mapgen.map instanceof L.Map")


def test_layers_are_those_of_the_control(attacks: Page) -> None:
    boxes = attacks.eval_on_selector_all(
        "input[data-layer]", "all => all.map(box => box.dataset.layer)"
    )
    layers = attacks.evaluate("Object.keys(mapgen.layers)")
    assert sorted(layers) == sorted(box for box in boxes if "." not in box)


def test_show_switches_a_layer_on_and_its_box_with_it(attacks: Page) -> None:
    box = attacks.locator('input[data-layer="khorasan-classical"]')
    assert not box.is_checked()
    assert attacks.evaluate("mapgen.show('khorasan-classical')") is True
    assert box.is_checked()


def test_show_switches_a_type_on(attacks: Page) -> None:
    box = attacks.locator('input[data-layer="events.attack"]')
    box.uncheck()
    assert attacks.evaluate("mapgen.show('events.attack')") is True
    assert box.is_checked()


def test_show_opens_an_event(attacks: Page) -> None:
    assert attacks.evaluate("mapgen.show('kabul-airport-2021-08-26')") is True
    assert "Abbey Gate" in attacks.get_by_role("dialog").inner_text()


def test_show_says_when_there_is_nothing_of_that_id(attacks: Page) -> None:
    assert attacks.evaluate("mapgen.show('nowhere')") is False


def test_filter_narrows_to_a_period(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({from: '2018', to: '2018'})")
    dates = attacks.eval_on_selector_all(
        ".mg-twin tbody tr:not([hidden]) time", "all => all.map(time => time.dateTime)"
    )
    assert dates
    assert all(date.startswith("2018") for date in dates)


def test_filter_narrows_to_types(attacks: Page) -> None:
    attacks.evaluate("mapgen.filter({types: ['political']})")
    assert attacks.evaluate(LISTED) == 3


def test_an_empty_filter_shows_everything_again(attacks: Page) -> None:
    everything = attacks.evaluate(LISTED)
    attacks.evaluate("mapgen.filter({from: '2020-01-01', to: '2020-12'})")
    assert attacks.evaluate(LISTED) < everything
    attacks.evaluate("mapgen.filter({})")
    assert attacks.evaluate(LISTED) == everything


def test_filter_names_a_word_that_is_no_date(attacks: Page) -> None:
    told = attacks.evaluate(
        "(() => { try { mapgen.filter({from: 'soon'}); } catch (e) { return e.message; } })()"
    )
    assert told == "filter: soon is no date such as 2021, 2021-08 or 2021-08-26"
