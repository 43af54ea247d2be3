"""Addresses as a browser reads them from an attribute (URL Standard, section 4.4)."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_C0_AND_SPACE = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.ASCII | re.IGNORECASE)
_SPECIAL = frozenset({"http", "https", "ws", "wss", "ftp", "file"})

INSIDE = frozenset({"data", "about", "blob"})
"""Schemes that reach nothing outside the page."""

LONGEST = 120


def cleaned(url: str) -> str:
    """Return an address without what a browser drops: spaces about it, tabs and line ends in it."""
    return re.sub(r"[\t\r\n]", "", url.strip(_C0_AND_SPACE))


def scheme(url: str) -> str:
    """Return the scheme of a cleaned address in lower case, "" for one beside the page."""
    found = _SCHEME.match(url)
    if found:
        return found[1].lower()
    return "https" if re.match(r"[/\\]{2}", url) else ""


def host(url: str) -> str:
    """Return the host of a cleaned address in lower case, "" where it names none."""
    address = url.replace("\\", "/") if scheme(url) in _SPECIAL else url
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket that opens no address of IPv6
        return ""


def resolved(url: str, base: str) -> str:
    """Return a cleaned address as the browser asks for it, without its fragment."""
    try:
        return urljoin(base, url).partition("#")[0]
    except ValueError:
        return url


def within(url: str) -> bool:
    """Return whether a cleaned address fetches nothing: empty, a fragment, or inside the page."""
    return not url or url.startswith("#") or scheme(url) in INSIDE


def shown(url: str) -> str:
    """Return an address for a sentence, cut after 120 characters, invisible ones made visible."""
    plain = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in url)
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"
