"""What is known about a place decides how its event may be drawn."""

from __future__ import annotations

import geopandas
import pytest
import shapely
from gazetteer import ACHIN, JALALABAD, KABUL, NANGARHAR, event, regions

from mapgen.places import resolve


def placement(**columns: object) -> str:
    return str(resolve(event(JALALABAD, **columns), regions()).events["placement"][0])


def area(**columns: object) -> object:
    resolved = resolve(event(**columns), regions()).events
    assert (resolved["placement"][0] == "area") == resolved["area"].notna()[0]
    return resolved["area"].astype(object).where(resolved["area"].notna(), None)[0]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, "point"),
        ({"geo_precision": 1}, "point"),
        ({"uncertainty_km": 2}, "point"),
        ({"uncertainty_km": 2, "geo_precision": 2}, "point"),
        ({"uncertainty_km": 2.1}, "ring"),
        ({"uncertainty_km": 8, "geo_precision": 1}, "ring"),
        ({"geo_precision": 2}, "ring"),
        ({"where_prec": 3}, "ring"),
        ({"geo_precision": 3}, "unplaced"),
    ],
)
def test_a_point_is_drawn_as_sharp_as_it_is_known(columns: dict[str, float], expected: str) -> None:
    assert placement(**columns) == expected


def test_a_ring_of_unknown_radius_claims_none() -> None:
    resolved = resolve(event(JALALABAD, geo_precision=2), regions()).events
    assert resolved["uncertainty_km"].isna().all()


def test_a_point_keeps_its_geometry() -> None:
    assert resolve(event(JALALABAD), regions()).events.geometry[0] == JALALABAD


def test_a_point_that_stands_for_a_province_is_not_drawn() -> None:
    assert resolve(event(JALALABAD, geo_precision=3), regions()).events.geometry[0] is None


def test_a_record_about_a_province_takes_its_outline() -> None:
    resolved = resolve(event(JALALABAD, geo_precision=3, admin1="Nangarhar"), regions()).events
    assert (resolved["area"][0], resolved.geometry[0].equals(NANGARHAR)) == ("nangarhar", True)


@pytest.mark.parametrize(
    "word",
    [
        "Nangarhar",
        "nangarhar",
        "NANGARHAR PROVINCE",
        "Province of Nangarhar",
        "Nangarhār",
        "ننگرهار",
        "ولایت ننگرهار",
    ],
)
def test_a_province_is_found_however_it_is_spelt(word: str) -> None:
    assert area(admin1=word) == "nangarhar"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"admin1": "Kabul"}, "kabul-province"),
        ({"admin1": "kabul-province"}, "kabul-province"),
        ({"location": "Achin", "admin1": "Nangarhar"}, "achin"),
        ({"admin2": "Achin", "admin1": "Nangarhar"}, "achin"),
        ({"location": "Jalalabad", "admin1": "Nangarhar"}, "nangarhar"),
        ({"admin1": "Balochistan"}, None),
        ({}, None),
    ],
)
def test_an_event_without_a_point_takes_the_narrowest_region_it_names(
    columns: dict[str, str], expected: str | None
) -> None:
    assert area(**columns) == expected


def test_a_region_of_another_country_is_not_meant() -> None:
    assert area(admin1="Nangarhar", country="PK") is None


def test_a_title_that_two_regions_share_names_neither() -> None:
    twins = regions(title=["Punjab", "Punjab", "Kabul"])
    assert resolve(event(admin1="Punjab"), twins).events["placement"][0] == "unplaced"


def test_an_event_that_is_an_area_keeps_it() -> None:
    own = shapely.box(60, 30, 61, 31)
    resolved = resolve(event(own, admin1="Nangarhar"), regions()).events
    assert (resolved["placement"][0], resolved.geometry[0].equals(own)) == ("area", True)


def test_a_province_without_a_region_is_a_warning_that_asks_for_it() -> None:
    (warning,) = resolve(event(id="e", geo_precision=3, admin1="Kunar"), regions()).warnings
    assert str(warning) == (
        'GeoDataFrame, e, admin1: "Kunar" is no region, so the event stays unplaced; '
        "add it to the regions"
    )


def test_many_events_of_one_missing_region_are_one_warning() -> None:
    three = [event(id=name, geo_precision=3, admin1="Kunar") for name in "abc"]
    together = geopandas.pd.concat(three, ignore_index=True)
    (warning,) = resolve(
        together.astype({"file": "category", "admin1": "category"}), regions()
    ).warnings
    assert "so the event and 2 more stays unplaced" in warning.problem


def test_a_province_that_is_not_named_is_a_warning() -> None:
    (warning,) = resolve(event(id="e", geo_precision=3), regions()).warnings
    assert warning.problem == (
        "is missing in 1 events about a province or wider; they stay unplaced"
    )


def test_an_unplaced_event_without_precision_is_no_warning() -> None:
    assert resolve(event(admin1="Balochistan"), regions()).warnings == ()


def test_events_resolve_without_any_region() -> None:
    none = regions().iloc[:0]
    assert resolve(event(admin1="Nangarhar"), none).events["placement"][0] == "unplaced"


def test_no_event_resolves_to_none() -> None:
    assert len(resolve(event().iloc[:0], regions()).events) == 0


def test_resolving_leaves_the_events_as_they_were() -> None:
    given = event(JALALABAD, geo_precision=3)
    resolve(given, regions())
    assert (given.geometry[0], "placement" in given) == (JALALABAD, False)


def test_outlines_of_other_regions_are_not_taken() -> None:
    outlines = resolve(event(admin1="Kabul"), regions()).events.geometry
    assert [outlines[0].equals(shape) for shape in (KABUL, ACHIN)] == [True, False]
