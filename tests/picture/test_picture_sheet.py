"""A sheet has title, map, legend and credit, each clear of the others."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import geopandas as gpd
import pytest
from pictures import SVG, of_class, parsed
from shapely import Point, box

from mapgen.atlas import Basemap
from mapgen.picture import Caption, EventMarks, Ground, RegionEntry, Scene, TypeEntry, sheet
from mapgen.picture.arrange import Arrangement, arrange
from mapgen.picture.form import PRESETS, Form, form_of
from mapgen.picture.paint import forms

Make = Callable[..., Scene]
Layer = Callable[..., EventMarks]
KEYS = {word: f"what {word} means" for word in ("sharp", "soft", "area", "solid", "hollow", "disc")}
CAPTION = Caption(
    title="Attacks in a province",
    description="",
    period="3 events, May 2015 – June 2016",
    types=(TypeEntry("attack", "Attack", "3", "#a8382f", "circle"),),
    keys=KEYS,
    regions=(RegionEntry("A province", "#3f6b8c", "certain"),),
    unplaced="",
    outside=lambda n: f"{n} outside",
    kilometres=lambda km: f"{km} km",
    leftward=False,
)
SHARP = ((66.0, 31.0), "point", 1.0, "attack")
ROUGH = ((66.0, 31.0), "point", 90.0, "attack")
NEAR = ((66.0, 31.0), "near", None, "attack")
AREA = (box(65, 31, 67, 33), "area", None, "attack")


def bare(_bounds: object) -> Ground:
    return Ground(None, (), ("Made by hand",))


def words_of(found: Arrangement) -> list[str]:
    return [" ".join(line.words.lines) for line in found.lines]


def shown(layer: EventMarks, scene: Make) -> frozenset[str]:
    found = arrange(scene(events=(layer,)), CAPTION, PRESETS["card"])
    return forms(found.events, found.view)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([SHARP], {"sharp", "solid"}),
        ([SHARP, SHARP], {"disc"}),
        ([NEAR], {"soft", "solid"}),
        ([ROUGH], {"soft", "solid"}),
        ([AREA], {"area"}),
    ],
)
def test_the_legend_explains_what_is_drawn_and_nothing_else(
    scene: Make, events: Layer, rows: list[object], expected: set[str]
) -> None:
    assert shown(events(*rows), scene) == expected


def test_the_legend_tells_types_with_their_counts_and_regions(scene: Make, events: Layer) -> None:
    found = arrange(scene(events=(events(NEAR),)), CAPTION, PRESETS["card"])
    assert words_of(found) == [
        "Attack (3)",
        "what soft means",
        "what solid means",
        "A province",
    ]


def test_events_beyond_the_picture_are_counted(scene: Make, events: Layer) -> None:
    far = ((-60.0, -30.0), "point", 1.0, "attack")
    caption = replace(CAPTION, unplaced="2 nowhere")
    found = arrange(scene(events=(events(SHARP, far, far),)), caption, PRESETS["card"])
    assert found.notes == "2 outside 2 nowhere"


@pytest.mark.parametrize(
    "form", [*PRESETS.values(), form_of(400, 400), form_of(2400, 500), form_of(500, 2000)]
)
@pytest.mark.parametrize("many", [1, 12])
def test_nothing_stands_on_the_map_or_on_anything_else(
    scene: Make, events: Layer, form: Form, many: int
) -> None:
    kinds = tuple(replace(CAPTION.types[0], label=f"Kind {n}") for n in range(many))
    layer = events(ROUGH, AREA, SHARP)
    found = arrange(scene(events=(layer,)), replace(CAPTION, types=kinds), form)
    plan, (wide, high) = found.plan, found.form.size
    tops = [y for _, y in plan.legend(found.lines)]
    bottom = max(y + line.height for y, line in zip(tops, found.lines, strict=True))
    assert plan.title_y + plan.title.height <= plan.period_y
    assert plan.period_y + plan.period.height <= tops[0]
    assert bottom <= plan.notes_y + 1
    if plan.map.x:
        assert plan.start + plan.layout.legend_width <= plan.map.x
    else:
        assert plan.map.y + plan.map.height <= tops[0]
        assert plan.map.height > high / 3
    assert plan.map.x + plan.map.width <= wide + 1


def test_a_leftward_language_has_its_words_at_the_right(scene: Make) -> None:
    found = arrange(scene(), replace(CAPTION, leftward=True), PRESETS["card"])
    assert found.plan.map.x == 0
    assert found.plan.start > found.plan.map.width


def test_a_long_title_is_whole(scene: Make) -> None:
    title = "A title that goes on and on, over events of many kinds and of many years, " * 2
    plan = arrange(scene(), replace(CAPTION, title=title), PRESETS["card"]).plan
    assert " ".join(plan.title.lines).split() == title.split()


def test_a_description_is_shown_whole_or_not_at_all(scene: Make) -> None:
    short, long = ("word " * n for n in (40, 900))
    plans = [
        arrange(scene(), replace(CAPTION, description=text), PRESETS["card"]).plan
        for text in (short, long)
    ]
    assert [sum(len(line.split()) for line in plan.description.lines) for plan in plans] == [40, 0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_sheet_has_no_text_that_would_need_letters(
    scene: Make, events: Layer, island: Callable[..., Basemap], theme: str
) -> None:
    places = gpd.GeoDataFrame({"title": ["کابل"]}, geometry=[Point(69, 34)], crs=4326)
    layers = scene(events=(events(SHARP, SHARP, NEAR),), places=(places,))
    svg = sheet(layers, CAPTION, lambda _: Ground(island(), (), ()), PRESETS["card"], theme)
    assert not list(parsed(svg).iter(f"{SVG}text"))
    assert len(of_class(svg, "letters")) > 8


def test_a_sheet_refers_to_nothing_outside_it(
    scene: Make, events: Layer, island: Callable[..., Basemap]
) -> None:
    layers = scene(events=(events(SHARP, AREA),))
    svg = sheet(layers, CAPTION, lambda _: Ground(island(), (), ()), PRESETS["card"])
    links = [e.get("href") for e in parsed(svg).iter() if e.get("href")]
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in links if link)
    assert set(re.findall(r"https?:[^\"]*", svg)) == {"http://www.w3.org/2000/svg"}


def test_a_sheet_is_named_by_its_title_whatever_it_holds(scene: Make) -> None:
    title = '"<script>alert(1)</script>" & ]]> \x00'
    svg = sheet(scene(), replace(CAPTION, title=title), bare, PRESETS["card"])
    assert parsed(svg).get("aria-label") == title.replace("\x00", "\ufffd")
    assert "<script" not in svg


def test_the_ground_is_asked_for_what_the_picture_shows(scene: Make) -> None:
    asked: list[tuple[float, ...]] = []

    def ground(bounds: tuple[float, float, float, float]) -> Ground:
        asked.append(bounds)
        return bare(bounds)

    sheet(scene(), CAPTION, ground, PRESETS["card"])
    ((west, south, east, north),) = asked
    assert (west, south) <= (58, 23)
    assert (east, north) >= (76, 39.5)


def scale_of(scene: Scene) -> list[ET.Element]:
    return of_class(sheet(scene, CAPTION, bare, PRESETS["card"]), "scale")


def test_a_scale_stands_where_it_is_true_for_the_whole_map(scene: Make) -> None:
    assert len(scale_of(scene(box=(69.3, 33.7, 71.4, 35.0)))) == 1
    assert not scale_of(scene(box=(-170, -60, 170, 75)))
