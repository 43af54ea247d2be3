"""Letters come with the package: shaped, joined, and the same on every machine."""

import re

import pytest

from mapgen.picture.letters import Look, advance, outline

LOOK = Look(20)
WORDS = {
    "en": "Jalalabad, Nangarhar’s seat – “Ğ, ş, ō”",
    "fa": "خراسان، ننگرهار و کابل: ۲۰۱۵ (پ چ ژ گ)",
    "ps": "پښتو: ځای، څوک، ډېر، ړ، ږ، ښه، ګ، ڼ، ې، ۍ",
    "ar": "جلال آباد، مؤتة، إلى، شيء؟",
    "ur": "اردو: ٹھٹھہ، ڈ، ڑ، ں، ہے، بڑے، ۓ",
}
# The outline of the box that stands for a letter that no font has.
MISSING = outline("一", LOOK, 0, 0, leftward=False)[0]


def left_edge(d: str) -> float:
    return min(float(x) for x in re.findall(r"[MLQC ](-?[\d.]+) -?[\d.]+", d))


@pytest.mark.parametrize("lang", WORDS)
def test_every_letter_of_our_languages_is_there(lang: str) -> None:
    letters = {letter for letter in WORDS[lang] if letter != " "}
    lacking = {x for x in letters if outline(x, LOOK, 0, 0, leftward=lang != "en")[0] == MISSING}
    assert not lacking


def test_arabic_letters_are_joined() -> None:
    apart = sum(advance(letter, 20, 400, 0) for letter in "سسس")
    assert advance("سسس", 20, 400, 0) < 0.9 * apart


def test_a_zero_width_non_joiner_keeps_letters_apart() -> None:
    assert advance("می\u200cشود", 20, 400, 0) > advance("میشود", 20, 400, 0)


def test_the_first_letter_of_a_leftward_line_is_the_rightmost() -> None:
    line, width = outline("ا   ب", LOOK, 0, 0, leftward=True)
    alef = advance("ا", 20, 400, 0)
    first = line.split("Z")[-2]
    assert left_edge(first + "Z") >= width - alef


def test_joined_letters_are_not_spaced() -> None:
    assert advance("کابل", 20, 400, 0.2) == advance("کابل", 20, 400, 0)


def test_other_letters_are_spaced_by_so_many_ems() -> None:
    assert advance("Kabul", 20, 400, 0.1) == pytest.approx(advance("Kabul", 20, 400, 0) + 5 * 2)


def test_characters_that_only_order_others_are_not_drawn() -> None:
    assert outline("\u2067ab\u2069\u200e", LOOK, 0, 0, leftward=False) == outline(
        "ab", LOOK, 0, 0, leftward=False
    )


def test_bold_letters_are_wider() -> None:
    assert advance("Kabul", 20, 600, 0) > advance("Kabul", 20, 400, 0)
