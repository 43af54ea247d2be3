"""Names on the map: where they stand, how they are spelled, and which come first."""

import json
import math
import unicodedata
import zlib
from collections.abc import Callable
from importlib.resources import files

import pytest

from mapgen.atlas.labels import CREDIT, KINDS, MOST, Label, within

AFGHANISTAN = (60.5, 29.4, 74.9, 38.5)
REGION = (58, 23, 76, 39.5)
WORLD = (-180, -85, 180, 85)
NANGARHAR = (69.4, 33.9, 71.2, 34.9)

Find = Callable[..., Label]


@pytest.fixture(scope="module")
def find() -> Find:
    """The label of a name and kind near a point."""

    def found(name: str, lon: float, lat: float, kind: str | None = None) -> Label:
        near = within((lon - 1, lat - 1, lon + 1, lat + 1))
        labels = [label for label in near if label.name == name and kind in {None, label.kind}]
        return min(labels, key=lambda label: math.hypot(label.lon - lon, label.lat - lat))

    return found


REACH = {"province": 1.0, "country": 0.6}
"""Degrees by which the name of an area may stand off the point that is asked for."""

PLACES = [
    ("Kabul", 69.17, 34.53, "capital"),
    ("Jalalabad", 70.45, 34.43, "seat"),
    ("Herat", 62.20, 34.35, "seat"),
    ("Kandahar", 65.71, 31.61, "seat"),
    ("Mazar-e Sharif", 67.11, 36.71, "seat"),
    ("Achin", 70.71, 34.13, "town"),
    ("Torkham", 71.095, 34.127, "town"),
    ("Darzab", 65.38, 35.98, "town"),
    ("Nangarhar", 70.3, 34.22, "province"),
    ("Daykundi", 66.3, 33.84, "province"),
    ("Uruzgan", 66.09, 32.81, "province"),
    ("Panjshir", 69.76, 35.34, "province"),
    ("Parwan", 68.9, 35.0, "province"),
    ("Khyber Pakhtunkhwa", 72.6, 34.9, "province"),
    ("Sughd", 69.2, 39.9, "province"),
    ("Northern Red Sea", 40.2, 15.6, "province"),
    ("Peshawar", 71.58, 34.01, "seat"),
    ("Islamabad", 73.06, 33.72, "capital"),
    ("New Delhi", 77.23, 28.64, "capital"),
    ("Termez", 67.28, 37.22, "seat"),
    ("Tehran", 51.42, 35.69, "capital"),
    ("Mecca", 39.83, 21.43, "seat"),
    ("Jerusalem", 35.22, 31.77, "town"),
    ("Gaza City", 34.46, 31.5, "town"),
    ("West Bank", 35.25, 32.0, "country"),
    ("Gaza Strip", 34.33, 31.38, "country"),
    ("Somaliland", 45.6, 9.4, "country"),
    ("Kosovo", 20.9, 42.6, "country"),
    ("Taiwan", 120.9, 23.7, "country"),
    ("Western Sahara", -12.6, 24.0, "country"),
    ("Crimea", 34.3, 45.3, "province"),
    ("Ivory Coast", -5.6, 7.5, "country"),
    ("Czechia", 15.4, 49.9, "country"),
    ("São Paulo", -46.64, -23.55, "seat"),
    ("Malmö", 13.0, 55.61, "seat"),
    ("Zurich", 8.55, 47.37, "seat"),
    ("Xi'an", 108.93, 34.26, "seat"),
    ("Ho Chi Minh City", 106.63, 10.82, "seat"),
    ("Osaka", 135.5, 34.69, "seat"),
    ("Kyiv", 30.52, 50.45, "capital"),
    ("La Paz", -68.15, -16.5, "capital"),
    ("Hong Kong", 114.17, 22.28, "town"),
    ("Nuuk", -51.72, 64.18, "seat"),
    ("Longyearbyen", 15.64, 78.22, "seat"),
    ("Suva", 178.44, -18.14, "capital"),
    ("Ushuaia", -68.3, -54.8, "seat"),
    ("Agadez", 7.99, 16.97, "seat"),
    ("Persian Gulf", 51.3, 27.0, "sea"),
    ("Caspian Sea", 50.6, 41.8, "sea"),
    ("Lake Victoria", 33.0, -1.2, "lake"),
]


@pytest.mark.parametrize(("name", "lon", "lat", "kind"), PLACES, ids=[row[0] for row in PLACES])
def test_a_name_stands_where_its_place_lies(
    find: Find, name: str, lon: float, lat: float, kind: str
) -> None:
    label = find(name, lon, lat, kind)
    assert math.hypot(label.lon - lon, label.lat - lat) < REACH.get(kind, 0.1)


LOCAL = [
    (("Kabul", 69.17, 34.53, "capital"), "کابل", "کابل"),
    (("Kandahar", 65.71, 31.61, "seat"), "قندهار", "کندهار"),
    (("Nangarhar", 70.3, 34.22, "province"), "ننگرهار", "ننګرهار"),
    (("Kunar", 71.1, 34.9, "province"), "کنر", "کونړ"),
    (("Panjshir", 69.76, 35.34, "province"), "پنجشیر", "پنجشېر"),
    (("Daykundi", 66.3, 33.84, "province"), "دایکندی", "دايکندي"),
    (("Jalalabad", 70.45, 34.43, "seat"), "جلال\u200cآباد", "جلال\u200cآباد"),
    (("Afghanistan", 66.5, 34.2, "country"), "افغانستان", "افغانستان"),
]


@pytest.mark.parametrize(("place", "fa", "ps"), LOCAL)
def test_a_name_is_told_in_persian_and_pashto(
    find: Find, place: tuple[str, float, float, str], fa: str, ps: str
) -> None:
    label = find(*place)
    assert (label.names["fa"], label.names["ps"]) == (fa, ps)


def test_every_province_of_afghanistan_has_its_name_in_four_languages() -> None:
    lacking = {"Badakhshan", "Kabul", "Herat", "Nimroz", "Khost", "Wardak", "Jowzjan", "Ghor"}
    for label in within(AFGHANISTAN):
        if label.kind == "province" and label.name in lacking:
            assert set(label.names) == {"ar", "fa", "ps", "ur"}
            lacking.remove(label.name)
    assert not lacking


def test_the_name_of_a_province_is_told_without_the_word_for_province() -> None:
    words = {"ولایت", "استان", "صوبہ", "ولاية", "محافظة", "Province"}
    provinces = [label for label in within(REGION) if label.kind == "province"]
    told = [name for label in provinces for name in (label.name, *label.names.values())]
    assert not [name for name in told if words & set(name.split())]


def test_persian_names_keep_the_mark_between_their_parts(find: Find) -> None:
    label = find("Saladin", 43.5, 34.5, "province")
    assert label.names["fa"] == "صلاح\u200cالدین"


def test_no_english_name_of_the_region_carries_marks() -> None:
    marked = {label.name for label in within(REGION) if 58 < label.lon < 76 and label.lat < 39.5}
    assert not {name for name in marked if unicodedata.normalize("NFD", name) != name}


def test_parts_of_a_large_town_are_no_towns() -> None:
    names = {label.name for label in within((76.5, 28, 78, 29.2))}
    assert not names & {"Rohini", "Najafgarh", "Narela"}


def test_each_kind_is_known_and_every_place_is_on_earth() -> None:
    labels = within(WORLD)
    assert {label.kind for label in labels} <= set(KINDS)
    assert all(abs(label.lon) <= 180 and abs(label.lat) <= 90 for label in labels)


def test_the_most_important_labels_come_first() -> None:
    zooms = [label.zoom for label in within(REGION)]
    assert zooms == sorted(zooms)


def test_a_capital_is_shown_before_a_provinces_seat_and_this_before_a_town(find: Find) -> None:
    kabul, jalalabad = find("Kabul", 69.17, 34.53), find("Jalalabad", 70.45, 34.43)
    assert kabul.zoom < jalalabad.zoom < find("Achin", 70.71, 34.13).zoom


def test_every_province_seat_of_afghanistan_is_shown_by_zoom_8() -> None:
    late = {
        label.name
        for label in within(AFGHANISTAN)
        if label.kind == "seat" and label.zoom > 8 and 61 < label.lon < 71 and 31 < label.lat < 37
    }
    assert not late & {"Gardez", "Khost", "Ghazni", "Charikar", "Pul-e Alam", "Parun", "Nili"}


def test_two_towns_of_one_zoom_do_not_crowd_each_other() -> None:
    towns = [it for it in within((10, 40, 30, 55)) if it.kind in {"town", "seat"} and it.zoom == 7]
    places = [
        (it.lon * 91, -math.degrees(math.asinh(math.tan(math.radians(it.lat)))) * 91)
        for it in towns
    ]
    near = [math.dist(one, other) for number, one in enumerate(places) for other in places[:number]]
    assert min(near) > 14


def test_no_label_starts_beyond_the_maps_greatest_zoom() -> None:
    assert max(label.zoom for label in within(NANGARHAR, (3, 8))) <= 8


def test_the_district_seats_of_the_focus_are_there() -> None:
    names = {label.name for label in within(REGION)}
    assert names >= {"Achin", "Haska Mina", "Khogyani", "Chaparhar", "Bati Kot", "Surkh Rod"}


def test_zooming_out_of_a_small_map_is_never_nameless() -> None:
    names = {label.name for label in within(NANGARHAR)}
    assert names >= {"Brazil", "China", "Pacific Ocean", "London", "Tokyo", "Arabian Sea"}


def test_far_away_only_countries_waters_and_chief_towns_are_named() -> None:
    far = [label for label in within(NANGARHAR) if label.lon < 0]
    assert all(label.zoom <= 4 and label.kind != "province" for label in far)


@pytest.mark.parametrize("bounds", [(177, -19, -179, -16), (176, -20, -176, -15)])
def test_a_map_across_the_antimeridian_has_the_names_of_both_sides(
    bounds: tuple[float, float, float, float],
) -> None:
    towns = {label.name for label in within(bounds) if label.zoom > 6}
    assert {"Labasa", "Levuka"} <= towns


def test_at_the_pole_there_are_names() -> None:
    assert "Arctic Ocean" in {label.name for label in within((-180, 80, 180, 90))}


@pytest.mark.parametrize("bounds", [REGION, WORLD, (5, 45, 15, 55)])
def test_a_large_region_takes_no_more_labels_than_a_page_bears(
    bounds: tuple[float, float, float, float],
) -> None:
    assert len(within(bounds)) <= MOST


def test_the_names_of_the_region_weigh_at_most_14_kilobytes() -> None:
    rows = [[it.lon, it.lat, it.kind, it.zoom, it.name] for it in within(REGION)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    assert len(zlib.compress(text.encode(), 9)) <= 14 * 1024


def test_the_names_of_the_world_weigh_at_most_a_megabyte() -> None:
    assert len(files("mapgen.atlas").joinpath("labels.bin").read_bytes()) < 1_000_000


def test_the_same_bounds_give_the_same_labels() -> None:
    assert within(NANGARHAR) == within(NANGARHAR)


def test_the_credit_names_the_licence_that_asks_for_it() -> None:
    assert "GeoNames (CC BY 4.0)" in CREDIT
