"""Types of events for readers who see fewer colours, simulated, by light and in the dark."""

import tomllib
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from mapgen.build import build
from mapgen.layers.types import PALETTE
from mapgen.picture.color import lit
from mapgen.project import SYMBOLS, EventType, too_near
from mapgen.project.vision import NEAR, SIGHTS, distance

NOTICED = 2.3
"""About the least difference in L*a*b* that is noticed at all (Mahy and others, 1994)."""
THEMES = ("light", "dark")


def own_types(root: Path) -> dict[str, dict[str, str]]:
    types: dict[str, dict[str, str]] = tomllib.loads((root / "mapgen.toml").read_text())["types"]
    return types


def least(colors: Sequence[str], theme: str, sight: str) -> float:
    seen = [lit(color, theme) for color in colors]
    return min(distance(one, other, sight) for one, other in combinations(seen, 2))


def event_type(word: str, color: str, symbol: str) -> EventType:
    return EventType(word, word.capitalize(), color, symbol, {})


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_our_types_are_far_apart_in_colour(root: Path, theme: str, sight: str) -> None:
    colors = [type_["color"] for type_ in own_types(root).values()]
    assert least(colors, theme, sight) > NEAR


def test_our_types_differ_in_symbol(root: Path) -> None:
    symbols = [type_["symbol"] for type_ in own_types(root).values()]
    assert len(set(symbols)) == len(symbols)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_colours_of_the_palette_can_be_told_apart(theme: str, sight: str) -> None:
    assert least(PALETTE, theme, sight) > NOTICED


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_of_the_palette_that_share_a_symbol_are_far_apart(theme: str, sight: str) -> None:
    for number in range(len(SYMBOLS)):
        assert least(PALETTE[number :: len(SYMBOLS)], theme, sight) > NEAR


def test_red_and_green_of_one_lightness_are_apart_for_some_readers_only() -> None:
    red, green = "#c05a4a", "#7c8a2f"
    all_colours, _, no_green, _ = (distance(red, green, sight) for sight in SIGHTS)
    assert no_green < NEAR < all_colours


def test_what_is_seen_of_grey_is_grey() -> None:
    assert all(distance("#808080", "#828282", sight) < 1 for sight in SIGHTS)


def test_two_types_of_one_symbol_and_near_colours_are_warned_of() -> None:
    types = {
        "raid": event_type("raid", "#c05a4a", "circle"),
        "siege": event_type("siege", "#7c8a2f", "circle"),
    }
    (fault,) = too_near(Path("mapgen.toml"), types)
    assert (fault.where, fault.record, fault.field) == ("mapgen.toml", 'type "raid"', "color")
    assert "type siege" in fault.problem


def test_another_symbol_is_enough() -> None:
    types = {
        "raid": event_type("raid", "#c05a4a", "circle"),
        "siege": event_type("siege", "#7c8a2f", "square"),
    }
    assert too_near(Path("mapgen.toml"), types) == ()


def test_a_build_warns_of_types_that_some_readers_cannot_tell_apart(tmp_path: Path) -> None:
    tmp_path.joinpath("mapgen.toml").write_text(
        """
        data = ["events.csv"]
        [types]
        raid = { label = "Raid", color = "#c05a4a" }
        siege = { label = "Siege", color = "#7c8a2f" }
        [[map]]
        id = "map"
        title = "A map"
        basemap = false
        layer = [{ id = "events", name = "Events", events = {} }]
        """
    )
    tmp_path.joinpath("events.csv").write_text(
        "id,kind,title,event_type,lon,lat,date\na,event,A,raid,70,34,2020\n"
    )
    warnings = build(tmp_path / "mapgen.toml").warnings
    assert [fault.field for fault in warnings if fault.record.startswith("type")] == ["color"]
