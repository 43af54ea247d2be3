"""Plural forms, by the rules that a language's own file states in the notation of CLDR.

CLDR, `common/supplemental/plurals.xml`, gives each form a rule such as `n % 100 = 3..10`. Counts of
ours are whole and not negative, so that its other operands (i, v, f, t, e) are n or nought, and
`browser/src/page/language.ts` reads the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

RULE, OTHER = "plural.", "other"
_RELATION = re.compile(r"n(?: % (\d+))? (!?=) (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)", re.ASCII)

Relation = tuple[int | None, bool, tuple[tuple[int, int], ...]]
"""Modulus, whether the rest is to lie in the ranges, and the ranges, both ends included."""


def forms(words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of a language's plural forms, `other` last."""
    stated = (key.removeprefix(RULE) for key in words if key.startswith(RULE))
    return (*stated, OTHER)


def form(words: Mapping[str, str], number: int) -> str:
    """Return the name of the form in which a language counts a number."""
    return next((name for name in forms(words)[:-1] if holds(words[RULE + name], number)), OTHER)


def holds(rule: str, number: int) -> bool:
    """Return whether a rule is true of a number.

    Raises:
        ValueError: when it is no rule.
    """
    return any(all(_true(relation, number) for relation in terms) for terms in _parsed(rule))


@cache
def _parsed(rule: str) -> tuple[tuple[Relation, ...], ...]:
    """Return the relations of a rule: of one row all, of the rows any."""
    return tuple(
        tuple(_relation(relation) for relation in terms.split(" and "))
        for terms in rule.split(" or ")
    )


def _relation(text: str) -> Relation:
    found = _RELATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no rule, expected one such as 'n % 100 = 3..10'")
    modulus, sign, ranges = found.groups()
    ends = [part.split("..") for part in ranges.split(",")]
    return (
        int(modulus) if modulus else None,
        sign == "=",
        tuple((int(pair[0]), int(pair[-1])) for pair in ends),
    )


def _true(relation: Relation, number: int) -> bool:
    modulus, wanted, ranges = relation
    rest = number if modulus is None else number % modulus
    return any(low <= rest <= high for low, high in ranges) == wanted
