"""How a fault says what is there and what was expected."""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection
from datetime import date

LONGEST = 60
MANY = 12


class ValueFault(Exception):  # noqa: N818 - it is a fault on its way to the report, no error
    """What is wrong with a value, as the sentence of a fault."""


def shown(value: object) -> str:
    """Return a value as the file has it, cut to 60 characters."""
    if isinstance(value, date):
        return value.isoformat()
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def nearest(word: str, known: Collection[str]) -> str:
    """Return the end of a sentence that names the nearest known word, or else all of them."""
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    listed = list(known)
    more = f" and {len(listed) - MANY} more" if len(listed) > MANY else ""
    return f"expected one of {', '.join(listed[:MANY])}{more}"
