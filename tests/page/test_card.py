"""The card of an event: what it says, how it is left, and where it lies on a phone."""

from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
from playwright.sync_api import Locator, Page, expect

import mapgen
from mapgen.build import Report

KABUL = (69.2, 34.5)
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
SIKH = "jalalabad-sikh-2018-07-01"


@pytest.fixture
def attacks(built: tuple[Path, Report], visit: Callable) -> Callable[..., Page]:
    """Opens the map of attacks, and in it an event."""

    def at(event: str | None = None, **options: object) -> Page:
        page: Page = visit(built[0] / "attacks.html", **options).page
        if event:
            assert page.evaluate("(id) => mapgen.show(id)", event)
        return page

    return at


def written(folder: Path, lang: str = "en", **words: object) -> Path:
    """Return the page of a map with one event for every value of the columns."""
    count = len(next(iter(words.values())))  # type: ignore[arg-type] # lists, all as long
    points = geopandas.points_from_xy(*zip(*[KABUL] * count, strict=True))
    frame = geopandas.GeoDataFrame(words, geometry=points, crs=4326)
    drawn = mapgen.Map(
        title="Events", description="Events", basemap=False, focus=(60, 30, 72, 38), lang=lang
    )
    mapgen.EventLayer(frame, name="Events", id="events").add_to(drawn)
    drawn.save(folder / "page.html")
    return folder / "page.html"


def fact(page: Page, term: str) -> str:
    """Return what stands beside a term of the card, its lines apart."""
    terms = page.get_by_role("dialog").locator("dt")
    shown: str = terms.filter(has_text=term).locator("+ dd").inner_text()
    return shown


def focused(page: Page) -> str:
    text: str = page.evaluate(
        "document.activeElement.ariaLabel || document.activeElement.textContent"
    )
    return text


def test_a_card_says_the_type_with_its_symbol(attacks: Callable[..., Page]) -> None:
    kicker = attacks(SIKH).locator(".mg-kicker")
    assert kicker.inner_text().split("\n") == ["Attack", "·", "suicide bombing"]
    assert kicker.locator("svg circle").count() == 1


@pytest.mark.parametrize(
    ("event", "phrase"),
    [
        (SIKH, "on 1 July 2018"),
        ("achin-control-2015-06", "in June 2015"),
        ("jalalabad-prison-2020-08-02", "between 2 and 3 August 2020"),
    ],
)
def test_a_card_says_when(event: str, phrase: str, attacks: Callable[..., Page]) -> None:
    assert fact(attacks(event), "When").replace("\u2009", " ") == phrase


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        (
            SIKH,
            [
                "Mukhaberat Square, Jalalabad, Nangarhar, Afghanistan",
                "somewhere within 4 km of the mark; the mark shows the city as a whole",
            ],
        ),
        (
            "kabul-airport-2021-08-26",
            [
                "Abbey Gate, Hamid Karzai International Airport, Kabul, Afghanistan",
                "within 0.3 km of the mark; the mark shows the site itself",
            ],
        ),
        (
            "khaki-safed-clash-2015-05-24",
            [
                "Khaki Safed district, Farah, Afghanistan",
                "somewhere within 30 km of the mark; the mark shows the middle of the district",
            ],
        ),
        (
            "termez-2022-04-18",
            [
                "Termez, Surxondaryo, Uzbekistan",
                "somewhere within 10 km of the mark; the mark shows the town (claimed target)",
            ],
        ),
        (
            "abu-sayed-2017-07-11",
            ["Kunar, Afghanistan", "only Kunar as a whole is known, no place in it"],
        ),
        ("taliban-letter-2015-06-16", ["not on the map: its place is not known"]),
        (
            "shah-noorani-2016-11-12",
            [
                "Shah Noorani shrine, Khuzdar district, Balochistan, Pakistan",
                "not on the map: where exactly is not known",
            ],
        ),
    ],
)
def test_a_card_says_where_and_how_surely(
    event: str, lines: list[str], attacks: Callable[..., Page]
) -> None:
    assert fact(attacks(event), "Where").split("\n") == lines


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((19, 19, 20), "19; counts range from 19 to 20"),
        ((19, None, 20), "19, at most 20"),
        ((19, 15, None), "19, at least 15"),
        ((19, 19, 19), "19"),
        ((None, 36, 96), "36–96, no best figure"),
        ((None, 1, None), "at least 1"),
        ((0, None, None), "0"),
        ((None, None, None), "not known"),
    ],
)
def test_a_card_says_the_toll_with_its_range(
    figures: tuple[int | None, ...], said: str, tmp_path: Path, visit: Callable
) -> None:
    names = ("fatalities", "fatalities_low", "fatalities_high")
    columns = {name: [figure] for name, figure in zip(names, figures, strict=True)}
    page = visit(written(tmp_path, title=["Event"], **columns)).page
    page.evaluate("mapgen.show('1')")
    assert fact(page, "Deaths") == said


def test_a_card_says_who_said_so(attacks: Callable[..., Page]) -> None:
    assert fact(attacks(SIKH), "Attribution") == "claimed by those said to have done it"


def test_a_card_numbers_its_sources_with_publisher_and_date(attacks: Callable[..., Page]) -> None:
    sources = attacks(SIKH).locator(".mg-sources ol > li")
    assert [text.split("\n") for text in sources.all_inner_texts()] == [
        ["GTD incident 201807010005", "Global Terrorism Database, START · 2018"],
        [
            "Islamic State suicide bombing kills 19 Sikhs, Hindus in Afghanistan",
            "Haaretz/AP · 2 July 2018",
        ],
    ]


def test_an_archived_copy_is_a_second_link(attacks: Callable[..., Page]) -> None:
    links = attacks("khaki-safed-clash-2015-05-24").locator(".mg-sources li").first.locator("a")
    assert links.all_inner_texts()[1] == "archived copy"
    assert links.nth(1).get_attribute("href") == "https://github.com/RealCaddish/AfghanConflicts"


def test_every_link_of_a_card_opens_beside_the_map(attacks: Callable[..., Page]) -> None:
    links = attacks("khaki-safed-clash-2015-05-24").get_by_role("dialog").locator("a")
    told = links.evaluate_all("(all) => all.map((a) => [a.target, a.rel].join())")
    assert set(told) == {"_blank,noopener"}


def test_a_caution_stands_apart_from_the_description(attacks: Callable[..., Page]) -> None:
    card = attacks("abu-sayed-2017-07-11").get_by_role("dialog")
    assert card.locator(".mg-caution").inner_text() == "Caution: Only the province was reported."
    assert "Caution" not in card.locator("p[dir=auto]").inner_text()


def test_a_region_says_its_certainty_its_time_and_its_sources(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "khorasan.html").page
    page.locator("path.mg-region[aria-label^='Khorasan, 9th']").press("Enter")
    assert fact(page, "Outline") == "approximate"
    assert fact(page, "When") == "roughly between 800 and 1000"
    first = page.locator(".mg-sources li").first.inner_text()
    assert first.split("\n")[1] == "al-Maktaba al-Shamila"


def test_a_place_says_its_description_and_sources(attacks: Callable[..., Page]) -> None:
    page = attacks()
    page.get_by_role("button", name="Kabul", exact=True).press("Enter")
    card = page.get_by_role("dialog", name="Kabul")
    assert "Capital of Afghanistan" in card.inner_text()
    assert "GeoNames (CC BY 4.0)" in card.locator(".mg-sources").inner_text()


def test_the_focus_goes_to_the_title_and_back_to_the_mark(attacks: Callable[..., Page]) -> None:
    page = attacks()
    mark = page.get_by_role("button", name="21 events").first
    mark.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "21 events"
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def test_the_focus_goes_to_the_map_when_the_opener_is_gone(attacks: Callable[..., Page]) -> None:
    page = attacks()
    page.get_by_role("button", name="21 events").first.press("Enter")
    page.evaluate("mapgen.map.removeLayer(mapgen.layers.events)")
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-container")).to_be_focused()


def test_tab_goes_from_the_title_through_the_card(attacks: Callable[..., Page]) -> None:
    page = attacks(SIKH)
    met = []
    for _ in range(3):
        page.keyboard.press("Tab")
        met.append(focused(page))
    assert met[0] == "GTD incident 201807010005"
    assert met[2] == "Copy link to this event"


def test_next_goes_to_the_next_event_by_date_and_keeps_the_focus(
    attacks: Callable[..., Page],
) -> None:
    page = attacks(SIKH)
    expect(page.locator(".mg-steps-at")).to_have_text("35 of 76")
    page.get_by_role("button", name="Next event").press("Enter")
    expect(page.get_by_role("dialog").locator("h2")).to_contain_text("Mastung")
    expect(page.get_by_role("button", name="Next event")).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text("36 of 76")


def test_arrow_keys_step_through_the_events(attacks: Callable[..., Page]) -> None:
    page = attacks(SIKH)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".mg-steps-at")).to_have_text("34 of 76")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".mg-steps-at")).to_have_text("36 of 76")


def test_there_is_nothing_before_the_first_event(attacks: Callable[..., Page]) -> None:
    page = attacks("iskp-announcement-2015-01-26")
    previous = page.get_by_role("button", name="Previous event")
    expect(previous).to_have_attribute("aria-disabled", "true")
    previous.press("Enter")
    expect(page.locator(".mg-steps-at")).to_have_text("1 of 76")


def test_only_shown_events_are_stepped_through(attacks: Callable[..., Page]) -> None:
    page = attacks(SIKH)
    page.evaluate("mapgen.filter({from: '2018-07', to: '2018', types: ['attack']})")
    expect(page.locator(".mg-steps-at")).to_have_text("1 of 6")
    titles = set()
    for _ in range(8):
        titles.add(page.locator("#mg-card-title").inner_text())
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    assert len(titles) == 6


def test_a_list_is_stepped_through_in_its_order_and_come_back_to(
    attacks: Callable[..., Page],
) -> None:
    page = attacks()
    page.get_by_role("button", name="21 events").first.press("Enter")
    titles = page.locator(".mg-choices button").all_inner_texts()
    page.locator(".mg-choices button").nth(2).press("Enter")
    expect(page.locator("#mg-card-title")).to_have_text(titles[2])
    expect(page.locator(".mg-steps-at")).to_have_text("3 of 21")
    page.get_by_role("button", name="Next event").click()
    expect(page.locator("#mg-card-title")).to_have_text(titles[3])
    page.get_by_role("button", name="All 21").press("Enter")
    expect(page.locator("#mg-card-title")).to_have_text("21 events")
    assert focused(page) == titles[3]


def test_an_event_that_is_opened_alone_has_no_list_to_go_back_to(
    attacks: Callable[..., Page],
) -> None:
    assert attacks(SIKH).locator(".mg-back").is_hidden()


def test_the_link_to_an_event_is_copied(attacks: Callable[..., Page]) -> None:
    page = attacks(SIKH, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link to this event").press("Enter")
    expect(page.locator(".mg-copy [role=status]")).to_have_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{page.url.split('#')[0]}#event={SIKH}"


def test_without_a_clipboard_the_link_stands_in_a_field_that_is_marked(
    attacks: Callable[..., Page],
) -> None:
    page = attacks(SIKH)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy link to this event").press("Enter")
    field = page.get_by_role("textbox", name="Link to this event")
    expect(field).to_be_focused()
    assert field.evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)") == (
        f"{page.url.split('#')[0]}#event={SIKH}"
    )
    expect(page.locator(".mg-copy [role=status]")).to_contain_text("copy it")


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return dict(found)


def mark_of(page: Page, title: str) -> dict[str, float]:
    return box(page.locator(".mg-focus").get_by_role("button", name=title))


@pytest.mark.parametrize("size", [(360, 640), (320, 568), (640, 360)])
def test_on_a_phone_the_card_leaves_its_mark_in_sight(
    attacks: Callable[..., Page], size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = attacks("khar-2023-07-30", viewport=viewport, has_touch=True)
    page.wait_for_timeout(600)
    card = box(page.get_by_role("dialog"))
    mark = mark_of(page, page.locator("#mg-card-title").inner_text())
    head = box(page.locator(".leaflet-container"))
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= size[0]
    assert max(head["y"], 0) <= mark["y"]
    beside = mark["x"] >= card["x"] + card["width"]
    assert beside or mark["y"] + mark["height"] <= card["y"]


def test_on_a_phone_the_card_takes_at_most_three_fifths(attacks: Callable[..., Page]) -> None:
    card = box(attacks(SIKH, **PHONE).get_by_role("dialog"))
    assert card["height"] <= 0.6 * 640 + 1
    assert card["y"] + card["height"] == pytest.approx(640, abs=1)


def test_every_button_of_a_card_is_large_enough(attacks: Callable[..., Page]) -> None:
    page = attacks(**PHONE)
    page.locator(".mg-focus [aria-label$=' events']").first.press("Enter")
    page.locator(".mg-choices button").first.press("Enter")
    page.locator(".mg-back").wait_for()
    for button in page.get_by_role("dialog").get_by_role("button").all():
        size = box(button)
        assert min(size["width"], size["height"]) >= 24


LONG = "A sentence that goes on for as long as an editor may wish. " * 60
FORTY = [{"title": f"Source {n}", "url": f"https://example.org/{n}"} for n in range(1, 41)]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A page whose one event has a long text, a word without end and forty sources."""
    return written(
        tmp_path, title=["Event " + "x" * 300], description=[LONG], sources=[FORTY], date=["2020"]
    )


@pytest.mark.parametrize("options", [{}, PHONE])
def test_long_texts_and_forty_sources_scroll_within_the_card(
    long: Path, visit: Callable, options: dict[str, object]
) -> None:
    page = visit(long, **options).page
    page.evaluate("mapgen.show('1')")
    card, body = box(page.get_by_role("dialog")), page.locator(".mg-card-body")
    assert card["y"] + card["height"] <= page.viewport_size["height"]
    assert body.evaluate("(it) => it.scrollWidth <= it.clientWidth")
    last = page.locator(".mg-sources li").last
    last.scroll_into_view_if_needed()
    assert box(last)["y"] + box(last)["height"] <= card["y"] + card["height"]
    close = box(page.get_by_role("button", name="Close"))
    assert close["y"] >= card["y"]


def test_a_long_text_is_scrolled_by_keyboard(long: Path, visit: Callable) -> None:
    page = visit(long).page
    page.evaluate("mapgen.show('1')")
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('.mg-card-body').scrollTop > 0")


def test_from_right_to_left_the_card_and_its_arrows_turn_round(
    tmp_path: Path, visit: Callable
) -> None:
    page = visit(written(tmp_path, "fa", title=["یک", "دو"], date=["2020", "2021"])).page
    page.evaluate("mapgen.show('1')")
    card, host = box(page.get_by_role("dialog")), box(page.locator(".leaflet-container"))
    assert card["x"] > host["width"] / 2
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#mg-card-title")).to_have_text("دو")


def test_nothing_of_the_data_becomes_markup(tmp_path: Path, visit: Callable) -> None:
    evil = "<img src=x onerror=alert(1)>"
    source = {"title": evil, "publisher": evil, "date": evil, "url": "https://example.org/"}
    words = ("title", "description", "sub_event_type", "location", "admin1", "caution")
    columns = {word: [evil] for word in (*words, "coord_basis", "coord_source")}
    page = visit(written(tmp_path, sources=[[source]], **columns)).page
    page.evaluate("mapgen.show('1')")
    card = page.get_by_role("dialog")
    assert card.locator("img").count() == 0
    assert card.inner_text().count(evil) >= len(columns)
