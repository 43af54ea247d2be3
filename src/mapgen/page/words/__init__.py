"""The words of the interface, one file a language: what a new language needs stands in its file.

README.md beside this file says how to write one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mapgen.page.words.plural import OTHER, form

ABOUT_THE_FILE = "_"
"""Begins the keys that are for those who read the file."""
MANNER = (
    "direction",
    "plural.",
    "number.",
    "date.day",
    "date.of",
    "date.month",
    "date.span",
    "month.",
)
"""Begin the keys that say how a language writes, which the page's script knows for English."""


SPOKEN_BEFORE_OTHERS = "en"
"""The language in which a word is new; a page says it so until its own language has it."""


@cache
def load(lang: str) -> Mapping[str, str]:
    """Return the words of a language by key."""
    own = {key: word for key, word in _file(lang).items() if key[0] != ABOUT_THE_FILE}
    new = {
        key: word for key, word in _file(SPOKEN_BEFORE_OTHERS).items() if not key.startswith(MANNER)
    }
    return MappingProxyType(new | own)


def _file(lang: str) -> dict[str, str]:
    text = files(__package__).joinpath(f"{lang}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


def direction(lang: str) -> str:
    """Return `rtl` or `ltr`."""
    return load(lang)["direction"]


def counted(words: Mapping[str, str], key: str, number: int) -> str:
    """Return the phrase of a key for a number, in the form in which the language counts it."""
    phrase = words.get(f"{key}.{form(words, number)}", words[f"{key}.{OTHER}"])
    return phrase.replace("{n}", written(words, number))


def written(words: Mapping[str, str], number: float) -> str:
    """Return a number, to three places after the point, as the language writes it."""
    whole, _, part = f"{number:,.3f}".partition(".")
    part = part.rstrip("0")
    text = whole.replace(",", words["number.group"])
    return in_digits(words, text + (words["number.point"] + part if part else ""))


def in_digits(words: Mapping[str, str], text: str) -> str:
    """Return a text with the digits of the language."""
    return text.translate(str.maketrans("0123456789", words["number.digits"]))
