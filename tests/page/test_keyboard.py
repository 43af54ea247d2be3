"""The map of attacks by keyboard alone: every function, a focus that is seen and never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from mapgen.build import Report

SIKH = "jalalabad-sikh-2018-07-01"
NOW = """() => {
  const it = document.activeElement;
  const style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  return {
    name: it.getAttribute('aria-label') || it.dataset?.layer || it.id || it.textContent.trim(),
    tag: it.tagName.toLowerCase(),
    seen: it.matches(':focus-visible') && box.width > 0 && (
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== 'none'
      || (it instanceof SVGElement && parseFloat(style.strokeWidth) >= 3)),
  };
}"""
"""What has the focus, and whether a reader sees it."""
MOST = 400


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html", reduced_motion="reduce").page
    expect(page.locator(".mg-twin").get_by_role("button", name="Date", exact=True)).to_be_attached()
    return page


def tab_to(page: Page, wanted: Locator) -> None:
    """Go to an element with the tab key alone, at most once round the page."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            assert page.evaluate(NOW)["seen"]
            return
    pytest.fail(f"tab never reaches {wanted}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def view(page: Page) -> list[float]:
    found: list[float] = page.evaluate(
        "[mapgen.map.getCenter().lng, mapgen.map.getCenter().lat, mapgen.map.getZoom()]"
    )
    return found


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).first


def title(page: Page) -> Locator:
    return page.locator("#mg-card-title")


def test_tab_meets_every_control_once_and_each_focus_is_seen(attacks: Page) -> None:
    met = []
    for _ in range(MOST):
        attacks.keyboard.press("Tab")
        now = attacks.evaluate(NOW)
        if now["tag"] == "body":
            break
        met.append(now)
    else:
        pytest.fail("tab never leaves the page")
    assert [one for one in met if not one["seen"]] == []
    names = [one["name"] for one in met]
    for name in ("Zoom in", "Zoom out", "Full screen", "Kabul", "First day shown", "events.attack"):
        assert names.count(name) == 1
    assert "21 events" in names
    assert "mg-find" in names
    count = attacks.evaluate(
        "[...document.querySelectorAll("
        "'a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(it => it.tabIndex >= 0 && it.checkVisibility({visibilityProperty: true})).length"
    )
    assert len(met) == count


def test_shift_and_tab_go_back_the_same_way(attacks: Page) -> None:
    def walk(key: str, steps: int) -> list[str]:
        names = []
        for _ in range(steps):
            attacks.keyboard.press(key)
            names.append(attacks.evaluate(NOW)["name"])
        return names

    there = walk("Tab", 40)
    assert walk("Shift+Tab", 39) == there[-2::-1]


def test_the_map_is_moved_by_arrows_and_by_plus_and_minus(attacks: Page) -> None:
    tab_to(attacks, attacks.locator(".leaflet-container"))
    east, north, zoom = view(attacks)
    press(attacks, "ArrowRight")
    assert view(attacks)[0] > east
    press(attacks, "ArrowUp")
    assert view(attacks)[1] > north
    press(attacks, "+")
    assert view(attacks)[2] > zoom
    press(attacks, "-")
    assert view(attacks)[2] == zoom


def test_the_maps_buttons_zoom_and_bring_the_first_view_back(attacks: Page) -> None:
    first = view(attacks)
    tab_to(attacks, button(attacks, "Zoom in"))
    press(attacks, "Enter")
    assert view(attacks)[2] == first[2] + 1
    tab_to(attacks, button(attacks, "Zoom out"))
    press(attacks, "Space", "Enter")
    assert view(attacks)[2] < first[2] + 1
    tab_to(attacks, button(attacks, "Back to the first view"))
    press(attacks, "Enter")
    assert view(attacks) == pytest.approx(first, abs=0.1)


def test_full_screen_is_entered_and_left(attacks: Page) -> None:
    tab_to(attacks, button(attacks, "Full screen"))
    press(attacks, "Enter")
    expect(attacks.locator(".mg-first:fullscreen")).to_be_attached()
    press(attacks, "Enter")
    expect(attacks.locator(".mg-first:fullscreen")).to_have_count(0)
    assert attacks.evaluate(NOW)["tag"] == "button"


def test_layers_and_types_are_switched_and_the_legend_is_folded(attacks: Page) -> None:
    summary = attacks.locator(".mg-legend summary")
    tab_to(attacks, summary)
    press(attacks, "Enter")
    expect(attacks.locator(".mg-legend")).not_to_have_attribute("open", "")
    press(attacks, "Enter")
    for layer in ("events.attack", "khorasan-classical"):
        box = attacks.locator(f'input[data-layer="{layer}"]')
        tab_to(attacks, box)
        before = box.is_checked()
        press(attacks, "Space")
        expect(box).to_be_checked(checked=not before)
        expect(box).to_be_focused()


@pytest.mark.parametrize(
    ("mark", "card"),
    [
        (".mg-focus [aria-label='21 events']", "21 events"),
        (".mg-place[aria-label='Kabul']", "Kabul"),
        ("path.mg-region[aria-label^='Nangarhar']", "Nangarhar"),
    ],
    ids=["events", "place", "region"],
)
def test_a_mark_opens_its_card_and_has_the_focus_back(attacks: Page, mark: str, card: str) -> None:
    at = attacks.locator(mark).first
    tab_to(attacks, at)
    press(attacks, "Enter")
    expect(title(attacks)).to_contain_text(card)
    assert attacks.get_by_role("dialog").evaluate("it => it.contains(document.activeElement)")
    press(attacks, "Escape")
    expect(attacks.get_by_role("dialog")).to_be_hidden()
    expect(at).to_be_focused()


def test_an_event_is_chosen_from_a_list_stepped_from_and_come_back_to(attacks: Page) -> None:
    tab_to(attacks, attacks.locator(".mg-focus [aria-label='21 events']"))
    press(attacks, "Enter")
    choice = attacks.locator(".mg-choices button")
    titles = choice.all_inner_texts()
    tab_to(attacks, choice.nth(1))
    press(attacks, "Enter")
    expect(title(attacks)).to_have_text(titles[1])
    tab_to(attacks, button(attacks, "Next event"))
    press(attacks, "Enter")
    expect(title(attacks)).to_have_text(titles[2])
    tab_to(attacks, button(attacks, "Previous event"))
    press(attacks, "Enter")
    expect(title(attacks)).to_have_text(titles[1])
    tab_to(attacks, attacks.locator(".mg-back"))
    press(attacks, "Enter")
    expect(title(attacks)).to_have_text("21 events")


def test_the_link_of_an_event_is_copied(attacks: Page) -> None:
    attacks.context.grant_permissions(["clipboard-read", "clipboard-write"])
    attacks.evaluate("id => mapgen.show(id)", SIKH)
    tab_to(attacks, button(attacks, "Copy link to this event"))
    press(attacks, "Enter")
    expect(attacks.locator(".mg-copy [role=status]")).to_have_text("Link copied.")
    assert attacks.evaluate("navigator.clipboard.readText()").endswith(f"#event={SIKH}")


def test_a_card_does_not_hold_the_focus_fast(attacks: Page) -> None:
    attacks.evaluate("id => mapgen.show(id)", SIKH)
    tab_to(attacks, button(attacks, "Copy link to this event"))
    left = []
    for _ in range(12):
        attacks.keyboard.press("Tab")
        left.append(attacks.evaluate("!document.activeElement.closest('[role=dialog]')"))
    assert any(left)


def test_the_period_is_chosen_by_its_handles(attacks: Page) -> None:
    first = attacks.get_by_role("slider", name="First day shown")
    last = attacks.get_by_role("slider", name="Last day shown")
    tab_to(attacks, first)
    press(attacks, "ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "1 Feb 2015")
    tab_to(attacks, last)
    press(attacks, "Home")
    expect(last).to_have_attribute("aria-valuetext", "28 Feb 2015")
    press(attacks, "End")
    expect(last).to_have_attribute("aria-valuetext", "31 Mar 2024")
    expect(last).to_be_focused()
    tab_to(attacks, button(attacks, "Whole period"))
    press(attacks, "Enter")
    expect(attacks.locator(".mg-time p").first).to_contain_text("76 events")
    expect(first).to_be_focused()


def test_time_is_played_paused_and_given_another_step(attacks: Page) -> None:
    tab_to(attacks, attacks.get_by_label("Step"))
    press(attacks, "y")
    expect(attacks.get_by_label("Step")).to_have_value("year")
    tab_to(attacks, button(attacks, "Play"))
    press(attacks, "Enter")
    expect(button(attacks, "Pause")).to_be_focused()
    press(attacks, "Enter")
    expect(button(attacks, "Play")).to_be_focused()


def test_the_list_is_searched_sorted_and_a_row_of_it_chosen(attacks: Page) -> None:
    tab_to(attacks, attacks.get_by_label("Search the list"))
    attacks.keyboard.type("jalalabad 2018")
    expect(attacks.locator("#mg-found")).to_contain_text("found")
    shown = attacks.locator(".mg-twin tr[id]:not([hidden])")
    assert 0 < shown.count() < 20
    tab_to(attacks, attacks.locator(".mg-twin").get_by_role("button", name="Deaths", exact=True))
    press(attacks, "Enter")
    expect(attacks.locator(".mg-twin th[aria-sort=ascending]")).to_contain_text("Deaths")
    row = shown.first.locator("a").first
    words = row.inner_text()
    tab_to(attacks, row)
    press(attacks, "Enter")
    expect(title(attacks)).to_have_text(words)
    press(attacks, "Escape")
    expect(row).to_be_focused()
