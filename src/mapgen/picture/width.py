"""How wide text will be, near enough to keep names apart in whatever letters the reader has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Measure = Callable[[str, float, int, float], float]
"""What measures a line as `text_width` does."""

# Widths in em of groups of characters, after the common sans-serif letters of systems.
GROUPS = {
    "'|ijl.,:;!I": 0.26,
    ' ()[]-frt/\\"*': 0.35,
    "acekszvxyJ": 0.52,
    "mM%": 0.85,
    "wGOQCDHNRU": 0.74,
    "W@—": 0.96,
    "ا": 0.24,
    "لیيېتپٹن": 0.39,
    "مہجچحخعطظ": 0.7,
    "سشصض": 0.97,
}
WIDTHS = {character: width for group, width in GROUPS.items() for character in group}
UPPER, LOWER, ARABIC, WIDE = 0.67, 0.57, 0.5, 1.0
BOLD, BOLD_FROM = 1.07, 600
# The reader's letters may be wider than those of the table.
SLACK = 1.12
ARABIC_BIDI = "AL"
RIGHT_TO_LEFT = ("R", ARABIC_BIDI)


def text_width(text: str, size: float, weight: int, spacing: float) -> float:
    """Return the width of a line of text, in the unit of `size`, with some slack.

    Args:
        text: one line.
        size: height of the letters.
        weight: as in CSS, 400 is regular.
        spacing: added to each character, in em.
    """
    letters = sum(_width(character) for character in text)
    if not is_joined(text):
        letters += spacing * len(text)
    return letters * size * SLACK * (BOLD if weight >= BOLD_FROM else 1.0)


def is_joined(text: str) -> bool:
    """Return whether letters are joined, so that nothing may be put between them."""
    return any(unicodedata.bidirectional(character) == ARABIC_BIDI for character in text)


def runs_left(text: str) -> bool:
    """Return whether a line reads from right to left: its first strong character decides."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind in RIGHT_TO_LEFT for kind in strong if kind in ("L", *RIGHT_TO_LEFT)), False)


def _width(character: str) -> float:
    """Return the width of a character in em; an accent that stands over another has none."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    plain = unicodedata.normalize("NFD", character)[0]
    if plain in WIDTHS:
        return WIDTHS[plain]
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return WIDE
    if unicodedata.bidirectional(character) == ARABIC_BIDI:
        return ARABIC
    return UPPER if plain.isupper() else LOWER
