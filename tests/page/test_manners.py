"""Manners: wheel and fingers, full screen, first view, stillness, themes, contrast, large text."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import mapgen
from mapgen.build import Report

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
SHIFTS = """
window.shifted = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifted.push(entry.value);
}).observe({type: 'layout-shift', buffered: true});
"""

UNCOVERED = """async () => {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  const map = mapgen.map.getContainer().getBoundingClientRect();
  return ['.mg-basemap', '.mg-marks', '.mg-labels'].filter(name => {
    const own = document.querySelector(name).getBoundingClientRect();
    const [right, bottom] = [own.right < map.right, own.bottom < map.bottom];
    return own.left > map.left || own.top > map.top || right || bottom;
  });
}"""


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html").page
    return page


@pytest.fixture
def phone(built: tuple[Path, Report], visit: Callable) -> Page:
    page: Page = visit(built[0] / "attacks.html", **PHONE).page
    return page


@pytest.fixture
def short(tmp_path: Path, visit: Callable) -> Page:
    """A page with nothing below the map, so that it does not scroll."""
    drawn = mapgen.Map(title="A map", basemap=False, focus=(0, 0, 20, 20))
    drawn.save(tmp_path / "short.html")
    page: Page = visit(tmp_path / "short.html").page
    return page


def zoom(page: Page) -> float:
    return float(page.evaluate("mapgen.map.getZoom()"))


def centre(page: Page) -> tuple[float, float]:
    lat, lng = page.evaluate("[mapgen.map.getCenter().lat, mapgen.map.getCenter().lng]")
    return lat, lng


def until(page: Page, expression: str) -> None:
    """Wait for an expression to be true; the page's policy forbids what Playwright has for it."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


def scrolled(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def over_map(page: Page) -> tuple[float, float]:
    box = page.locator(".folium-map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.8


def touch(page: Page, *steps: list[tuple[float, float]]) -> None:
    """Lay the fingers of the first step on the screen, move them on, and lift them."""
    session = page.context.new_cdp_session(page)
    for number, fingers in enumerate(steps):
        points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(fingers)]
        kind = "touchMove" if number else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(30)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)


def wheel(page: Page, pixels: float) -> None:
    page.mouse.move(*over_map(page))
    page.mouse.wheel(0, pixels)
    page.wait_for_timeout(600)


def hint(page: Page) -> str:
    """Return what the hint says, or nothing when it is not shown."""
    return str(page.locator(".mg-hint.mg-told").inner_text()) if told(page) else ""


def told(page: Page) -> bool:
    return page.locator(".mg-hint.mg-told").count() == 1


def test_a_wheel_over_the_map_scrolls_the_page(attacks: Page) -> None:
    before = zoom(attacks)
    wheel(attacks, 200)
    assert scrolled(attacks) > 0
    assert zoom(attacks) == before


def test_a_wheel_in_vain_is_answered_with_a_hint_that_goes_by_itself(attacks: Page) -> None:
    assert not told(attacks)
    wheel(attacks, 50)
    assert hint(attacks) == "Hold Ctrl and scroll to zoom the map"
    look = attacks.locator(".mg-hint")
    assert look.get_attribute("aria-hidden") == "true"
    assert look.evaluate("it => getComputedStyle(it).pointerEvents") == "none"
    expect(look).not_to_have_class("mg-hint mg-told")
    expect(look).to_be_hidden()


@pytest.mark.parametrize(
    ("targets", "hinted"), [([".mg-head", ".folium-map"], False), ([".folium-map"], True)]
)
def test_a_wheel_that_began_beside_the_map_brings_no_hint(
    attacks: Page, targets: list[str], *, hinted: bool
) -> None:
    attacks.evaluate(
        "names => names.forEach(name => document.querySelector(name)"
        ".dispatchEvent(new WheelEvent('wheel', {deltaY: 10, bubbles: true, cancelable: true})))",
        targets,
    )
    assert told(attacks) is hinted


def test_a_wheel_with_ctrl_zooms_the_map_and_scrolls_nothing(attacks: Page) -> None:
    before = zoom(attacks)
    attacks.keyboard.down("Control")
    wheel(attacks, -120)
    attacks.keyboard.up("Control")
    assert zoom(attacks) > before
    assert scrolled(attacks) == 0
    assert not told(attacks)


def test_a_pinch_on_a_trackpad_zooms_in_step_and_comes_to_rest_on_a_zoom_of_the_map(
    attacks: Page,
) -> None:
    before = zoom(attacks)
    attacks.evaluate(
        "window.zooms = []; mapgen.map.on('zoom', () => zooms.push(mapgen.map.getZoom()))"
    )
    attacks.mouse.move(*over_map(attacks))
    attacks.keyboard.down("Control")
    for _ in range(10):
        attacks.mouse.wheel(0, -8)
    attacks.keyboard.up("Control")
    until(attacks, f"mapgen.map.getZoom() === {before + 1}")
    on_the_way = {value for value in attacks.evaluate("zooms") if value % 0.5}
    assert len(on_the_way) >= 5


def test_a_pinch_keeps_what_lies_under_the_pointer(attacks: Page) -> None:
    under = "([x, y]) => mapgen.map.mouseEventToLatLng({clientX: x, clientY: y})"
    spot = list(over_map(attacks))
    before = attacks.evaluate(under, spot)
    attacks.mouse.move(*spot)
    attacks.keyboard.down("Control")
    for _ in range(10):
        attacks.mouse.wheel(0, -8)
    attacks.keyboard.up("Control")
    attacks.wait_for_timeout(800)
    after = attacks.evaluate(under, spot)
    assert abs(after["lat"] - before["lat"]) < 0.1
    assert abs(after["lng"] - before["lng"]) < 0.1


def test_the_marks_keep_to_their_places_in_the_midst_of_a_pinch(attacks: Page) -> None:
    attacks.evaluate(
        "() => { window.scales = [];"
        "const scale = name => new DOMMatrix("
        "getComputedStyle(document.querySelector(name)).transform).a;"
        "mapgen.map.on('zoom', () => mapgen.map.getZoom() % 0.5 &&"
        "scales.push(['.mg-marks', '.mg-labels', '.mg-basemap'].map(scale))) }"
    )
    attacks.mouse.move(*over_map(attacks))
    attacks.keyboard.down("Control")
    attacks.mouse.wheel(0, -20)
    attacks.keyboard.up("Control")
    until(attacks, "scales.length > 0")
    first = attacks.evaluate("scales[0]")
    assert first[0] > 1
    assert first == pytest.approx([first[0]] * 3)


def test_a_mouse_drags_the_map_in_a_page_that_scrolls(attacks: Page) -> None:
    before = centre(attacks)
    x, y = over_map(attacks)
    attacks.mouse.move(x, y)
    attacks.mouse.down()
    attacks.mouse.move(x - 120, y - 40, steps=5)
    attacks.mouse.up()
    attacks.wait_for_timeout(300)
    assert centre(attacks)[1] > before[1] + 1
    assert not told(attacks)


def test_one_finger_scrolls_the_page_and_is_told_of_two(phone: Page) -> None:
    before = centre(phone)
    x, y = over_map(phone)
    touch(phone, *([(x, y - 15 * step)] for step in range(10)))
    assert scrolled(phone) > 50
    assert centre(phone) == before
    assert hint(phone) == "Move the map with two fingers"


def test_two_fingers_move_the_map(phone: Page) -> None:
    before = centre(phone)
    x, y = over_map(phone)
    touch(phone, *([(x - 40, y - 15 * step), (x + 40, y - 15 * step)] for step in range(10)))
    assert scrolled(phone) == 0
    assert centre(phone)[0] < before[0] - 1
    assert not told(phone)


def test_two_fingers_zoom_the_map(phone: Page) -> None:
    before = zoom(phone)
    x, y = over_map(phone)
    touch(phone, *([(x - 20 - 8 * step, y), (x + 20 + 8 * step, y)] for step in range(10)))
    assert zoom(phone) > before + 1
    assert phone.evaluate("visualViewport.scale") == 1


def test_a_tap_brings_no_hint(phone: Page) -> None:
    phone.touchscreen.tap(*over_map(phone))
    phone.wait_for_timeout(100)
    assert not told(phone)


def test_a_mouse_drags_the_map_after_a_finger_has_touched_it(phone: Page) -> None:
    x, y = over_map(phone)
    phone.touchscreen.tap(x, y)
    before = centre(phone)
    phone.mouse.move(x, y)
    phone.mouse.down()
    phone.mouse.move(x - 80, y, steps=5)
    phone.mouse.up()
    phone.wait_for_timeout(300)
    assert centre(phone)[1] > before[1] + 1


def test_where_nothing_scrolls_a_wheel_zooms(short: Page) -> None:
    before = zoom(short)
    wheel(short, -120)
    assert zoom(short) > before
    assert not told(short)


def test_where_nothing_scrolls_one_finger_moves_the_map(tmp_path: Path, visit: Callable) -> None:
    mapgen.Map(title="A map", basemap=False, focus=(0, 0, 20, 20)).save(tmp_path / "short.html")
    page = visit(tmp_path / "short.html", **PHONE).page
    before = centre(page)
    x, y = over_map(page)
    touch(page, *([(x - 10 * step, y)] for step in range(10)))
    assert centre(page)[1] > before[1] + 1
    assert not told(page)


def test_in_a_frame_the_wheel_is_the_articles(browser: Browser, tmp_path: Path) -> None:
    mapgen.Map(title="A map", basemap=False, focus=(0, 0, 20, 20)).save(tmp_path / "short.html")
    article = tmp_path / "article.html"
    article.write_text(
        '<p>Before.<iframe src="short.html" width=600 height=400></iframe>'
        '<div style="height:3000px">'
    )
    page = browser.new_page()
    page.goto(article.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("html[data-mapgen=ready]", state="attached")
    before = frame.evaluate("mapgen.map.getZoom()")
    page.mouse.move(300, 250)
    page.mouse.wheel(0, 100)
    page.wait_for_timeout(600)
    assert scrolled(page) > 0
    assert frame.evaluate("mapgen.map.getZoom()") == before
    page.close()


def test_in_full_screen_a_wheel_zooms_and_the_list_takes_no_focus(attacks: Page) -> None:
    button = attacks.get_by_role("button", name="Full screen")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert attacks.evaluate("document.fullscreenElement.className") == "mg-first"
    assert attacks.locator(".mg-twin").evaluate("it => it.inert")
    before = zoom(attacks)
    wheel(attacks, -120)
    assert zoom(attacks) > before
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert not attacks.locator(".mg-twin").evaluate("it => it.inert")
    before = zoom(attacks)
    wheel(attacks, 100)
    assert zoom(attacks) == before


@pytest.mark.parametrize(("allow", "count"), [("", 0), ('allow="fullscreen"', 1)])
def test_full_screen_is_offered_only_where_the_frame_allows_it(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path, allow: str, count: int
) -> None:
    text = html.escape((built[0] / "nangarhar.html").read_text(encoding="utf-8"), quote=True)
    article = tmp_path / "article.html"
    article.write_text(
        '<meta charset="utf-8"><iframe sandbox="allow-scripts" '
        f'{allow} width=600 height=400 srcdoc="{text}"></iframe>',
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(article.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-mapgen=ready]").wait_for(state="attached")
    assert frame.get_by_role("button", name="Full screen").count() == count
    page.close()


def test_the_first_view_comes_back_by_keyboard_and_is_offered_only_when_it_was_left(
    attacks: Page,
) -> None:
    button = attacks.get_by_role("button", name="Back to the first view")
    first = (zoom(attacks), centre(attacks))
    expect(button).to_have_attribute("aria-disabled", "true")
    attacks.evaluate("mapgen.map.setView([10, 10], 4, {animate: false})")
    expect(button).to_have_attribute("aria-disabled", "false")
    button.focus()
    attacks.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-disabled", "true")
    assert zoom(attacks) == first[0]
    assert centre(attacks) == pytest.approx(first[1], abs=0.1)
    expect(button).to_be_focused()


def test_zoom_buttons_stop_at_the_ends(attacks: Page) -> None:
    closer = attacks.get_by_role("button", name="Zoom in")
    farther = attacks.get_by_role("button", name="Zoom out")
    before = zoom(attacks)
    closer.click()
    until(attacks, f"mapgen.map.getZoom() === {before + 1}")
    expect(attacks.locator(".leaflet-zoom-anim")).to_have_count(0)
    attacks.evaluate("mapgen.map.setZoom(mapgen.map.getMaxZoom(), {animate: false})")
    expect(closer).to_have_attribute("aria-disabled", "true")
    expect(farther).to_have_attribute("aria-disabled", "false")


def test_the_maps_buttons_are_large_enough_for_a_finger(phone: Page, attacks: Page) -> None:
    for page, least in ((phone, 44), (attacks, 24)):
        boxes = [button.bounding_box() for button in page.locator(".mg-tools button").all()]
        assert len(boxes) == 4
        assert all(min(box["width"], box["height"]) >= least for box in boxes if box)


def test_the_maps_buttons_stand_on_the_right_where_the_page_runs_to_the_left(
    tmp_path: Path, visit: Callable
) -> None:
    mapgen.Map(title="A map", lang="fa", basemap=False).save(tmp_path / "map.html")
    page = visit(tmp_path / "map.html").page
    box = page.locator(".mg-tools").bounding_box()
    assert box is not None
    assert box["x"] > 900


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1400, 900)], ids=["phone", "desk"])
def test_nothing_moves_between_the_first_paint_and_ready(
    built: tuple[Path, Report], browser: Browser, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.add_init_script(SHIFTS)
    page.goto((built[0] / "attacks.html").as_uri())
    page.locator("html[data-mapgen=ready]").wait_for(state="attached")
    page.wait_for_timeout(500)
    assert page.evaluate("PerformanceObserver.supportedEntryTypes.includes('layout-shift')")
    assert sum(page.evaluate("window.shifted")) < 0.002
    page.close()


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def ground(page: Page) -> int:
    """Return how bright the middle of the live basemap is, from 0 to 255."""
    return int(
        page.evaluate(
            "() => { const all = document.querySelectorAll('.mg-basemap');"
            "const it = all[all.length - 1];"
            "return it.getContext('2d').getImageData(it.width / 2, it.height / 2, 1, 1).data[1] }"
        )
    )


LIGHT, DARK = "rgb(255, 255, 255)", "rgb(29, 34, 38)"


def test_an_embedders_theme_wins_over_the_readers_and_both_are_followed(attacks: Page) -> None:
    def is_dark(*, dark: bool) -> None:
        expect(attacks.locator("body")).to_have_css("background-color", DARK if dark else LIGHT)
        assert (ground(attacks) < 128) is dark

    def embed(theme: str) -> None:
        attacks.evaluate("theme => void (document.documentElement.dataset.theme = theme)", theme)

    is_dark(dark=False)
    embed("dark")
    is_dark(dark=True)
    attacks.emulate_media(color_scheme="dark")
    embed("light")
    is_dark(dark=False)
    attacks.evaluate("delete document.documentElement.dataset.theme")
    is_dark(dark=True)
    attacks.emulate_media(color_scheme="light")
    is_dark(dark=False)
    embed("dark")
    attacks.emulate_media(color_scheme="dark")
    attacks.emulate_media(color_scheme="light")
    is_dark(dark=True)


@pytest.mark.parametrize(("reader", "theme"), [("dark", "light"), ("light", "dark")])
def test_a_theme_that_stands_in_the_file_holds_without_scripts(
    built: tuple[Path, Report], visit: Callable, tmp_path: Path, reader: str, theme: str
) -> None:
    text = (built[0] / "nangarhar.html").read_text(encoding="utf-8")
    file = tmp_path / "themed.html"
    file.write_text(text.replace("<html ", f'<html data-theme="{theme}" ', 1), encoding="utf-8")
    page = visit(file, ready=False, java_script_enabled=False, color_scheme=reader).page
    land = page.locator(".mg-poster .land").first
    fill = land.evaluate("it => getComputedStyle(it).fill")
    assert (int(fill.split("(")[1].split(",")[0]) < 128) is (theme == "dark")
    assert paper(page) == (DARK if theme == "dark" else LIGHT)


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_with_reduced_motion_the_map_is_there_at_once(
    built: tuple[Path, Report], visit: Callable, motion: str, *, moves: bool
) -> None:
    page = visit(built[0] / "attacks.html", reduced_motion=motion).page
    run = "() => { const {map} = mapgen; const zoom = map.getZoom(); %s }"
    east = "map.project(map.getCenter()).x"
    panned = run % f"const x = {east}; map.panBy([90, 0]); return {east} - x > 80"
    zoomed = run % "map.zoomIn(); return map.getZoom() === zoom + 1"
    assert page.evaluate(panned) is not moves
    page.wait_for_timeout(500)
    if moves:
        page.get_by_role("button", name="Zoom in").click()
        expect(page.locator(".leaflet-zoom-anim")).to_have_count(1)
    else:
        assert page.evaluate(zoomed)
    fade = page.locator(".mg-hint").evaluate("it => getComputedStyle(it).transitionDuration")
    assert (fade.split(",")[0] != "0s") is moves


def test_with_reduced_motion_play_still_steps(built: tuple[Path, Report], visit: Callable) -> None:
    page = visit(built[0] / "attacks.html", reduced_motion="reduce").page
    page.get_by_label("Step").select_option("year")
    page.get_by_role("button", name="Play").click()
    expect(page.locator(".mg-time strong")).to_have_text("2015")
    expect(page.locator(".mg-time strong")).to_have_text(re.compile("201[6-9]|202"))


def test_in_forced_colours_controls_have_borders_and_symbols_their_colours(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html", forced_colors="active").page
    for name in (".mg-tools", ".mg-legend"):
        border = page.locator(name).evaluate("it => getComputedStyle(it).borderTopStyle")
        assert border == "solid"
    halo = page.locator(".mg-place-name").first
    assert halo.evaluate("it => getComputedStyle(it).textShadow") != "none"
    swatch = page.locator(".mg-swatch-region").last
    assert swatch.evaluate("it => getComputedStyle(it).boxShadow") != "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_more_contrast_lines_and_small_words_stand_out(
    built: tuple[Path, Report], visit: Callable, scheme: str
) -> None:
    def distance(contrast: str, name: str) -> int:
        page = visit(built[0] / "attacks.html", contrast=contrast, color_scheme=scheme).page
        channels = page.evaluate(
            "name => ['--ui-paper', name].map(one => {"
            "const it = document.createElement('i'); document.body.append(it);"
            "it.style.color = `var(${one})`;"
            "return Number(getComputedStyle(it).color.match(/\\d+/)[0]) })",
            name,
        )
        return abs(channels[0] - channels[1])

    for name in ("--ui-line", "--ui-soft"):
        assert distance("more", name) > distance("no-preference", name) + 20


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [(1280, 800, 200), (360, 640, 200), (640, 400, 100), (320, 256, 100)],
    ids=["text on a desk", "text on a phone", "zoom 200 %", "reflow at 320"],
)
def test_large_text_loses_nothing(
    built: tuple[Path, Report], visit: Callable, width: int, height: int, percent: int
) -> None:
    page = visit(built[0] / "attacks.html", viewport={"width": width, "height": height}).page
    # As a reader does in the browser's settings.
    session = page.context.new_cdp_session(page)
    size = 16 * percent // 100
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    page.wait_for_timeout(300)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{size}px"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first = page.locator(".mg-first")
    cut = first.evaluate(
        "it => [...it.querySelectorAll('.mg-head, .mg-head h1, .mg-foot, .mg-time, .mg-time p')]"
        ".filter(one => one.scrollWidth > one.clientWidth + 1"
        " || one.scrollHeight > one.clientHeight + 1).map(one => one.className || one.tagName)"
    )
    assert cut == []
    stage = page.locator(".mg-stage").bounding_box()
    assert stage is not None
    assert stage["height"] >= 200
    summary = page.locator(".mg-legend summary")
    if not page.locator(".mg-legend").evaluate("it => it.open"):
        summary.click()
    legend = page.locator(".mg-legend").bounding_box()
    assert legend is not None
    assert legend["x"] >= 0
    assert legend["x"] + legend["width"] <= width
    assert legend["y"] + legend["height"] <= stage["y"] + stage["height"]
    last = page.locator(".mg-legend input").last
    last.scroll_into_view_if_needed()
    last.check()
    expect(last).to_be_checked()


def test_a_drag_right_at_the_start_uncovers_nothing(attacks: Page) -> None:
    attacks.mouse.move(400, 300)
    attacks.mouse.down()
    attacks.mouse.move(280, 230, steps=6)
    assert attacks.evaluate(UNCOVERED) == []
    attacks.mouse.up()
