import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mapgen.picture.element import element, number

# Line ends are not told apart by XML, and in values neither are other white spaces.
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def parsed(markup: Markup) -> ET.Element:
    return ET.fromstring(str(markup))  # noqa: S314 - our own markup


@given(WORDS)
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    assert (parsed(element("text", words)).text or "") == words


@given(WORDS)
def test_any_value_is_read_back_as_it_was(words: str) -> None:
    assert parsed(element("text", x=words)).get("x") == words


def test_markup_stands_as_it_is() -> None:
    assert element("g", element("path", d="M0 0")) == '<g><path d="M0 0"/></g>'


def test_text_that_looks_like_markup_is_text() -> None:
    assert element("text", "<script>") == "<text>&lt;script&gt;</text>"


def test_an_attribute_of_none_is_left_out() -> None:
    assert element("path", d=None) == "<path/>"


def test_underscores_in_names_of_attributes_are_hyphens() -> None:
    assert element("g", class_="a", stroke_width=2) == '<g class="a" stroke-width="2"/>'


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_replaced(character: str) -> None:
    assert parsed(element("text", f"a{character}b", x=character)).text == "a\ufffdb"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, ".5"), (-0.5, "-.5"), (3.0, "3"), (12.34, "12.3"), (-0.04, "0"), (100.0, "100")],
)
def test_a_number_has_no_needless_character(value: float, text: str) -> None:
    assert number(value) == text
