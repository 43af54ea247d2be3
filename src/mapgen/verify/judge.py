"""The verdict: what in a page, or in what a browser saw of it, breaks its seal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mapgen.verify import address
from mapgen.verify.finding import Finding, Request, Visit
from mapgen.verify.holes import holes
from mapgen.verify.policy import Policy, hashes, loads, parse, runs
from mapgen.verify.reading import Ask, Inline, Meta, Reading, Way

CSP = "content-security-policy"


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
    base = next((way.url for way in reading.ways if way.what == "base"), "")
    base = address.resolved(base, uri) if base else uri
    asked = Counter(seen.text.partition("#")[0] for seen in visit.requests) if visit else Counter()
    written: dict[str, Request] = {}
    for ask in sorted(reading.asks, key=lambda one: (one.line, one.place)):
        url = address.resolved(ask.url, base)
        if not address.within(ask.url) and url not in written:
            seen = None if visit is None else url in asked
            written[url] = Request(url, ask.kind, ask.line, seen, max(1, asked[url]))
    only: dict[str, Request] = {}
    for one in visit.requests if visit else ():
        url = one.text.partition("#")[0]
        if url not in written:
            only.setdefault(url, Request(url, one.kind, 0, True, asked[url]))
    return (*written.values(), *only.values())


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
            True, "policy", 0,
            "It has no Content-Security-Policy that counts: its "
            f"{_number(counts['script'], 'script')} and {_number(counts['style'], 'style')} may "
            "load and send anything"
        )


def _idle(meta: Meta) -> Iterator[Finding]:
    if meta.name == f"{CSP}-report-only":
        yield Finding(False, "policy", meta.line, "A policy that only reports has no force in a page")
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
    for ask in sorted(asks, key=lambda one: (one.line, one.place)):
        refused = _refused(ask, followed)
        if not address.within(ask.url):
            yield Finding(True, "request", ask.line, f"{_capital(_a(ask.kind))} comes from "
                          f"{address.shown(ask.url)}{_fate(ask, followed, refused=refused)}")
        elif refused and address.scheme(ask.url) != "about":
            yield Finding(True, "markup", ask.line,
                          f"The policy refuses the {ask.kind} that stands in the page")


def _refused(ask: Ask, followed: Sequence[Policy]) -> bool:
    if not ask.directive:
        return False
    return any(not loads(policy, ask.directive, ask.url) for policy in followed)


def _fate(ask: Ask, followed: Sequence[Policy], *, refused: bool) -> str:
    if not followed:
        return ""
    if not ask.directive:
        return "; no policy can refuse that"
    return "; the policy refuses it" if refused else "; the policy lets it"


def _inlines(inlines: Sequence[Inline], followed: Sequence[Policy]) -> Iterator[Finding]:
    for one in sorted(inlines, key=lambda one: (one.line, one.place)):
        if any(not runs(policy, one.directive, one.digests) for policy in followed):
            yield Finding(True, "inline", one.line,
                          f"The {one.what} matches no hash of the policy, so a browser refuses it")


def _unused(inlines: Sequence[Inline], followed: Sequence[Policy]) -> Iterator[Finding]:
    there = {digest for one in inlines for digest in one.digests}
    line = followed[0].line if followed else 0
    for name, digest in hashes(followed):
        if digest not in there:
            yield Finding(False, "inline", line,
                          f"{name} '{digest}' is the hash of nothing that stands in the page")


def _ways(ways: Sequence[Way], followed: Sequence[Policy]) -> Iterator[Finding]:
    for way in ways:
        if way.what == "base" and not address.within(way.url):
            yield Finding(True, "markup", way.line,
                          f"A base element makes relative addresses those of {address.shown(way.url)}")
        elif way.what == "form" and not address.within(way.url):
            free = all(loads(policy, "form-action", way.url) for policy in followed)
            fate = "" if free else ", which the policy refuses"
            yield Finding(free, "markup", way.line,
                          f"A form sends to {address.shown(way.url)}{fate}")


def _visit(visit: Visit | None) -> Iterator[Finding]:
    if visit is None:
        return
    for seen in visit.refused:
        yield Finding(True, "browser", 0, f"The browser refused {seen.text}, by {seen.kind}")
    for seen in visit.attempts:
        yield Finding(True, "browser", 0, f"The page tried to open {_a(seen.kind)}: {seen.text}")
    if visit.state in {"failed", "late"}:
        yield Finding(False, "browser", 0, {"failed": "The map says of itself that it failed",
                                            "late": "The page was not finished in time"}[visit.state])


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
