"""In which order the parts of a line stand that mixes directions (Unicode UAX #9, 3.3 and 3.4).

Lines of a picture are short, so that explicit embeddings, isolates and pairs of brackets, which the
annex adds for whole texts, are left out: their characters count as neutral.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STRONG = ("L", "R")
NUMBERS = ("EN", "AN")
# What is neither a letter, a digit nor what belongs to numbers takes the direction around it.
KNOWN = (*STRONG, "AL", *NUMBERS, "ES", "ET", "CS", "NSM")


@dataclass(frozen=True)
class Run:
    """Characters of one direction, in the order in which they are read."""

    text: str
    leftward: bool


def runs(text: str, leftward: bool) -> list[Run]:
    """Return the runs of a line from left to right, as they stand on paper.

    Args:
        text: one line.
        leftward: whether the line as a whole reads from right to left.
    """
    levels = _levels(text, int(leftward))
    found: list[tuple[str, int]] = []
    for level, pairs in groupby(zip(levels, text, strict=True), key=lambda pair: pair[0]):
        found.append(("".join(character for _, character in pairs), level))
    # L2: from the highest level down to the lowest odd one, turn every sequence at it or above.
    for level in range(max(levels, default=0), 0, -1):
        turned: list[tuple[str, int]] = []
        for high, sequence in groupby(found, key=partial(_reaches, level)):
            parts = list(sequence)
            turned += parts[::-1] if high else parts
        found = turned
    return [Run(part, level % 2 == 1) for part, level in found]


def _reaches(level: int, run: tuple[str, int]) -> bool:
    """Return whether a run stands at a level or above it."""
    return run[1] >= level


def _levels(text: str, base: int) -> list[int]:
    """Return the level of each character: even runs right, odd runs left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    kinds = [kind if kind in KNOWN else "ON" for kind in kinds]
    around = STRONG[base]
    return [_level(kind, base) for kind in _neutrals(_weak(kinds, around), around)]


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved kind (I1, I2)."""
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _weak(kinds: Sequence[str], around: str) -> list[str]:
    """Return the kinds with numbers and what belongs to them resolved (W1 to W7)."""
    found: list[str] = []
    strong = around
    for kind in kinds:
        own = (found[-1] if found else around) if kind == "NSM" else kind
        if own in {*STRONG, "AL"}:
            strong = own
        found.append("AN" if own == "EN" and strong == "AL" else own)
    found = ["R" if kind == "AL" else kind for kind in found]
    for i in range(1, len(found) - 1):
        before, kind, after = found[i - 1 : i + 2]
        if before == after and (
            (kind == "CS" and before in NUMBERS) or (kind == "ES" and before == "EN")
        ):
            found[i] = before
    _signs(found)
    strong = around
    for i, kind in enumerate(found):
        if kind in STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            found[i] = "L"
    return ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in found]


def _signs(kinds: list[str]) -> None:
    """Turn signs that touch a European number into a part of it (W5)."""
    for step in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for i in step:
            if kinds[i] == "ET" and kinds[i - step.step] == "EN":
                kinds[i] = "EN"


def _neutrals(kinds: Sequence[str], around: str) -> list[str]:
    """Return the kinds with each neutral as what is around it, or as the line (N1, N2)."""
    found = list(kinds)
    start = 0
    for kind, part in groupby(kinds):
        count = len(list(part))
        if kind == "ON":
            before = _side(kinds[start - 1]) if start else around
            after = _side(kinds[start + count]) if start + count < len(kinds) else around
            found[start : start + count] = [before if before == after else around] * count
        start += count
    return found


def _side(kind: str) -> str:
    """Return the direction of a resolved kind as neutrals see it: numbers count as leftward."""
    return "R" if kind in NUMBERS else kind
