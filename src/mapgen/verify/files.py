"""Files verified: the door through which a page is read, and a report made of it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from mapgen.verify.browse import Opener, chromium
from mapgen.verify.finding import Report
from mapgen.verify.judge import judge, policies, requests, tallies
from mapgen.verify.policy import Policy, hash_of
from mapgen.verify.read import read

_PAGE = re.compile(
    rb"\s*(?:<!doctype\s+html|<!--|<\?xml|<(?:html|head|body|meta|title|script|style|link|div|"
    rb"iframe|table|h1|font|a|b|br|p|svg|main|section)[\s/>])",
    re.IGNORECASE,
)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def verify(paths: Sequence[Path], *, browser: bool = True) -> Iterator[Report]:
    """Yield a report of each file, in the order given.

    Args:
        paths: the files.
        browser: whether to open each in a Chromium, where there is one; else they are only read.
    """
    if not browser:
        yield from (report(path, "no browser was asked for") for path in paths)
        return
    with chromium() as opener:
        yield from (report(path, opener) for path in paths)


def report(path: Path, opener: Opener | str) -> Report:
    """Return what is known of a file, opened by a browser or with the reason why by none."""
    try:
        page = path.read_bytes()
    except OSError as fault:
        return Report(str(path), unread=_unreadable(path, fault))
    if not _is_page(page):
        return Report(str(path), unread="It is empty" if not page else "It is no HTML page")
    reading = read(page)
    visit = opener if isinstance(opener, str) else opener(path, reading.ours)
    seen = None if isinstance(visit, str) else visit
    links = {way.url for way in reading.ways if way.what == "link"}
    return Report(
        path=str(path),
        findings=judge(reading, seen),
        requests=requests(reading, seen, path.absolute().as_uri()),
        policies=tuple((each.line, _said(each)) for each in policies(reading)),
        inline=tallies(reading),
        links=tuple(sorted(links)),
        visit=visit,
    )


def _unreadable(path: Path, fault: OSError) -> str:
    if path.is_dir():
        return "It is a folder; name the files in it"
    if isinstance(fault, FileNotFoundError):
        return "There is no such file"
    return f"It cannot be read ({fault.strerror})"


def _is_page(page: bytes) -> bool:
    """Whether a file begins as HTML does (MIME Sniffing Standard, section 7.1)."""
    if page.startswith(_BOMS[1:]):
        return True
    return _PAGE.match(page.removeprefix(_BOMS[0])) is not None


def _said(policy: Policy) -> str:
    """Return a policy as written, but its hashes counted."""
    return "; ".join(" ".join([name, *_counted(sources)]) for name, sources in policy.directives)


def _counted(sources: Sequence[str]) -> list[str]:
    plain = [source for source in sources if not hash_of(source)]
    hashed = len(sources) - len(plain)
    return [*([f"{hashed} hash" if hashed == 1 else f"{hashed} hashes"] if hashed else ()), *plain]
