"""The verdict: what in a page, or in what a browser saw of it, breaks its seal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from mapgen.verify import address
from mapgen.verify.finding import Finding, Request, Tally, Visit
from mapgen.verify.holes import holes
from mapgen.verify.policy import Policy, hashes, loads, parse, runs
from mapgen.verify.reading import Ask, Inline, Meta, Reading, Way

CSP = "content-security-policy"
_COUNTED = ("script", "style")

Placed = TypeVar("Placed", Ask, Inline)


def policies(reading: Reading) -> tuple[Policy, ...]:
    """Return the policies that a browser follows: those of the head's own meta elements."""
    metas = [meta for meta in reading.metas if meta.name == CSP and meta.in_head]
    return tuple(parse(meta.content, meta.line) for meta in metas)


def requests(reading: Reading, visit: Visit | None, uri: str) -> tuple[Request, ...]:
    """Return what a page asks for: what stands in it, then what only the open page asked for.

    Args:
        reading: the page as read.
        visit: the page as a browser saw it, None without one.
        uri: the page's own address.
    """
    followed = policies(reading)
    base = next((way.url for way in reading.ways if way.what == "base"), "")
    base = address.resolved(base, uri) if base else uri
    seen = visit.requests if visit else ()
    asked = Counter(one.text.partition("#")[0] for one in seen)
    written: dict[str, Request] = {}
    for ask in _in_order(reading.asks):
        url = address.resolved(ask.url, base)
        if not address.within(ask.url) and url not in written:
            came = None if visit is None else url in asked
            fate = _fate(ask, followed)
            written[url] = Request(url, ask.kind, ask.line, came, fate, max(1, asked[url]))
    only = {
        (one.kind, url): Request(url, one.kind, 0, True, "", asked[url])
        for one in seen
        if (url := one.text.partition("#")[0]) not in written
    }
    return (*written.values(), *(only[key] for key in sorted(only)))


def tallies(reading: Reading) -> tuple[Tally, ...]:
    """Return how many scripts and styles stand in a page, and how many its policy lets by hash."""
    followed = policies(reading)
    there = {what: [one for one in reading.inlines if one.what == what] for what in _COUNTED}
    return tuple(
        Tally(what, len(ones), sum(bool(followed) and _let(one, followed) for one in ones))
        for what, ones in there.items()
    )


def judge(reading: Reading, visit: Visit | None) -> tuple[Finding, ...]:
    """Return every finding but the requests, the policy's first, each topic by line."""
    followed = policies(reading)
    first = min((m.place for m in reading.metas if m.name == CSP and m.in_head), default=None)
    groups = (
        _policy(reading, followed),
        _early(reading, first),
        _asks(reading.asks, followed),
        _inlines(reading.inlines, followed),
        _unused(reading.inlines, followed),
        _ways(reading.ways, followed),
        _visit(visit),
    )
    return tuple(finding for group in groups for finding in dict.fromkeys(group))


def _policy(reading: Reading, followed: Sequence[Policy]) -> Iterator[Finding]:
    for meta in reading.metas:
        yield from _idle(meta)
    if followed:
        yield from holes(followed)
    else:
        counts = Counter(one.what for one in reading.inlines)
        yield Finding(
            True,
            "policy",
            0,
            "It has no Content-Security-Policy that counts: its "
            f"{_number(counts['script'], 'script')} and {_number(counts['style'], 'style')} may "
            "load and send anything",
        )


def _idle(meta: Meta) -> Iterator[Finding]:
    if meta.name == f"{CSP}-report-only":
        yield Finding(
            False, "policy", meta.line, "A policy that only reports has no force in a page"
        )
    elif meta.name == CSP and not meta.in_head:
        yield Finding(
            True, "policy", meta.line, "A policy stands outside the head, where browsers ignore it"
        )


def _early(reading: Reading, first: int | None) -> Iterator[Finding]:
    """Yields what stands before the policy, which governs only what comes after it."""
    if first is None:
        return
    early = [(one.line, one.what) for one in reading.inlines if one.place < first]
    early += [
        (one.line, one.kind)
        for one in reading.asks
        if one.place < first and not address.within(one.url)
    ]
    for line, what in sorted(early):
        yield Finding(
            True, "policy", line, f"The {what} stands before the policy, which does not govern it"
        )


def _asks(asks: Sequence[Ask], followed: Sequence[Policy]) -> Iterator[Finding]:
    """Yields what stands in the page and is refused all the same; the rest are requests."""
    for ask in _in_order(asks):
        inside = address.within(ask.url) and address.scheme(ask.url) != "about"
        if inside and _fate(ask, followed) == "refused":
            text = f"The policy refuses the {ask.kind} whose address holds it"
            yield Finding(True, "markup", ask.line, text)


def _fate(ask: Ask, followed: Sequence[Policy]) -> str:
    if not followed:
        return ""
    if not ask.directive:
        return "ungoverned"
    let = all(loads(policy, ask.directive, ask.url) for policy in followed)
    return "let" if let else "refused"


def _inlines(inlines: Sequence[Inline], followed: Sequence[Policy]) -> Iterator[Finding]:
    for one in _in_order(inlines):
        if not _let(one, followed):
            text = f"The {one.what} matches no hash of the policy, so a browser refuses it"
            yield Finding(True, "inline", one.line, text)


def _let(one: Inline, followed: Sequence[Policy]) -> bool:
    return all(runs(policy, one.directive, one.digests) for policy in followed)


def _in_order(ones: Sequence[Placed]) -> list[Placed]:
    return sorted(ones, key=lambda one: (one.line, one.place))


def _unused(inlines: Sequence[Inline], followed: Sequence[Policy]) -> Iterator[Finding]:
    there = {digest for one in inlines for digest in one.digests}
    line = followed[0].line if followed else 0
    for name, digest in hashes(followed):
        if digest not in there:
            yield Finding(
                False,
                "inline",
                line,
                f"{name} '{digest}' is the hash of nothing that stands in the page",
            )


def _ways(ways: Sequence[Way], followed: Sequence[Policy]) -> Iterator[Finding]:
    for way in ways:
        if way.what == "base" and not address.within(way.url):
            yield Finding(
                True,
                "markup",
                way.line,
                f"A base element makes relative addresses those of {address.shown(way.url)}",
            )
        elif way.what == "form" and not address.within(way.url):
            free = all(loads(policy, "form-action", way.url) for policy in followed)
            fate = "" if free else ", which the policy refuses"
            yield Finding(
                free, "markup", way.line, f"A form sends to {address.shown(way.url)}{fate}"
            )


def _visit(visit: Visit | None) -> Iterator[Finding]:
    if visit is None:
        return
    for seen in sorted(visit.refused, key=lambda one: (one.kind, one.text)):
        yield Finding(True, "browser", 0, f"The browser refused {seen.text} by {seen.kind}")
    for seen in sorted(visit.attempts, key=lambda one: (one.kind, one.text)):
        text = f"The open page tried to open a {seen.kind}: {address.shown(seen.text)}"
        yield Finding(True, "browser", 0, text)
    if visit.state in _UNFINISHED:
        yield Finding(False, "browser", 0, _UNFINISHED[visit.state])


_UNFINISHED = {
    "failed": "The map says of itself that it failed",
    "late": "The page was not finished in time",
}


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
