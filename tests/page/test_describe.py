"""The description of a map that is made from its data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import geopandas
import pytest
from shapely import Point, box

from mapgen import EventLayer, Map, PlaceLayer, RegionLayer
from mapgen.build import build
from mapgen.page import words as wording
from mapgen.page.describe import describe

WORDS = wording.load("en")


def layer(*records: dict[str, Any]) -> EventLayer:
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: [record.get(name) for record in records] for name in names}
    places = [Point(number, 1) for number in range(len(records))]
    return EventLayer(geopandas.GeoDataFrame(columns, geometry=places, crs=4326), "Events")


def said(*records: dict[str, Any]) -> str:
    return describe([layer(*records)], WORDS, "en")


def test_it_says_how_many_and_when() -> None:
    assert "2 events between May 2015 and March 2020." in said(
        {"date": "2020-03-04"}, {"date": "2015-05"}
    )


def test_it_says_one_month_once() -> None:
    assert "1 event in May 2015." in said({"date": "2015-05-02"})


def test_it_says_that_nothing_is_dated() -> None:
    text = said({"title": "a"}, {"title": "b"})
    assert text.startswith("2 events, none of them dated.")
    assert "undated" not in text


def test_it_counts_the_types_the_commonest_first() -> None:
    assert "By type: Raid (2), Loss (1)." in said(
        {"event_type": "loss"}, {"event_type": "raid"}, {"event_type": "raid"}
    )


def test_it_names_few_countries_as_all_of_them() -> None:
    assert "By country: Afghanistan (2), Pakistan (1)." in said(
        {"country": "PK"}, {"country": "AF"}, {"country": "AF"}
    )


def test_it_names_the_most_frequent_of_many_provinces() -> None:
    records = [{"admin1": name} for name in ("Kabul", "Kunar", "Herat", "Farah", "Kabul")]
    assert "Provinces named most often: Kabul (2), Farah (1), Herat (1)." in said(*records)


def test_it_names_countries_in_the_language_of_the_page() -> None:
    assert "افغانستان" in describe([layer({"country": "AF"})], WORDS, "fa")


def test_it_adds_up_best_figures_and_says_of_how_many_nothing_is_known() -> None:
    text = said({"fatalities": 3}, {"fatalities": 0}, {"fatalities_high": 9}, {"title": "a"})
    assert "The best figures of deaths, known for 2 events, add up to 3." in text
    assert "For 1 event the number of deaths is not known." in text


def test_it_does_not_say_nought_where_no_toll_is_known() -> None:
    assert "The number of deaths is not known for any of them." in said({"title": "a"})


def test_it_names_regions_and_places_where_there_are_no_events() -> None:
    regions = geopandas.GeoDataFrame({"title": ["Square"]}, geometry=[box(0, 0, 1, 1)], crs=4326)
    places = geopandas.GeoDataFrame({"title": ["Town"]}, geometry=[Point(0, 0)], crs=4326)
    layers = [RegionLayer(regions, "Square"), PlaceLayer(places, "Town")]
    assert describe(layers, WORDS, "en") == "Regions: Square. Places: Town."


def test_names_from_the_data_with_braces_stay_as_they_are() -> None:
    assert "{name} (1)" in said({"admin1": "{name}"})


def test_the_page_says_it_in_its_head_and_about_the_map() -> None:
    drawn = Map(basemap=False)
    layer({"date": "2015-05-02"}).add_to(drawn)
    html = drawn.html()
    assert html.count("1 event in May 2015.") == len(
        re.findall(r'<meta name="description"|id="mg-description"', html)
    )


def test_what_the_author_wrote_stands_in_its_place() -> None:
    drawn = Map(basemap=False, description="Mine.")
    layer({"date": "2015-05-02"}).add_to(drawn)
    html = drawn.html()
    assert '<p id="mg-description" dir="auto">Mine.</p>' in html
    assert "1 event in" not in html


@pytest.mark.parametrize(("description", "warned"), [("", 1), ('description = "Mine."', 0)])
def test_a_build_asks_the_author_for_a_description(
    tmp_path: Path, root: Path, description: str, warned: int
) -> None:
    (tmp_path / "mapgen.toml").write_text(
        f'lang = "en"\noutput = "out"\ndata = ["{root / "data/locations.geojson"}"]\n'
        f'geo = ["{root / "geo/achin.geojson"}"]\n'
        f'[[map]]\nid = "achin"\ntitle = "Achin"\nbasemap = false\n{description}\n'
        '[[map.layer]]\nid = "achin"\nname = "Achin"\nregions = ["achin"]\n'
    )
    report = build(tmp_path / "mapgen.toml")
    sentences = [str(warning) for warning in report.warnings]
    wanted = "map achin has no description; it is made from the data: write one"
    assert sum(wanted in sentence for sentence in sentences) == warned
