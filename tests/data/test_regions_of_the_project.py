from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Rows = list[dict[str, Any]]
Regions = dict[str, dict[str, Any]]
Outlines = dict[str, "BaseGeometry"]

COUNTRIES = (
    "afghanistan",
    "iran",
    "kyrgyzstan",
    "pakistan",
    "tajikistan",
    "turkmenistan",
    "uzbekistan",
)
CLAIMED = tuple(name for name in COUNTRIES if name != "iran")


def test_the_regions_are_those_of_the_recipe(regions: Regions, recipe: Regions) -> None:
    assert regions.keys() == recipe.keys()


@pytest.mark.parametrize("column", ["title", "description", "certainty", "valid", "country"])
def test_the_words_of_a_region_are_those_of_the_recipe(
    regions: Regions, recipe: Regions, column: str
) -> None:
    written = {key: row["properties"].get(column) for key, row in regions.items()}
    assert written == {key: row.get(column) for key, row in recipe.items()}


def test_no_region_and_no_record_share_an_id(regions: Regions, locations: Rows) -> None:
    assert regions.keys().isdisjoint(row["id"] for row in locations)


def test_every_region_is_a_region_with_a_source(regions: Regions) -> None:
    for row in regions.values():
        assert row["properties"]["kind"] == "region"
        assert all(source["url"].startswith("https://") for source in row["properties"]["sources"])
        assert row["properties"]["sources"]


def test_every_outline_is_valid_and_flat(outline: Outlines) -> None:
    assert all(shape.is_valid and not shape.has_z for shape in outline.values())


def test_every_ring_is_wound_as_rfc_7946_asks(outline: Outlines) -> None:
    for shape in outline.values():
        for part in shapely.get_parts(shape):
            assert part.exterior.is_ccw
            assert not any(ring.is_ccw for ring in part.interiors)


def test_achin_lies_in_nangarhar_to_the_last_vertex(outline: Outlines) -> None:
    assert outline["achin"].difference(outline["nangarhar"]).is_empty


def test_achin_and_nangarhar_share_the_border_with_pakistan(outline: Outlines) -> None:
    shared = outline["achin"].intersection(outline["nangarhar"].boundary)
    west, _, east, _ = shared.bounds
    assert (west, east) == pytest.approx((70.52, 70.74), abs=0.01)


def test_achin_has_about_the_area_that_is_published(outline: Outlines) -> None:
    km2_per_square_degree = 111.2 * 111.2 * 0.828  # cosine of 34.1 degrees
    assert outline["achin"].area * km2_per_square_degree == pytest.approx(470, abs=20)


@pytest.mark.parametrize(
    ("region", "town", "lon", "lat"),
    [
        ("nangarhar", "Jalalabad", 70.4515, 34.4265),
        ("kabul-province", "Kabul", 69.1723, 34.5281),
        ("kunar", "Asadabad", 71.15, 34.87),
        ("kandahar", "Kandahar", 65.7101, 31.6133),
        ("achin", "Mamand valley", 70.6312, 34.0733),
        ("achin", "Achin district centre", 70.7078, 34.1258),
        ("khorasan-classical", "Nishapur", 58.796, 36.213),
        ("khorasan-classical", "Merv", 62.167, 37.619),
        ("khorasan-classical", "Herat", 62.2, 34.348),
        ("khorasan-classical", "Balkh", 66.897, 36.756),
        ("khorasan-wide", "Samarkand", 66.964, 39.655),
        ("khorasan-claim", "Mashhad", 59.606, 36.298),
        ("pakistan", "Gilgit", 74.31, 35.92),
    ],
)
def test_a_town_lies_in_its_region(
    outline: Outlines, region: str, town: str, lon: float, lat: float
) -> None:
    assert outline[region].contains(shapely.Point(lon, lat)), town


@pytest.mark.parametrize(
    ("region", "town", "lon", "lat"),
    [
        ("khorasan-classical", "Bukhara, beyond the Oxus", 64.431, 39.77),
        ("khorasan-classical", "Damghan in Qumis", 54.343, 36.168),
        ("khorasan-classical", "Zaranj in Sijistan", 61.86, 30.96),
        ("khorasan-claim", "Tehran", 51.39, 35.69),
        ("pakistan", "Srinagar", 74.8, 34.08),
        ("kabul-province", "Jalalabad", 70.4515, 34.4265),
    ],
)
def test_a_town_lies_outside_a_region_it_is_not_of(
    outline: Outlines, region: str, town: str, lon: float, lat: float
) -> None:
    assert not outline[region].intersects(shapely.Point(lon, lat)), town


def test_the_narrow_khorasan_lies_in_the_wide_one(outline: Outlines) -> None:
    assert outline["khorasan-wide"].covers(outline["khorasan-classical"])


def test_neighbouring_countries_meet_without_gap_or_overlap(outline: Outlines) -> None:
    assert shapely.coverage_is_valid([outline[name] for name in COUNTRIES])


def test_the_claim_has_the_outline_of_the_countries_it_takes_in(outline: Outlines) -> None:
    countries = shapely.union_all([outline[name] for name in CLAIMED])
    assert countries.difference(outline["khorasan-claim"]).area == 0
    assert outline["khorasan-claim"].difference(countries).difference(outline["iran"]).area == 0


def test_no_claim_and_no_history_is_called_certain(regions: Regions) -> None:
    found = {key: row["properties"]["certainty"] for key, row in regions.items()}
    assert {key: word for key, word in found.items() if word != "certain"} == {
        "achin": "approximate",
        "khorasan-classical": "approximate",
        "khorasan-wide": "schematic",
        "khorasan-claim": "schematic",
    }


def test_the_claim_begins_in_2015_and_history_ends_about_1000(regions: Regions) -> None:
    assert regions["khorasan-claim"]["properties"]["valid"] == "2015-01-26/.."
    assert regions["khorasan-classical"]["properties"]["valid"] == "0800~/1000~"


def test_a_historical_outline_is_drawn_through_the_vertices_of_the_recipe(
    outline: Outlines, recipe: Regions
) -> None:
    for key in ("khorasan-classical", "khorasan-wide"):
        corners = {tuple(vertex[:2]) for vertex in recipe[key]["vertices"]}
        assert set(map(tuple, shapely.get_coordinates(outline[key]).tolist())) == corners
        assert all(vertex[2] for vertex in recipe[key]["vertices"])


@pytest.mark.parametrize("region", ["nangarhar", "kunar", "kandahar", "afghanistan", "pakistan"])
def test_a_region_at_the_durand_line_says_that_it_is_disputed(
    regions: Regions, region: str
) -> None:
    description = regions[region]["properties"]["description"]
    assert "Durand Line" in description
    assert "disputes" in description


def test_every_province_that_stands_for_an_event_is_a_region(
    events: Rows, regions: Regions
) -> None:
    titles = {row["properties"]["title"] for row in regions.values()}
    wide = [row["properties"] for row in events if row["properties"].get("geo_precision") == 3]
    assert {words["admin1"] for words in wide} == {"Nangarhar", "Kunar", "Kandahar"}
    assert {words["admin1"] for words in wide} <= titles
