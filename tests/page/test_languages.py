"""Languages: whole files of words, plural forms as CLDR has them, pages that speak them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import geopandas
import pytest
from language_fixtures import FIXTURE, as_text
from playwright.sync_api import Browser
from shapely import Point, box

import mapgen
from mapgen.page import words as wording
from mapgen.page.words.plural import form, forms, holds
from mapgen.project import LANGUAGES

OTHERS = [lang for lang in LANGUAGES if lang != "en"]
PLURAL = (".one", ".other")
FOLDER = files("mapgen").joinpath("page", "words")


def file_of(lang: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(FOLDER.joinpath(f"{lang}.json").read_text(encoding="utf-8"))
    return found


def words_of(lang: str) -> dict[str, str]:
    """Return the words of a file without what it says of itself and of its plural forms."""
    return {
        key: word for key, word in file_of(lang).items() if key[0] != "_" and "plural" not in key
    }


def counted_keys() -> set[str]:
    english = words_of("en")
    return {key.removesuffix(".other") for key in english if key.endswith(".other")} & {
        key.removesuffix(".one") for key in english if key.endswith(".one")
    }


def plain_keys(lang: str) -> set[str]:
    counted = counted_keys()
    return {key for key in words_of(lang) if key.rpartition(".")[0] not in counted}


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def test_english_counts_some_of_its_words() -> None:
    assert {"events", "unplaced"} <= counted_keys()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_language_has_every_word_of_english_and_no_other(lang: str) -> None:
    assert plain_keys(lang) == plain_keys("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_each_of_its_plural_forms(lang: str) -> None:
    expected = {f"{key}.{name}" for key in counted_keys() for name in forms(file_of(lang))}
    assert set(words_of(lang)) - plain_keys(lang) == expected


@pytest.mark.parametrize("lang", OTHERS)
def test_a_word_has_the_gaps_of_the_english_one(lang: str) -> None:
    english, own = words_of("en"), words_of(lang)
    wrong = {key for key in plain_keys("en") if gaps(own[key]) != gaps(english[key])}
    assert wrong == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plural_form_names_its_number_unless_it_has_but_one(lang: str) -> None:
    file = file_of(lang)
    single = {name for name in forms(file)[:-1] if re.fullmatch(r"n = \d+", file[f"plural.{name}"])}
    for key in counted_keys():
        for name in forms(file):
            found = gaps(file[f"{key}.{name}"])
            left_out = {"{n}"} - found if name in single else set()
            assert found | left_out == gaps(words_of("en")[f"{key}.other"]), f"{key}.{name}"


@pytest.mark.parametrize("lang", OTHERS)
def test_a_word_is_empty_only_where_the_english_one_is(lang: str) -> None:
    english, own = words_of("en"), words_of(lang)
    assert {key for key in plain_keys(lang) if not own[key]} == {
        key for key in plain_keys("en") if not english[key]
    }


@pytest.mark.parametrize("lang", OTHERS)
def test_a_word_of_another_script_was_not_left_in_english(lang: str) -> None:
    letters = {
        key: re.sub(r"\{\w*\}|\b(?:Tab|Enter)\b", "", word)
        for key, word in words_of(lang).items()
        if key != "direction"
    }
    assert {key for key, text in letters.items() if re.search("[A-Za-z]", text)} == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_file_says_who_has_read_it(lang: str) -> None:
    assert "native speaker" in file_of(lang)["_read"]


def test_what_a_file_says_of_itself_is_no_word() -> None:
    assert not [key for key in wording.load("fa") if key.startswith("_")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_forms_are_those_of_cldr(browser: Browser, lang: str) -> None:
    page = browser.new_page()
    counts = [*range(1200), 10_000, 1_000_000, 1_000_003, 1_000_011]
    script = "([lang, counts]) => counts.map((n) => new Intl.PluralRules(lang).select(n))"
    expected = page.evaluate(script, [lang, counts])
    page.close()
    assert [form(wording.load(lang), count) for count in counts] == expected


@pytest.mark.parametrize(
    ("rule", "true", "false"),
    [
        ("n = 0..1", 1, 2),
        ("n % 10 = 2..4 and n % 100 != 12..14", 22, 12),
        ("n = 0 or n % 100 = 2..19", 119, 20),
        ("n % 10 = 1,3", 13, 12),
    ],
)
def test_a_rule_is_read_as_cldr_writes_it(rule: str, true: int, false: int) -> None:
    assert (holds(rule, true), holds(rule, false)) == (True, False)


def test_a_rule_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="is no rule"):
        holds("i = 1 and v = 0", 1)


def test_what_each_language_writes_is_what_the_script_is_held_to() -> None:
    assert FIXTURE.read_text(encoding="utf-8") == as_text()


def events() -> geopandas.GeoDataFrame:
    rows: dict[str, list[Any]] = {
        "title": ["A raid", "Another raid"],
        "title:fa": ["یک حمله", None],
        "title:ps": [None, "بل برید"],
        "description:fa": ["شرح", None],
        "date": ["2020-08-02/2020-08-03", "2021-08-26"],
        "fatalities": [1234, None],
    }
    return geopandas.GeoDataFrame(rows, geometry=[Point(70, 34), Point(71, 35)], crs=4326)


def drawn(lang: str) -> mapgen.Map:
    found = mapgen.Map(title="Raids", lang=lang, basemap=False)
    named = {"title": ["Kunar"], "title:fa": ["کنر"]}
    region = geopandas.GeoDataFrame(named, geometry=[box(70, 34, 71, 35)], crs=4326)
    mapgen.RegionLayer(region, name="Region").add_to(found)
    mapgen.EventLayer(events(), name="Events").add_to(found)
    return found


def titles(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]*><bdi>(.*?)</bdi>', page)


def test_the_list_tells_of_each_event_in_the_language_of_the_page_or_else_unmarked() -> None:
    assert titles(drawn("fa").html()) == ["یک حمله", "Another raid"]


def test_the_list_in_english_has_the_unmarked_words() -> None:
    assert titles(drawn("en").html()) == ["A raid", "Another raid"]


def test_a_map_is_left_as_it_was_when_it_has_been_written() -> None:
    found = drawn("fa")
    assert found.html() == found.html()


def test_events_without_a_type_are_called_so_in_the_language_of_the_page() -> None:
    assert f'"label":{json.dumps("رویداد")}' in drawn("fa").html()


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_what_a_script_holds_is_of_ascii_alone(lang: str) -> None:
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", drawn(lang).html(), re.DOTALL)
    assert len(scripts) > 3
    assert all(script.isascii() for script in scripts)


def sent(lang: str) -> dict[str, str]:
    """Return the words that a page sends to its script."""
    text = re.search(r'id="mapgen-spec">(.*?)</script>', drawn(lang).html())
    assert text
    found: dict[str, str] = json.loads(text[1])["words"]
    return found


def test_a_page_in_english_does_not_send_the_manner_that_its_script_knows() -> None:
    assert not [key for key in sent("en") if key.startswith(wording.MANNER)]


def test_a_page_in_another_language_sends_its_manner() -> None:
    assert {"month.12", "number.digits", "plural.one", "date.span"} <= set(sent("fa"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_in_each_language_opens_and_says_its_events_as_its_list_does(
    visit: Callable[..., Any], tmp_path: Path, lang: str
) -> None:
    path = tmp_path / f"{lang}.html"
    drawn(lang).save(path)
    seen = visit(path)
    page = seen.page
    # The last is of one day, which list and card say in the same words.
    listed = page.locator(".mg-twin tbody tr").last
    date, title = listed.locator("time").inner_text(), listed.locator("th").inner_text()
    listed.locator("th a").click()
    card = page.locator(".mg-card")
    card.get_by_text(title).first.wait_for()
    assert date in card.inner_text()
    assert page.evaluate("document.dir") == wording.direction(lang)
    assert seen.complaints == []


def test_a_region_is_called_as_in_the_language_of_the_page(
    visit: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "fa.html"
    drawn("fa").save(path)
    page = visit(path).page
    assert page.locator("[aria-label='کنر']").count() == 1


def test_a_place_in_another_script_has_the_name_of_the_basemap_beside_it() -> None:
    found = mapgen.Map(lang="fa", relief=False)
    place = geopandas.GeoDataFrame({"title": ["Kabul"]}, geometry=[Point(69.17, 34.53)], crs=4326)
    layer = mapgen.PlaceLayer(place, name="Kabul")
    basemap = mapgen.layers.Basemap((68, 33, 71, 36), (2, 11), "fa", relief=False)
    layer.add_to(found)
    layer.recognise(basemap.basemap.labels, "fa")
    assert layer.frame["also"].tolist() == ["کابل"]
