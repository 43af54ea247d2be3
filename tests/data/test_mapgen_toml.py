from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import shapely
from pyproj import Geod
from shapely.geometry import shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Rows = list[dict[str, Any]]
Project = dict[str, Any]


def described(project: Project, name: str) -> str:
    found: str = next(row["description"] for row in project["map"] if row["id"] == name)
    return found


def layers(project: Project) -> Rows:
    return [layer for row in project["map"] for layer in row["layer"]]


def thousand_km2(area: BaseGeometry) -> int:
    square_metres, _ = Geod(ellps="WGS84").geometry_area_perimeter(area)
    return round(abs(square_metres) / 1e9)


def best(rows: list[dict[str, Any]], kind: str) -> int:
    return sum(words["fatalities"] or 0 for words in rows if words["event_type"] == kind)


def test_there_are_three_maps(project: Project) -> None:
    assert [row["id"] for row in project["map"]] == ["attacks", "khorasan", "nangarhar"]


def test_every_type_of_the_events_is_declared(project: Project, events: Rows) -> None:
    assert {row["properties"]["event_type"] for row in events} == project["types"].keys()


def test_every_type_has_a_symbol_and_a_colour_of_its_own(project: Project) -> None:
    for key in ("symbol", "color", "label"):
        assert len({row[key] for row in project["types"].values()}) == len(project["types"])


def test_every_layer_names_what_there_is(
    project: Project, locations: Rows, regions: dict[str, Any]
) -> None:
    places = {row["id"] for row in locations if row["properties"]["kind"] == "place"}
    for layer in layers(project):
        assert regions.keys() >= set(layer.get("regions", ()))
        assert places >= set(layer.get("places", ()))


def test_every_region_and_place_stands_alone_in_a_layer_of_the_map_of_attacks(
    project: Project,
) -> None:
    attacks = next(row for row in project["map"] if row["id"] == "attacks")
    shown = {
        (layer.get("regions", []) + layer.get("places", []) or ["events"])[0]
        for layer in attacks["layer"]
    }
    assert shown >= {"nangarhar", "achin", "kabul", "jalalabad", "khorasan-classical", "events"}


def test_the_claim_is_a_layer_of_its_own_that_waits_to_be_asked_for(project: Project) -> None:
    with_claim = [row for row in layers(project) if "khorasan-claim" in row.get("regions", ())]
    assert [(row["regions"], row["shown"]) for row in with_claim] == [(["khorasan-claim"], False)]


def test_the_words_of_the_attacks_map_count_as_the_data_do(project: Project, events: Rows) -> None:
    words = described(project, "attacks")
    rows = [row["properties"] for row in events]
    kinds = Counter(row["event_type"] for row in rows)
    provinces = Counter(row.get("admin1") for row in rows)
    countries = Counter(row.get("country") for row in rows)
    assert f"{len(rows)} events" in words
    assert f"{kinds['attack']} attacks, {kinds['counter_operation']} counter-operations" in words
    assert f"{kinds['territorial']} events over territory" in words
    assert f"{kinds['political']} political" in words
    assert f"{countries['AF']} of them are in Afghanistan" in words
    assert f"and {countries['PK']} in Pakistan" in words
    assert provinces["Kabul"] == provinces["Nangarhar"]
    assert f"{provinces['Kabul']} each in the provinces of Kabul and Nangarhar" in words


def test_the_tolls_in_the_words_of_the_attacks_map_are_those_of_the_data(
    project: Project, events: Rows
) -> None:
    words = described(project, "attacks")
    rows = [row["properties"] for row in events]
    assert f"about {round(best(rows, 'attack'), -2):,} deaths" in words
    civilians = sum(
        row["properties"]["fatalities"]
        for row in events
        if row["id"] in {"wazir-tangi-2019-09-18", "kabul-strike-2021-08-29"}
    )
    died = best(rows, "counter_operation")
    assert f"{civilians} of the {died} people who died in the others" in words


def test_the_words_of_the_nangarhar_map_count_as_the_data_do(
    project: Project, events: Rows, outline: dict[str, BaseGeometry]
) -> None:
    words = described(project, "nangarhar")
    rows = [row for row in events if row["properties"].get("admin1") == "Nangarhar"]
    kinds = Counter(row["properties"]["event_type"] for row in rows)
    points = [shape(row["geometry"]) for row in rows if row["geometry"]]
    town = shapely.Point(70.4515, 34.4265)
    assert f"{len(rows)} events" in words
    assert f"{kinds['attack']} attacks, {kinds['counter_operation']} counter-operations" in words
    assert f"{kinds['territorial']} events over territory" in words
    assert sum(outline["achin"].contains(point) for point in points) == 6
    assert sum(point.equals(town) for point in points) == 6
    assert len(rows) - len(points) == 2
    assert f"{best([row['properties'] for row in rows], 'attack')} deaths" in words


def test_every_point_of_nangarhar_lies_in_the_province(
    events: Rows, outline: dict[str, BaseGeometry]
) -> None:
    points = [
        (row["properties"].get("admin1") == "Nangarhar", shape(row["geometry"]))
        for row in events
        if row["geometry"]
    ]
    assert all(outline["nangarhar"].contains(point) == named for named, point in points)


def test_the_areas_in_the_words_of_the_khorasan_map_are_those_of_the_outlines(
    project: Project, outline: dict[str, BaseGeometry]
) -> None:
    words = described(project, "khorasan")
    classical = outline["khorasan-classical"]
    assert f"about {thousand_km2(classical)},000 square kilometres" in words
    for name in ("Afghanistan", "Iran", "Turkmenistan"):
        part = thousand_km2(classical.intersection(outline[name.lower()]))
        assert f"{name} ({part},000)" in words
    assert f"some {thousand_km2(outline['khorasan-wide']) / 1000:.1f} million" in words
    assert f"about {thousand_km2(outline['khorasan-claim']) / 1000:.0f} million" in words
