import re

import pytest

from mapgen.picture.style import at, style
from mapgen.picture.theme import fixed_css, theme_css


def test_every_rule_but_for_the_colours_belongs_to_the_picture() -> None:
    selectors = re.findall(r"^([^{}@\n]+)\{", theme_css(), flags=re.MULTILINE)
    assert {s.split()[0] for s in selectors if not s.startswith(":root")} == {".mg-picture"}


def test_every_colour_that_a_rule_uses_is_defined() -> None:
    css = theme_css()
    assert set(re.findall(r"var\((--mg-[a-z-]+)\)", css)) <= set(
        re.findall(r"(--mg-[a-z-]+):", css)
    )


def test_every_colour_of_the_table_is_a_property_for_the_page() -> None:
    assert {f"--mg-{name}" for name in style()["light"]} <= set(
        re.findall(r"(--mg-[a-z-]+):", theme_css())
    )


def test_both_themes_have_the_same_colours() -> None:
    assert style()["light"].keys() == style()["dark"].keys()


def test_the_dark_theme_is_for_screens_alone() -> None:
    outside = re.sub(r"@media screen[^{]*\{:root[^{]*\{[^}]*\}\}", "", theme_css())
    assert style()["dark"]["land"] not in outside


def test_a_reader_who_asks_for_dark_is_overruled_by_a_page_that_is_light() -> None:
    assert "(prefers-color-scheme:dark){:root:not([data-theme=light])" in theme_css()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_that_stands_alone_has_the_colours_themselves(theme: str) -> None:
    css = fixed_css(theme)
    assert "var(" not in css
    assert f"fill:{style()[theme]['sea']}" in css


@pytest.mark.parametrize(("zoom", "value"), [(2, 1.0), (3, 1.0), (4, 2.0), (5, 3.0), (9, 3.0)])
def test_a_value_by_zoom_runs_straight_between_its_stops(zoom: float, value: float) -> None:
    assert at([[3, 1.0], [5, 3.0]], zoom) == value
