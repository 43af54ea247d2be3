"""The words of the interface, one file a language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

RIGHT_TO_LEFT = ("fa", "ps", "ar", "ur")
SPOKEN_BEFORE_OTHERS = "en"
"""The language of an interface that has no file of its own."""


def load(lang: str) -> Mapping[str, str]:
    """Return the words of a language by key, those of English where it has no file yet."""
    folder = files(__package__)
    found = folder.joinpath(f"{lang}.json")
    if not found.is_file():
        found = folder.joinpath(f"{SPOKEN_BEFORE_OTHERS}.json")
    words: dict[str, str] = json.loads(found.read_text(encoding="utf-8"))
    return words


def direction(lang: str) -> str:
    """Return `rtl` or `ltr`."""
    return "rtl" if lang in RIGHT_TO_LEFT else "ltr"


def counted(words: Mapping[str, str], key: str, number: int) -> str:
    """Return the phrase of a key for a number, as English counts: one, or other."""
    rule = "one" if number == 1 else "other"
    return words[f"{key}.{rule}"].replace("{n}", f"{number:,}")
