"""A Content-Security-Policy as a browser reads it (CSP 3, sections 2.2 to 2.3 and 6.7 to 6.8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mapgen.verify import address

FALLBACK: dict[str, tuple[str, ...]] = {
    "script-src-elem": ("script-src-elem", "script-src", "default-src"),
    "script-src-attr": ("script-src-attr", "script-src", "default-src"),
    "style-src-elem": ("style-src-elem", "style-src", "default-src"),
    "style-src-attr": ("style-src-attr", "style-src", "default-src"),
    "img-src": ("img-src", "default-src"),
    "font-src": ("font-src", "default-src"),
    "media-src": ("media-src", "default-src"),
    "connect-src": ("connect-src", "default-src"),
    "object-src": ("object-src", "default-src"),
    "frame-src": ("frame-src", "child-src", "default-src"),
    "worker-src": ("worker-src", "child-src", "script-src", "default-src"),
    "manifest-src": ("manifest-src", "default-src"),
    "prefetch-src": ("default-src",),
}
"""What governs each kind of load, the most particular first (CSP 3, section 6.8.3)."""

_HASH = re.compile(r"'(sha(?:256|384|512))-([A-Za-z0-9+/_-]+={0,2})'", re.ASCII | re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)
_NETWORK = frozenset({"http", "https", "ws", "wss"})


@dataclass(frozen=True)
class Policy:
    """A policy of a page.

    Attributes:
        line: where its meta element stands, from 1.
        directives: names in lower case and their sources as written, the first of each name.
        repeated: names that stand there again, which counts for nothing.
    """

    line: int
    directives: tuple[tuple[str, tuple[str, ...]], ...]
    repeated: tuple[str, ...] = ()

    def governing(self, load: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the directive that governs a kind of load of `FALLBACK`, None when none does."""
        written = dict(self.directives)
        for name in FALLBACK.get(load, (load,)):
            if name in written:
                return name, written[name]
        return None


def parse(text: str, line: int = 1) -> Policy:
    """Return a policy; nothing that stands in it is an error, as in a browser."""
    directives: dict[str, tuple[str, ...]] = {}
    repeated = []
    for part in text.split(";"):
        words = part.split()
        if not words:
            continue
        name = words[0].lower()
        if name in directives:
            repeated.append(name)
        else:
            directives[name] = tuple(words[1:])
    return Policy(line, tuple(directives.items()), tuple(repeated))


def hash_of(source: str) -> str | None:
    """Return a hash source as `sha256-…` in the plain alphabet, None for any other source."""
    found = _HASH.fullmatch(source)
    if not found:
        return None
    return f"{found[1].lower()}-{found[2].replace('-', '+').replace('_', '/')}"


def hashes(policies: Sequence[Policy]) -> tuple[tuple[str, str], ...]:
    """Return every hash that stands in policies, once each, with its directive."""
    found = {
        (name, digest): None
        for policy in policies
        for name, sources in policy.directives
        for source in sources
        if (digest := hash_of(source))
    }
    return tuple(found)


def runs(policy: Policy, load: str, digests: Sequence[str]) -> bool:
    """Return whether a policy lets an inline script or style of these hashes through."""
    governing = policy.governing(load)
    if governing is None:
        return True
    sources = governing[1]
    if inline_open(sources, load):
        return True
    hashed = {hash_of(source) for source in sources} & set(digests)
    by_attribute = load.endswith("-attr")
    return bool(hashed) and (not by_attribute or "'unsafe-hashes'" in _lower(sources))


def inline_open(sources: Sequence[str], load: str) -> bool:
    """Return whether 'unsafe-inline' counts: a hash or nonce beside it takes its force away."""
    words = _lower(sources)
    firm = any(
        hash_of(source) or word.startswith("'nonce-")
        for source, word in zip(sources, words, strict=True)
    )
    if load.startswith("script") and "'strict-dynamic'" in words:
        firm = True
    return "'unsafe-inline'" in words and not firm


def loads(policy: Policy, load: str, url: str) -> bool:
    """Return whether a policy lets an address through; its path and port are not looked at."""
    governing = policy.governing(load)
    if governing is None:
        return True
    return any(_matches(source.lower(), url) for source in governing[1])


def _matches(source: str, url: str) -> bool:
    scheme = address.scheme(url)
    if source == "*":
        return not scheme or scheme in _NETWORK
    if source == "'self'":
        return not scheme
    if _SCHEME.fullmatch(source):
        return source[:-1] == scheme or (source == "http:" and scheme == "https")
    if source.startswith("'") or scheme not in _NETWORK:
        return False
    wanted = address.host(source if "//" in source else f"//{source}")
    if wanted.startswith("*."):
        return address.host(url).endswith(wanted[1:])
    return address.host(url) == wanted


def _lower(sources: Sequence[str]) -> list[str]:
    return [source.lower() for source in sources]
