import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pictures import SVG, marks_of, of_class, parsed
from shapely import box

from mapgen.picture import EventMarks, Scene, draw
from mapgen.picture.marks import SINGLE_PX

KABUL, HERAT, QUETTA = (69.17, 34.53), (62.2, 34.35), (67.0, 30.2)
PROVINCE = box(65, 31, 67, 33)

Make = Callable[..., Scene]
Layer = Callable[..., EventMarks]


def told(layer: EventMarks, *attributions: str | None) -> EventMarks:
    """The same events with what is said of who did them."""
    return replace(layer, frame=layer.frame.assign(attribution=list(attributions)))


def test_marks_count_as_many_events_as_are_placed(scene: Make, events: Layer) -> None:
    rows = [(KABUL, "point", None, "attack")] * 21 + [(QUETTA, "ring", 10.0, "raid")] * 2
    svg = draw(
        scene(
            events=(
                events(*rows, (HERAT, "point", None, "loss"), (None, "unplaced", None, "loss")),
            )
        )
    )
    shared = [int(text) for mark in of_class(svg, "numbers") for text in mark.itertext()]
    singles = len(marks_of(svg)) - len(shared)
    assert (sorted(shared), singles) == ([2, 21], 1)


def test_an_event_at_a_known_place_is_a_full_symbol_alone(scene: Make, events: Layer) -> None:
    svg = draw(scene(events=(events((KABUL, "point", 1.0, "attack")),)))
    (mark,) = marks_of(svg)
    assert (mark.get("class"), mark.get("color"), mark.get("r")) == (
        "symbol solid",
        "#a8382f",
        "6",
    )
    assert not of_class(svg, "near")


@pytest.mark.parametrize("row", [("ring", 10.0), ("ring", None), ("point", 5.0)])
def test_an_event_of_no_known_place_is_small_in_a_ring_however_small_that_is(
    scene: Make, events: Layer, row: tuple[str, float | None]
) -> None:
    svg = draw(scene(events=(events((KABUL, *row, "attack")),)))
    (mark,), (ring,) = marks_of(svg), of_class(svg, "near")
    assert float(mark.get("r") or 0) < SINGLE_PX < float(ring.get("r") or 0)


def test_a_ring_of_true_size_stands_alone(scene: Make, events: Layer) -> None:
    svg = draw(scene(events=(events((KABUL, "ring", 60.0, "attack")),)))
    assert (len(of_class(svg, "ring")), len(of_class(svg, "near"))) == (1, 0)


@pytest.mark.parametrize(
    ("attribution", "look"),
    [
        ("claimed", "symbol solid"),
        ("attributed", "symbol dashed"),
        ("disputed", "symbol hollow"),
        ("coded", "symbol solid"),
        ("none", "symbol solid"),
        (None, "symbol solid"),
    ],
)
def test_the_outline_says_who_is_said_to_have_done_it(
    scene: Make, events: Layer, attribution: str | None, look: str
) -> None:
    layer = events((KABUL, "point", None, "attack"))
    svg = draw(scene(events=(told(layer, attribution),)))
    (mark,) = marks_of(svg)
    assert mark.get("class") == look


def test_a_mark_of_events_of_which_none_is_at_a_known_place_has_a_ring(
    scene: Make, events: Layer
) -> None:
    rings = []
    for placement in ("ring", "point"):
        rows = (KABUL, "ring", 5.0, "attack"), (KABUL, placement, None, "attack")
        rings.append(len(of_class(draw(scene(events=(events(*rows),))), "line")))
    assert rings == [1, 0]


@pytest.mark.parametrize(
    ("attributions", "broken"), [(["attributed"] * 2, 1), (["attributed", "claimed"], 0)]
)
def test_a_mark_of_events_that_are_all_attributed_has_a_broken_ring_of_shares(
    scene: Make, events: Layer, attributions: list[str], broken: int
) -> None:
    layer = told(events(*[(KABUL, "point", None, "attack")] * 2), *attributions)
    assert len(of_class(draw(scene(events=(layer,))), "broken-share")) == broken


def test_a_ring_has_its_true_size_on_the_ground(scene: Make, events: Layer) -> None:
    svg = draw(
        scene(
            events=(events(((66.0, 0.0), "ring", 40_075.017 / 256, "attack")),), box=(60, -8, 70, 8)
        )
    )
    (ring,) = of_class(svg, "ring")
    assert float(ring.get("r") or 0) == pytest.approx(2**5.5, abs=0.05)


def test_an_event_that_claims_no_radius_has_no_ring(scene: Make, events: Layer) -> None:
    assert not of_class(draw(scene(events=(events((KABUL, "ring", None, "attack")),))), "ring")


def test_a_mark_of_several_events_has_its_widest_ring_alone(scene: Make, events: Layer) -> None:
    rows = [(KABUL, "ring", km, "attack") for km in (30.0, 60.0, 40.0)]
    assert len(of_class(draw(scene(events=(events(*rows),))), "ring")) == 1


def test_a_ring_reaches_into_the_view_from_beyond_it(scene: Make, events: Layer) -> None:
    svg = draw(scene(events=(events(((45.0, 32.0), "ring", 700.0, "attack")),)))
    assert (len(of_class(svg, "ring")), len(marks_of(svg))) == (1, 0)


def test_an_event_known_by_its_province_is_hatched_without_a_mark(
    scene: Make, events: Layer
) -> None:
    svg = draw(scene(events=(events((PROVINCE, "area", None, "loss")),)))
    (area,) = of_class(svg, "area")
    pattern = re.fullmatch(r"url\(#(.+)\)", area.get("fill") or "")
    assert pattern is not None
    assert [e.get("id") for e in parsed(svg).iter(f"{SVG}pattern")] == [pattern[1]]
    assert not marks_of(svg)


def test_a_province_of_two_events_is_hatched_once_in_the_colours_of_both(
    scene: Make, events: Layer
) -> None:
    rows = [(PROVINCE, "area", None, word) for word in ("loss", "attack", "loss")]
    svg = draw(scene(events=(events(*rows),)))
    assert len(of_class(svg, "area")) == 1
    assert [line.get("color") for line in of_class(svg, "hatch")] == ["#a8382f", "#a87b1a"]


def test_a_shared_mark_shows_the_share_of_each_type(scene: Make, events: Layer) -> None:
    rows = [(KABUL, "point", None, word) for word in ("loss", "attack", "attack", "raid")]
    shares = of_class(draw(scene(events=(events(*rows),))), "share")
    assert [share.get("color") for share in shares] == ["#a8382f", "#3a6b9c", "#a87b1a"]


def test_the_ring_of_a_mark_of_one_type_is_closed(scene: Make, events: Layer) -> None:
    rows = [(KABUL, "point", None, "attack")] * 3
    (share,) = of_class(draw(scene(events=(events(*rows),))), "share")
    assert share.tag == f"{SVG}circle"


@pytest.mark.parametrize(
    ("word", "tag"), [("attack", "circle"), ("raid", "polygon"), ("loss", "polygon")]
)
def test_each_type_has_its_symbol(scene: Make, events: Layer, word: str, tag: str) -> None:
    (mark,) = marks_of(draw(scene(events=(events((KABUL, "point", None, word)),))))
    assert mark.tag == f"{SVG}{tag}"
