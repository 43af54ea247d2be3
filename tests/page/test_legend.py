"""The legend: every form that is drawn and no other, and counts that add up."""

import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
from playwright.sync_api import Browser, Page, expect
from shapely import Point, box

import mapgen
from mapgen.build import Report

SAID = """window.said = new Set();
new MutationObserver(() => {
  const text = document.querySelector('.mg-note')?.textContent;
  if (text) window.said.add(text);
}).observe(document, {subtree: true, childList: true, characterData: true});"""
DRAWN = """() => [...new Set(Object.values(mapgen.layers).flatMap(
  (layer) => layer.forms && mapgen.map.hasLayer(layer) ? [...layer.forms()] : []))].sort()"""
EXPLAINED = "all => all.map((row) => row.dataset.form).sort()"
ACTS = {
    "nothing": "0",
    "a period": "mapgen.filter({from: '2020', to: '2020'})",
    "one type": "mapgen.filter({types: ['loss']})",
    "a type off": "document.querySelector(\"[data-layer='events.raid']\").click()",
    "the events off": "document.querySelector(\"[data-layer='events']\").click()",
    "the regions off": "document.querySelector(\"[data-layer='edges']\").click()",
    "the claim on": "document.querySelector(\"[data-layer='claim']\").click()",
    "a zoom": "mapgen.map.setZoom(3, {animate: false})",
    "a nearer zoom": "mapgen.map.setZoom(9, {animate: false})",
}
EDGES = {"approximate", "schematic"}
EVERY = {*EDGES, "sharp", "soft", "area", "solid", "dashed", "hollow", "disc"}
EXPECTED = {
    "nothing": EVERY,
    "a period": EVERY - {"soft", "hollow"},
    # An area has no outline that says who did it.
    "one type": EDGES | {"sharp", "area", "hollow"},
    "a type off": EVERY - {"dashed", "disc"},
    "the events off": EDGES,
    "the regions off": EVERY - EDGES,
    "the claim on": EVERY | {"claim"},
    "a nearer zoom": EVERY,
}
"""What `ROWS` and the regions make, told by hand: the page's own word is not taken for it."""
LACKING = ("unplaced", "undated", "hidden")


def row(
    type_: str, place: object, attribution: str | None, km: float | None, date: str | None
) -> dict[str, object]:
    return {
        "title": "An event",
        "event_type": type_,
        "geometry": place,
        "attribution": attribution,
        "uncertainty_km": km,
        "date": date,
        "sources": '[{"title": "A source"}]',
    }


ROWS = [
    row("attack", Point(60, 34), "claimed", None, "2020"),
    row("attack", Point(62, 34), None, 5.0, "2019"),
    row("raid", Point(64, 34), "attributed", None, "2020"),
    row("raid", Point(64, 34), "attributed", None, "2020"),
    row("raid", Point(66, 34), "disputed", 30.0, "2021"),
    row("loss", Point(68, 34), "disputed", None, None),
    row("loss", box(61, 30, 63, 32), None, None, "2020"),
    row("loss", None, None, None, "2020"),
    row("loss", None, None, None, None),
]
TOTAL = len(ROWS)


@pytest.fixture(scope="module")
def page_of_forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of events in every form, and regions of every edge."""
    path = tmp_path_factory.mktemp("legend") / "map.html"
    frame = geopandas.GeoDataFrame(ROWS, geometry="geometry", crs=4326)
    drawn = mapgen.Map(title="A map", focus=(58, 28, 72, 38), basemap=False)
    regions = geopandas.GeoDataFrame(
        {"title": ["One", "Two"], "certainty": ["approximate", "schematic"]},
        geometry=[box(59, 35, 61, 37), box(63, 35, 65, 37)],
        crs=4326,
    )
    mapgen.RegionLayer(regions, name="Edges", id="edges").add_to(drawn)
    mapgen.RegionLayer(regions, name="Claim", id="claim", dashed=True, shown=False).add_to(drawn)
    mapgen.EventLayer(frame, name="Events", id="events").add_to(drawn)
    drawn.save(path)
    return path


@pytest.fixture
def forms(page_of_forms: Path, visit: Callable) -> Page:
    page: Page = visit(page_of_forms).page
    return page


def counts(page: Page) -> list[int]:
    """Events that are shown, type by type."""
    texts = page.locator(".mg-count").all_inner_texts()
    return [int(text.split()[0]) for text in texts]


def not_on_the_map(page: Page) -> dict[str, int]:
    found = dict.fromkeys(LACKING, 0)
    for line in page.locator(".mg-note li").all():
        number = re.search(r"\d+", line.inner_text())
        assert number is not None
        found[line.get_attribute("data-reason") or ""] = int(number[0])
    return found


def on_the_map(page: Page) -> int:
    number = re.search(r"\d+", page.locator(".mg-note p").inner_text())
    assert number is not None
    return int(number[0])


@pytest.mark.parametrize("act", ACTS)
def test_the_key_names_every_form_that_is_drawn_and_no_other(forms: Page, act: str) -> None:
    forms.evaluate(ACTS[act])
    forms.wait_for_timeout(400)
    drawn = [word for word in forms.evaluate(DRAWN) if not word.startswith("type.")]
    explained = forms.eval_on_selector_all(".mg-legend [data-form]:not([hidden])", EXPLAINED)
    assert explained == drawn
    assert set(explained) == EXPECTED.get(act, set(explained))


@pytest.mark.parametrize("act", ACTS)
def test_types_that_are_drawn_have_a_count(forms: Page, act: str) -> None:
    forms.evaluate(ACTS[act])
    forms.wait_for_timeout(400)
    types = ["attack", "loss", "raid"]
    drawn = {word.removeprefix("type.") for word in forms.evaluate(DRAWN)} & set(types)
    assert {type_ for type_, n in zip(types, counts(forms), strict=True) if n} == drawn


@pytest.mark.parametrize("act", ACTS)
def test_every_event_is_on_the_map_or_counted_as_not(forms: Page, act: str) -> None:
    forms.evaluate(ACTS[act])
    forms.wait_for_timeout(400)
    lacking = not_on_the_map(forms)
    assert on_the_map(forms) + sum(lacking.values()) == TOTAL
    assert sum(counts(forms)) == on_the_map(forms) + lacking["unplaced"]


def test_a_period_leaves_out_what_is_undated_and_hides_the_rest(forms: Page) -> None:
    forms.evaluate(ACTS["a period"])
    forms.wait_for_timeout(400)
    assert not_on_the_map(forms) == {"unplaced": 1, "undated": 2, "hidden": 2}


def test_a_count_says_how_many_there_are_in_all(forms: Page) -> None:
    forms.evaluate(ACTS["a period"])
    expect(forms.locator(".mg-count").nth(1)).to_have_text("2 of 4")


def test_nothing_is_counted_before_all_is_read(page_of_forms: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(SAID)
    page.goto(page_of_forms.as_uri())
    expect(page.locator(".mg-note p")).to_be_visible()
    page.wait_for_timeout(1500)
    assert len(page.evaluate("[...said]")) == 1
    page.close()


def test_every_form_occurs_on_this_page(forms: Page) -> None:
    drawn = {word for word in forms.evaluate(DRAWN) if not word.startswith("type.")}
    assert drawn == EVERY


def test_the_legend_without_scripts_names_what_the_poster_shows(
    page_of_forms: Path, visit: Callable
) -> None:
    page = visit(page_of_forms, ready=False, java_script_enabled=False).page
    rows = page.locator(".mg-key li").all()
    assert [" ".join(row.locator("bdi, span").all_inner_texts()) for row in rows] == [
        *("Attack 2", "Loss 4", "Raid 3"),
        *("At this place", "Somewhere within the ring", "Somewhere in the hatched area"),
        *("Claimed, or nothing stated", "Attributed by others, not claimed", "Disputed"),
        "Several events: number and types",
        *("Edges", "Approximate edge", "Schematic outline, no border"),
    ]
    assert page.locator(".mg-key p").all_inner_texts() == [
        f"Events on the map: 7 of {TOTAL}",
        "Without a place, in the list only: 2",
    ]


def test_the_plain_legend_is_hidden_where_the_live_one_stands(forms: Page) -> None:
    assert not forms.locator(".mg-key").is_visible()


def test_one_legend_is_printed_and_it_is_the_live_one(forms: Page) -> None:
    forms.emulate_media(media="print")
    expect(forms.get_by_text("Legend", exact=True).filter(visible=True)).to_have_count(1)
    expect(forms.locator(".mg-sheet .mg-legend")).to_be_visible()


def test_without_scripts_the_plain_legend_is_printed(page_of_forms: Path, visit: Callable) -> None:
    page = visit(page_of_forms, ready=False, java_script_enabled=False).page
    page.emulate_media(media="print")
    assert page.locator(".mg-key").is_visible()


def test_on_a_phone_the_legend_is_closed_and_opens_as_a_sheet_over_part_of_the_map(
    page_of_forms: Path, visit: Callable
) -> None:
    page = visit(page_of_forms, viewport={"width": 360, "height": 640}).page
    legend, stage = page.locator(".mg-legend"), page.locator(".mg-stage")
    assert legend.get_attribute("open") is None
    page.locator(".mg-legend summary").click()
    sheet, around = legend.bounding_box(), stage.bounding_box()
    assert sheet["height"] < 0.7 * around["height"]
    assert page.locator(".mg-legend [data-form]").count()


@pytest.mark.parametrize("text", ["100%", "200%"])
def test_the_legend_stays_within_the_map_and_scrolls(
    built: tuple[Path, Report], visit: Callable, text: str
) -> None:
    page = visit(built[0] / "attacks.html", viewport={"width": 1000, "height": 600}).page
    page.evaluate(f"document.documentElement.style.fontSize = '{text}'")
    legend = page.locator(".mg-legend")
    sheet, stage = legend.bounding_box(), page.locator(".mg-stage").bounding_box()
    assert sheet["y"] + sheet["height"] <= stage["y"] + stage["height"]
    assert legend.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert legend.evaluate("it => it.scrollHeight > it.clientHeight")


def test_every_switch_of_the_legend_is_large_enough_to_hit(forms: Page) -> None:
    heights = forms.eval_on_selector_all(
        ".mg-legend :is(label, summary)", "all => all.map(it => it.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_a_box_of_the_legend_is_switched_by_keyboard(forms: Page) -> None:
    box_of = forms.locator('input[data-layer="events.attack"]')
    box_of.focus()
    forms.keyboard.press("Space")
    expect(forms.locator(".mg-count").first).to_have_text("0 of 2")
