"""What stands in a page, as far as it bears on its seal: frozen values, in document order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ask:
    """Something that the markup or a style fetches.

    Attributes:
        place: the element's number in the document, from 0.
        line: where the element begins, from 1.
        kind: what is fetched, in words.
        directive: the load of `policy.FALLBACK` that governs it, "" where none does.
        url: the address, cleaned.
    """

    place: int
    line: int
    kind: str
    directive: str
    url: str


@dataclass(frozen=True)
class Inline:
    """A script or style that stands in the page, or in an attribute of it.

    Attributes:
        place: the element's number in the document, from 0.
        line: where the element begins, from 1.
        what: "script", "style", or the attribute: "onclick of <a>", "style of <p>".
        directive: the load of `policy.FALLBACK` that governs it.
        digests: `sha256-…`, `sha384-…`, `sha512-…` of its text.
    """

    place: int
    line: int
    what: str
    directive: str
    digests: tuple[str, ...]


@dataclass(frozen=True)
class Meta:
    """A `<meta http-equiv>` whose content bears on the seal: name in lower case, content."""

    place: int
    line: int
    name: str
    content: str
    in_head: bool


@dataclass(frozen=True)
class Way:
    """An address that a reader's hand, or a script of the markup, can follow.

    Attributes:
        line: where the element begins, from 1.
        what: "link", "form", "base".
        url: the address, cleaned.
    """

    line: int
    what: str
    url: str


@dataclass(frozen=True)
class Reading:
    """All of it, each in document order; `ours` when mapgen wrote the page."""

    asks: tuple[Ask, ...] = ()
    inlines: tuple[Inline, ...] = ()
    metas: tuple[Meta, ...] = ()
    ways: tuple[Way, ...] = ()
    ours: bool = False
