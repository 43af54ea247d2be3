"""What a value of a column may be; each returns the value in its own type or says what is wrong.

Empty text is null, so each may return None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from mapgen.project.sentences import ValueFault, nearest, shown

Parse = Callable[[object], object]

LARGEST_TEXT = 100_000
UNKNOWN_CODES = (-99, -999, -9999, 999, 9999, 99999)
# Control characters break HTML and SVG, lone surrogates break UTF-8. Marks of the writing direction
# are text: the page isolates them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


CONTROLS = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\r")
LARGEST_NAME = 200


def text(value: object) -> str | None:
    """Return a text of at most 100,000 characters, trimmed."""
    if not isinstance(value, str):
        raise ValueFault(f"is {shown(value)}, expected text")
    if len(value) > LARGEST_TEXT:
        raise ValueFault(f"holds {len(value):,} characters, expected at most {LARGEST_TEXT:,}")
    found = FORBIDDEN.search(value)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise ValueFault(f"holds the control character {code} at {found.start()}, expected text")
    return value.strip() or None


def name(value: object) -> str | None:
    """Return an id: text without spaces, or a whole number as text."""
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
        return f"{value:.0f}" if isinstance(value, float) else str(value)
    word = text(value)
    if word and (len(word) > LARGEST_NAME or re.search(r"\s", word)):
        raise ValueFault(
            f"is {shown(word)}, expected at most {LARGEST_NAME} characters without spaces"
        )
    return word


def word(value: object) -> str | None:
    """Return a word of a code book: text, or a whole number as text."""
    return name(value) if isinstance(value, int | float) else text(value)


def declared(types: Collection[str]) -> Parse:
    """Return a parser of declared words, however their letters, spaces and hyphens are written.

    `Explosions/Remote violence` is the declared `explosions_remote_violence`.
    """
    known = {_folded(declared_word): declared_word for declared_word in types}

    def parse(value: object) -> str | None:
        found = word(value)
        if found is not None and _folded(found) not in known:
            raise ValueFault(f"is {shown(found)}, which is not declared; {nearest(found, types)}")
        return found and known[_folded(found)]

    return parse


def _folded(found: str) -> str:
    return re.sub(r"[\W_]+", "_", found.casefold()).strip("_")


def number(least: float, most: float) -> Parse:
    """Return a parser of numbers between two bounds."""

    def parse(value: object) -> float | None:
        found = _real(value, "a number")
        if found is None:
            return None
        _known(found)
        if not least <= found <= most:
            raise ValueFault(f"is {shown(value)}, expected {least:g} to {most:g}")
        return found

    return parse


def whole(least: int, most: int) -> Parse:
    """Return a parser of whole numbers between two bounds."""

    def parse(value: object) -> int | None:
        found = _real(value, "a whole number")
        if found is None:
            return None
        _known(found)
        if not found.is_integer() or not least <= found <= most:
            raise ValueFault(f"is {shown(value)}, expected a whole number, {least:,} to {most:,}")
        return int(found)

    return parse


def _real(value: object, expected: str) -> float | None:
    if isinstance(value, str):
        if not value.strip():
            return None
        try:
            return float(value)
        except ValueError:
            raise ValueFault(f"is {shown(value)}, expected {expected}") from None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueFault(f"is {shown(value)}, expected {expected}")
    return float(value)


def _known(found: float) -> None:
    if found in UNKNOWN_CODES:
        raise ValueFault(
            f"is {found:g}, which stands for unknown in some data; expected null for unknown"
        )


def one_of(words: Mapping[str, str]) -> Parse:
    """Return a parser of words: keys are what may stand there, values what it means here."""

    def parse(value: object) -> str | None:
        word = text(value)
        if word is None:
            return None
        meant = words.get(word.casefold())
        if meant is None:
            raise ValueFault(f"is {shown(word)}; {nearest(word, dict.fromkeys(words.values()))}")
        return meant

    return parse


def _clean_texts(words: Sequence[str]) -> bool:
    fit = max(map(len, words), default=0) <= LARGEST_TEXT
    trimmed = all(words) and list(map(str.strip, words)) == words
    return fit and trimmed and _allowed("\n".join(words))


def _clean_names(words: Sequence[str]) -> bool:
    joined = "\n".join(words)
    fit = max(map(len, words), default=0) <= LARGEST_NAME
    return fit and len(joined.split()) == len(words) and _allowed(joined)


def _allowed(joined: str) -> bool:
    if joined.isascii():  # thirty times faster than the pattern
        data = joined.encode()
        return len(data.translate(None, CONTROLS)) == len(data)
    return FORBIDDEN.search(joined) is None


CLEAN: Mapping[Parse, Callable[[Sequence[str]], bool]] = {text: _clean_texts, name: _clean_names}
"""For some parsers, whether they would return all of these words as they stand: a glance at a
million words instead of a million looks."""
