r"""What a style sheet or a style attribute would fetch, read token by token.

Tokens and not patterns, because `u\72l(…)` is an address and one in a comment is not
(CSS Syntax 3, section 4; CSS Values 4, section 4.5; CSS Images 4, section 4.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

SHEET = ("style sheet of a style sheet", "style-src-elem")
FONT = ("font", "font-src")
IMAGE = ("image of a style", "img-src")

_ADDRESS = frozenset({"url", "src"})
"""Functions whose string is an address."""

_CHOICE = frozenset({"image-set", "-webkit-image-set"})
"""Functions in which a bare string is an address too."""


@dataclass(frozen=True)
class Fetch:
    """An address in a style: what it is, the directive that governs it, its line from 1."""

    kind: str
    directive: str
    url: str
    line: int


def fetches(css: str) -> tuple[Fetch, ...]:
    """Return every address that a style would fetch, in the order of the text."""
    # Most of a map's styles hold none, and a tokenizer in Python takes its time.
    if "(" not in css and "@" not in css:
        return ()
    return tuple(_in(tinycss2.parse_component_value_list(css, skip_comments=True), IMAGE))


def _in(tokens: Sequence[Any], use: tuple[str, str]) -> Iterator[Fetch]:
    """Yields what tokens fetch; an at-rule gives its own meaning to what follows up to its end."""
    rule = use
    named = ""
    for token in tokens:
        if token.type == "at-keyword":
            named = token.lower_value
            rule = {"import": SHEET, "font-face": FONT}.get(named, use)
        elif token.type == "literal" and token.value == ";":
            rule, named = use, ""
        elif named != "namespace":
            yield from _of(token, rule, bare=named == "import")
        if token.type == "{} block":
            rule, named = use, ""


def _of(token: Any, use: tuple[str, str], *, bare: bool) -> Iterator[Fetch]:  # noqa: ANN401 - tinycss2 has no types
    if token.type == "url" or (bare and token.type == "string"):
        yield Fetch(*use, token.value, token.source_line)
    elif token.type == "function" and token.lower_name in _ADDRESS:
        strings = [part for part in token.arguments if part.type == "string"]
        yield from (Fetch(*use, part.value, part.source_line) for part in strings[:1])
    elif token.type == "function":
        choice = token.lower_name in _CHOICE
        for part in token.arguments:
            yield from _of(part, use, bare=choice)
    elif token.type.endswith(" block"):
        yield from _in(token.content, use)
