"""A project file that is right becomes a Project that is complete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mapgen.project import EventFilter, EventType, Project, read_project

Build = Callable[[str], Project]
MINIMAL = '[[map]]\nid = "one"\ntitle = "One"\n'


def test_paths_are_relative_to_the_project_file(build: Build, folder: Path, complete: str) -> None:
    assert build(complete).data == (folder / "data/locations.geojson",)


def test_the_output_folder_is_relative_to_the_project_file(
    build: Build, folder: Path, complete: str
) -> None:
    assert build(complete).output == folder / "pages"


def test_a_glob_is_expanded_in_the_order_of_names(
    build: Build, folder: Path, complete: str
) -> None:
    assert build(complete).geo == (folder / "geo/a.geojson", folder / "geo/b.geojson")


def test_a_file_that_two_globs_match_is_read_once(build: Build) -> None:
    project = build(f'geo = ["geo/*.geojson", "geo/a.*"]\n{MINIMAL}')
    assert [path.name for path in project.geo] == ["a.geojson", "b.geojson"]


def test_an_absolute_glob_is_expanded(build: Build, folder: Path) -> None:
    assert len(build(f'geo = ["{folder}/geo/*.geojson"]\n{MINIMAL}').geo) == 2


def test_a_type_has_its_label_colour_symbol_and_translations(build: Build, complete: str) -> None:
    assert build(complete).types["attack"] == EventType(
        "attack", "Attack", "#b5332e", "circle", {"fa": "حمله"}
    )


def test_a_type_without_a_symbol_is_a_circle(build: Build, complete: str) -> None:
    assert build(complete).types["counter_operation"].symbol == "circle"


def test_the_focus_is_west_south_east_north(build: Build, complete: str) -> None:
    assert build(complete).maps[0].focus == (58, 23, 76, 39.5)


def test_a_focus_may_cross_the_antimeridian(build: Build) -> None:
    assert build(MINIMAL + "focus = [170, -20, -170, -10]").maps[0].focus == (170, -20, -170, -10)


def test_a_period_runs_from_the_first_day_to_the_last(build: Build, complete: str) -> None:
    assert build(complete).maps[0].layers[2].events == EventFilter(
        ("attack",), "nangarhar", date(2014, 1, 1), date(2021, 8, 31)
    )


def test_a_date_of_toml_is_a_day(build: Build) -> None:
    layer = '[[map.layer]]\nid = "e"\nname = "E"\nevents = { from = 2020-02-29 }'
    assert build(MINIMAL + layer).maps[0].layers[0].events == EventFilter(start=date(2020, 2, 29))


def test_events_without_a_filter_are_all_events(build: Build) -> None:
    layer = '[[map.layer]]\nid = "e"\nname = "E"\nevents = {}'
    assert build(MINIMAL + layer).maps[0].layers[0].events == EventFilter()


def test_a_layer_is_shown_unless_it_says_otherwise(build: Build, complete: str) -> None:
    assert [layer.shown for layer in build(complete).maps[0].layers] == [False, True, True]


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("lang", "en"),
        ("output", Path("output")),
        ("data", ()),
        ("geo", ()),
        ("strict", False),
        ("types", {}),
    ],
)
def test_what_a_project_leaves_out_has_a_default(
    build: Build, folder: Path, attribute: str, value: object
) -> None:
    expected = folder / value if isinstance(value, Path) else value
    assert getattr(build(MINIMAL), attribute) == expected


def test_a_map_has_relief_and_basemap_unless_it_says_otherwise(build: Build) -> None:
    spec = build(MINIMAL).maps[0]
    assert (spec.relief, spec.basemap, spec.description, spec.focus) == (True, True, "", None)


def test_a_relative_project_file_gives_relative_paths(
    folder: Path, complete: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "mapgen.toml").write_text(complete, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert read_project(Path("mapgen.toml")).geo[0] == Path("geo/a.geojson")


TRANSLATED = """
[[map]]
id = "one"
title = "One"
"title:fa" = "یک"
"description:ps" = "تشریح"
[[map.layer]]
id = "kabul"
name = "Kabul"
"name:fa" = "کابل"
places = ["kabul"]
"""


def test_a_map_is_told_in_the_language_of_the_project(build: Build) -> None:
    spec = build(f'lang = "fa"\n{TRANSLATED}').maps[0]
    assert (spec.lang, spec.title, spec.layers[0].name) == ("fa", "یک", "کابل")


def test_what_is_not_told_in_a_language_is_told_unmarked(build: Build) -> None:
    spec = build(f'lang = "ps"\n{TRANSLATED}').maps[0]
    assert (spec.title, spec.description, spec.layers[0].name) == ("One", "تشریح", "Kabul")


def test_a_map_may_have_a_language_of_its_own(build: Build) -> None:
    project = build(TRANSLATED.replace('id = "one"', 'id = "one"\nlang = "fa"'))
    assert (project.lang, project.maps[0].lang, project.maps[0].title) == ("en", "fa", "یک")
