"""Every fault of a project file is a sentence that says where it is and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.errors import ProjectError
from mapgen.project import read_project

Faults = Callable[[str], list[str]]
LAYER = '[[map.layer]]\nid = "a"\nname = "A"\n'


def sentence(path: Path) -> str:
    with pytest.raises(ProjectError) as caught:
        read_project(path)
    return str(caught.value).partition("mapgen.toml: ")[2]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert sentence(tmp_path / "mapgen.toml").startswith("there is no such file")


def test_a_folder_is_said_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "mapgen.toml").mkdir()
    assert sentence(tmp_path / "mapgen.toml") == "cannot be read: Is a directory"


def test_broken_toml_is_named_by_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "mapgen.toml"
    path.write_text('lang = "en"\noutput =\n')
    assert sentence(path) == "is no valid TOML: Invalid value (at line 2, column 9)"


def test_text_that_is_not_utf8_is_named_by_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "mapgen.toml"
    path.write_bytes(b'lang = "\xe9"')
    assert sentence(path) == "is no UTF-8 text (byte 8)"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('langs = "en"', 'langs: is no key of this table; did you mean "lang"?'),
        ('lang = "de"', 'lang: is "de", expected one of ar, en, fa, ps, ur'),
        (
            'url = "example.org"',
            'url: is "example.org", expected an address such as "https://example.org/maps/"',
        ),
        (
            'url = "javascript:alert(1)"',
            'url: is "javascript:alert(1)", expected an address such as "https://example.org/maps/"',
        ),
        (
            'url = "https://example.org/?a=1"',
            'url: is "https://example.org/?a=1", expected an address without ? and #',
        ),
        ("lang = 5", "lang: is 5, expected text in quotes"),
        ('output = " "', "output: is empty, expected text"),
        ('strict = "yes"', 'strict: is "yes", expected true or false'),
        ('data = "a.csv"', 'data: is "a.csv", expected a list such as ["one", "two"]'),
        ("types = 3", "types: is 3, expected a table"),
    ],
)
def test_a_fault_at_the_top_is_named(fault_of_top: Faults, line: str, fault: str) -> None:
    assert fault_of_top(line) == [fault]


def test_an_unknown_key_far_from_any_gets_the_list_of_keys(fault_of_top: Faults) -> None:
    (fault,) = fault_of_top("zzz = 1")
    known = "lang, output, data, geo, strict, url, origins, types, map"
    assert fault == f"zzz: is no key of this table; expected one of {known}"


@pytest.mark.parametrize("pattern", ["data/missing.csv", "geo/*.csv"])
def test_a_path_that_matches_nothing_is_named(
    fault_of_top: Faults, folder: Path, pattern: str
) -> None:
    assert fault_of_top(f'data = ["{pattern}"]') == [f'data: "{pattern}" names no file in {folder}']


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("focus = [1, 2]", "focus: is [1, 2], expected [west, south, east, north] in degrees"),
        (
            'focus = ["1", 2, 3, 4]',
            'focus: is ["1", 2, 3, 4], expected [west, south, east, north] in degrees as numbers',
        ),
        (
            "focus = [200, -91, 3, 4]",
            "focus: west is 200, expected -180 to 180; south is -91, expected -90 to 90",
        ),
        (
            "focus = [1, 5, 2, 4]",
            "focus: south 5 is not below north 4, expected [west, south, east, north] in degrees",
        ),
        (
            "focus = [1, 2, 1, 4]",
            "focus: west and east are both 1, expected [west, south, east, north] in degrees",
        ),
        ("reliefs = true", 'reliefs: is no key of this table; did you mean "relief"?'),
    ],
)
def test_a_fault_of_a_map_is_named_by_its_id(fault_of_map: Faults, line: str, fault: str) -> None:
    assert fault_of_map(line) == [f'map "one", {fault}']


def test_a_map_without_id_is_named_by_its_number(faults: Faults) -> None:
    assert faults('[[map]]\ntitle = "T"') == ["map 1, id: is missing"]


def test_a_map_without_title_is_a_fault(faults: Faults) -> None:
    assert faults('[[map]]\nid = "a"') == ['map "a", title: is missing']


def test_an_id_that_is_no_slug_is_a_fault(faults: Faults) -> None:
    assert faults('[[map]]\nid = "A b"\ntitle = "T"') == [
        'map "A b", id: is "A b", expected small letters, digits and hyphens'
    ]


def test_a_project_without_a_map_is_a_fault(faults: Faults) -> None:
    assert faults('lang = "en"') == [
        "map: is missing; a project needs at least one map, begun with [[map]]"
    ]


def test_a_map_that_is_no_table_is_a_fault(faults: Faults) -> None:
    assert faults("map = 3") == ["map: is 3, expected tables, each begun with [[map]]"]


def test_two_maps_with_one_id_are_a_fault(faults: Faults) -> None:
    two = '[[map]]\nid = "a"\ntitle = "T"\n' * 2
    assert faults(two) == ['map: 2 of them have the id "a", expected an id of its own']


def test_two_layers_with_one_id_are_a_fault(fault_of_map: Faults) -> None:
    assert fault_of_map((LAYER + 'places = ["kabul"]\n') * 2) == [
        'map "one", layer: 2 of them have the id "a", expected an id of its own'
    ]


def test_a_layer_that_shows_nothing_is_a_fault(fault_of_map: Faults) -> None:
    assert fault_of_map(LAYER) == [
        'map "one", layer "a": shows none of them, expected exactly one of regions, places, events'
    ]


def test_a_layer_that_shows_two_things_is_a_fault(fault_of_map: Faults) -> None:
    assert fault_of_map(LAYER + 'places = ["kabul"]\nevents = {}') == [
        (
            'map "one", layer "a": shows places and events, '
            "expected exactly one of regions, places, events"
        )
    ]


@pytest.mark.parametrize(
    ("events", "fault"),
    [
        ("5", "events: is 5, expected a table"),
        ("{ form = 1 }", 'events, form: is no key of this table; did you mean "from"?'),
        ("{ types = [] }", 'events, types: is [], expected a list such as ["one", "two"]'),
        (
            '{ from = "12/2014" }',
            'events, from: is "12/2014", expected "2014", "2014-06" or "2014-06-30"',
        ),
        ('{ to = "2021-02-30" }', 'events, to: is "2021-02-30", which is no date of the calendar'),
        ('{ from = "2021", to = "2020" }', "events, from: 2021-01-01 is after to, 2020-12-31"),
    ],
)
def test_a_fault_of_a_filter_is_named_by_its_layer(
    fault_of_map: Faults, events: str, fault: str
) -> None:
    assert fault_of_map(f"{LAYER}events = {events}") == [f'map "one", layer "a", {fault}']


def test_a_filter_of_an_undeclared_type_names_the_nearest(faults: Faults, complete: str) -> None:
    assert faults(complete.replace('types = ["attack"]', 'types = ["atack"]')) == [
        (
            'map "attacks", layer "events", events, types: '
            '"atack" is not declared in [types]; did you mean "attack"?'
        )
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            'attack = { label = "A", color = "red" }',
            'type "attack", color: is "red", expected a colour such as "#b5332e"',
        ),
        (
            'attack = { label = "A", color = "#000000", symbol = "star" }',
            'type "attack", symbol: is "star", expected one of circle, square, triangle, diamond',
        ),
        ('attack = { label = "A" }', 'type "attack", color: is missing'),
        (
            'attack = "A"',
            (
                'types: attack is "A", '
                'expected { label = "...", color = "#b5332e", symbol = "circle" }'
            ),
        ),
        (
            '"A b" = { label = "A", color = "#000000" }',
            'type "A b": is no id of a type, expected small letters, digits, _ and hyphens',
        ),
        (
            'attack = { label = "A", color = "#000000", labels = "B" }',
            'type "attack", labels: is no key of this table; did you mean "label"?',
        ),
    ],
)
def test_a_fault_of_a_type_is_named(fault_of_top: Faults, entry: str, fault: str) -> None:
    assert fault_of_top(f"[types]\n{entry}\n") == [fault]


def test_all_faults_are_told_at_once(faults: Faults) -> None:
    assert len(faults('lang = "de"\nzz = 1\n[[map]]\nid = "A"\nfocus = 3')) == 5


def test_a_long_value_is_cut(fault_of_top: Faults) -> None:
    assert fault_of_top(f'lang = "{"x" * 100}"')[0].startswith(f'lang: is "{"x" * 59}…, expected')


KNOWN_LANGUAGES = "is no language of the pages; expected one of ar, en, fa, ps, ur"


@pytest.mark.parametrize("key", ["title", "description"])
def test_a_map_told_in_an_unknown_language_is_a_fault(fault_of_map: Faults, key: str) -> None:
    line = f'"{key}:de" = "Wort"'
    assert fault_of_map(line) == [f'map "one", {key}:de: "de" {KNOWN_LANGUAGES}']


def test_a_label_in_an_unknown_language_is_a_fault(fault_of_top: Faults) -> None:
    line = '[types]\nraid = { label = "Raid", color = "#b5332e", "label:prs" = "حمله" }'
    assert fault_of_top(line) == [f'type "raid", label:prs: "prs" {KNOWN_LANGUAGES}']


def test_a_layer_named_in_an_unknown_language_is_a_fault(fault_of_map: Faults) -> None:
    line = LAYER + 'places = ["kabul"]\n"name:Fa" = "کابل"\n'
    assert fault_of_map(line) == [f'map "one", layer "a", name:Fa: "Fa" {KNOWN_LANGUAGES}']
