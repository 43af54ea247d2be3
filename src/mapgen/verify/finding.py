"""What is said of a page: findings, what it asks for, what a browser saw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing to know of a page.

    Attributes:
        fault: whether the page is not sealed because of it.
        topic: "policy", "request", "inline", "markup" or "browser".
        line: where in the file, from 1; 0 where it has no line.
        text: a sentence without its full stop and without the line.
    """

    fault: bool
    topic: str
    line: int
    text: str


@dataclass(frozen=True)
class Request:
    """One thing that a page asks for outside itself.

    Attributes:
        url: the whole address.
        kind: what it is, in words.
        line: where the file asks for it, 0 when only the open page did.
        seen: whether the browser saw it asked for; None when no browser opened the page.
        fate: what the page's policy does: "refused", "let", "ungoverned" where no policy has a
            say, "" without a policy.
        times: how often the open page asked, at least 1.
    """

    url: str
    kind: str
    line: int
    seen: bool | None
    fate: str = ""
    times: int = 1


@dataclass(frozen=True)
class Seen:
    """A request, attempt or complaint of the open page: its kind, and an address or sentence."""

    kind: str
    text: str
    later: bool = False


@dataclass(frozen=True)
class Visit:
    """What a browser saw of a page, each in the order of its coming.

    Attributes:
        browser: its name and version.
        state: "ready" or "failed" for a page that says so itself, "loaded", or "late" when it was
            not finished in time.
        requests: everything asked for but the page itself; `later` when it was asked for after
            the switches were tried.
        refused: what the page's policy refused: the directive, and what.
        console: what the console said: the kind of message, and its words.
        attempts: what else would have left the page: sockets, downloads, workers, windows.
        tried: switches of the legend that were turned off and on, and events opened.
    """

    browser: str
    state: str
    requests: tuple[Seen, ...] = ()
    refused: tuple[Seen, ...] = ()
    console: tuple[Seen, ...] = ()
    attempts: tuple[Seen, ...] = ()
    tried: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Report:
    """What is known of one file.

    Attributes:
        path: the file as it was named.
        unread: a sentence on why it could not be read, "" when it was.
        findings: faults and notes, requests not among them.
        requests: what it asks for outside itself.
        policies: what its policies say, hashes counted, and their lines.
        inline: how many scripts and styles stand in it, and how many of each its policy lets.
        links: where it leads a reader who follows a link, each address once, sorted.
        visit: what a browser saw, or a sentence on why none opened it.
    """

    path: str
    unread: str = ""
    findings: tuple[Finding, ...] = ()
    requests: tuple[Request, ...] = ()
    policies: tuple[tuple[int, str], ...] = ()
    inline: tuple[Tally, ...] = ()
    links: tuple[str, ...] = ()
    visit: Visit | str = ""

    @property
    def sealed(self) -> bool:
        """Whether nothing leaves the page and nothing but what stands in it can run."""
        return not (self.unread or self.requests or any(one.fault for one in self.findings))


@dataclass(frozen=True)
class Tally:
    """How many scripts or styles stand in a page, and how many its policy lets apply by hash."""

    what: str
    there: int
    let: int
