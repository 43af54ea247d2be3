"""A report in words, and as a structure for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from mapgen.verify import address
from mapgen.verify.finding import Finding, Report, Request, Seen, Visit

MANY = 20
"""So many requests or lines of a console are shown to a person; a machine gets them all."""

_FATES = {
    "": "",
    "refused": "; the policy refuses it",
    "let": "; the policy lets it",
    "ungoverned": "; no policy has a say in that",
}


def sentences(report: Report) -> Iterator[str]:
    """Yield a report's lines: the verdict, then what speaks for it, indented."""
    if report.unread:
        yield f"{report.path}: not read. {report.unread}."
        return
    yield f"{report.path}: {'sealed' if report.sealed else 'not sealed'}"
    for line in _body(report):
        yield f"  {line}"


def _body(report: Report) -> Iterator[str]:
    yield from (_finding(one) for one in report.findings if one.fault)
    yield from _requests(report)
    yield from (f"Note: {_finding(one)}" for one in report.findings if not one.fault)
    for line, text in report.policies:
        yield f"Policy, line {line}: {text}."
    yield from _inline(report)
    yield from _browser(report.visit)
    yield from _links(report.links)


def _finding(one: Finding) -> str:
    return f"Line {one.line}: {one.text}." if one.line else f"{one.text}."


def _requests(report: Report) -> Iterator[str]:
    if not report.requests:
        yield "It asks for nothing outside itself."
        return
    yield f"It asks for {_number(len(report.requests), 'thing')} outside itself:"
    yield from (f"  {_request(one)}" for one in report.requests[:MANY])
    if len(report.requests) > MANY:
        yield f"  and {len(report.requests) - MANY} more"


def _request(one: Request) -> str:
    where = f"line {one.line}" if one.line else "when open"
    times = f", {one.times} times" if one.times > 1 else ""
    unseen = "; the browser did not ask for it" if one.seen is False else ""
    return f"{where}: {one.kind} {address.shown(one.url)}{times}{_FATES[one.fate]}{unseen}"


def _inline(report: Report) -> Iterator[str]:
    there = [tally for tally in report.inline if tally.there]
    if report.policies and there:
        counts = [f"{one.let} of {_number(one.there, one.what)}" for one in there]
        yield f"Let by the policy, of what stands in the page: {' and '.join(counts)}."


def _links(links: tuple[str, ...]) -> Iterator[str]:
    """Yields where a reader's own click leads, which is no request of the page."""
    if not links:
        return
    hosts = {host for url in links if (host := address.host(url))}
    where = f" on {_number(len(hosts), 'host')}" if hosts else " beside the page"
    yield (
        f"Its links lead to {_number(len(links), 'address', 'addresses')}"
        f"{where}, once a reader follows them."
    )


def _browser(visit: Visit | str) -> Iterator[str]:
    if isinstance(visit, str):
        yield f"Only the file was read: {visit}."
        return
    later = any(one.later for one in visit.requests)
    tried = ""
    if any(visit.tried):
        asked = "it asked for more" if later else "nothing was asked for"
        switches, events = visit.tried
        tried = (
            f"; {_number(switches, 'switch', 'switches')} turned and "
            f"{_number(events, 'event')} opened, {asked}"
        )
    yield f"Opened in {visit.browser} with the network cut{tried}."
    if not visit.console:
        yield "The console said nothing."
        return
    yield f"The console said {_number(len(visit.console), 'thing')}:"
    lines = console(visit)
    yield from (f"  {kind}: {_plain(text)}{_times(count)}" for kind, text, count in lines[:MANY])
    if len(lines) > MANY:
        yield f"  and {len(lines) - MANY} more"


def console(visit: Visit) -> list[tuple[str, str, int]]:
    """Return what the console said, each once with how often: kind, words, count; sorted."""
    said = Counter((one.kind, one.text) for one in visit.console)
    return [(kind, text, said[kind, text]) for kind, text in sorted(said)]


def _plain(text: str) -> str:
    return address.shown(" ".join(text.split()))


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def structure(report: Report) -> dict[str, Any]:
    """Return a report as JSON has it; docs/verify.md says what each key means."""
    visit = report.visit
    return {
        "path": report.path,
        "sealed": report.sealed,
        "unread": report.unread or None,
        "findings": [asdict(one) for one in report.findings],
        "requests": [asdict(one) for one in report.requests],
        "policies": [{"line": line, "text": text} for line, text in report.policies],
        "inline": [asdict(one) for one in report.inline],
        "links": list(report.links),
        "browser": None if isinstance(visit, str) else _seen(visit),
        "no_browser": visit or None if isinstance(visit, str) else None,
    }


def _seen(visit: Visit) -> dict[str, Any]:
    return {
        "name": visit.browser,
        "state": visit.state,
        "switches_tried": visit.tried[0],
        "events_opened": visit.tried[1],
        "requests": [asdict(one) for one in _ordered(visit.requests)],
        "refused": [asdict(one) for one in _ordered(visit.refused)],
        "attempts": [asdict(one) for one in _ordered(visit.attempts)],
        "console": [
            {"kind": kind, "text": text, "times": count} for kind, text, count in console(visit)
        ],
    }


def _ordered(seen: tuple[Seen, ...]) -> list[Seen]:
    return sorted(seen, key=lambda one: (one.later, one.kind, one.text))
