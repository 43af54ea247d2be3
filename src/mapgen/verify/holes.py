"""What a policy leaves open: each source that lets more in than the page's own bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapgen.verify.finding import Finding
from mapgen.verify.policy import FALLBACK, Policy, hash_of, inline_open

_PASSIVE = frozenset(
    {"img-src", "font-src", "media-src", "connect-src", "manifest-src", "prefetch-src"}
)
"""Loads that run nothing: of these a data: or blob: address stays inside the page."""

_LOADS = {
    "script-src-elem": "scripts",
    "script-src-attr": "event handlers",
    "style-src-elem": "styles",
    "style-src-attr": "style attributes",
    "img-src": "images",
    "font-src": "fonts",
    "media-src": "media",
    "connect-src": "connections",
    "object-src": "embedded objects",
    "frame-src": "frames",
    "worker-src": "workers",
    "manifest-src": "manifests",
    "prefetch-src": "loads ahead of need",
}

_KEYWORDS = {
    "'unsafe-eval'": (("script",), "lets scripts make new scripts of text"),
    "'strict-dynamic'": (("script",), "lets each allowed script load others from anywhere"),
    "'inline-speculation-rules'": (("script",), "lets the page load others ahead of need"),
    "'self'": (("",), "lets files beside the page be loaded"),
    "*": (("",), "lets any host be asked"),
}
"""Sources that open a policy, the loads for which they do (the beginnings of their names), why."""

_QUIET = frozenset({"'none'", "'unsafe-hashes'", "'report-sample'", *_KEYWORDS})
"""Sources that open nothing where no line above says so."""

_IDLE_IN_META = frozenset({"frame-ancestors", "report-uri", "sandbox"})
_OTHERS = frozenset(
    {
        "default-src",
        "script-src",
        "style-src",
        "child-src",
        "base-uri",
        "form-action",
        "report-to",
        "require-trusted-types-for",
        "trusted-types",
        "upgrade-insecure-requests",
        "block-all-mixed-content",
        "webrtc",
        "fenced-frame-src",
    }
)
_NO_FALLBACK = {
    "base-uri": "a base element may turn every relative address elsewhere",
    "form-action": "a form may send to anywhere",
}
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:\*|[\w*.-]+|\[[0-9a-f:]+\])(?::[\d*]+)?(?:/\S*)?",
    re.ASCII | re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)
_SHAPES = (
    (re.compile("'wasm-unsafe-eval'"), False, "lets scripts compile WebAssembly"),
    (re.compile(r"'nonce-.+'"), True, "is a nonce, and one that stands in a file is no secret"),
    (_HOST, True, "lets a host be asked"),
)


def holes(policies: Sequence[Policy]) -> tuple[Finding, ...]:
    """Return what policies leave open together: a load is closed when one of them closes it."""
    open_loads = [load for load in FALLBACK if all(_is_open(policy, load) for policy in policies)]
    found = [
        finding
        for policy in policies
        for finding in (*_unlimited(policy, open_loads), *_sources(policy, open_loads))
    ]
    return tuple(dict.fromkeys([*found, *(one for each in policies for one in _oddities(each))]))


def _is_open(policy: Policy, load: str) -> bool:
    governing = policy.governing(load)
    if governing is None:
        return True
    return any(fault for _, fault, _ in _meanings(governing[1], load))


def _unlimited(policy: Policy, loads: Sequence[str]) -> Iterator[Finding]:
    free = [_LOADS[load] for load in loads if policy.governing(load) is None]
    if free:
        what = "anything" if len(free) == len(FALLBACK) else ", ".join(free)
        yield Finding(
            True, "policy", policy.line, f"The policy has no default-src, so nothing limits {what}"
        )


def _sources(policy: Policy, loads: Sequence[str]) -> Iterator[Finding]:
    """Yields each source that opens something once, as a fault if it is one for any load."""
    said: dict[tuple[str, str], tuple[bool, str]] = {}
    for load in FALLBACK:
        governing = policy.governing(load)
        if governing is None:
            continue
        name, sources = governing
        for source, fault, why in _meanings(sources, load):
            key = (name, source)
            counts = fault and load in loads
            if key not in said or (counts and not said[key][0]):
                said[key] = (counts, why)
    for (name, source), (fault, why) in said.items():
        yield Finding(fault, "policy", policy.line, f"{name} {source} {why}")


def _meanings(sources: Sequence[str], load: str) -> Iterator[tuple[str, bool, str]]:
    """Yields sources that say more than a hash does: each, whether it is a fault, why."""
    for source in sources:
        meaning = _meaning(source, sources, load)
        if meaning:
            yield source, *meaning


def _meaning(source: str, sources: Sequence[str], load: str) -> tuple[bool, str] | None:
    word = source.lower()
    if word == "'unsafe-inline'":
        return _inline(sources, load)
    if word in _KEYWORDS and load.startswith(_KEYWORDS[word][0]):
        return True, _KEYWORDS[word][1]
    if word in _QUIET or hash_of(source):
        return None
    if _SCHEME.fullmatch(word):
        return _of_scheme(word, load)
    for pattern, fault, why in _SHAPES:
        if pattern.fullmatch(word):
            return fault, why
    return False, "is no source that a browser understands, and allows nothing"


def _inline(sources: Sequence[str], load: str) -> tuple[bool, str] | None:
    what = load.split("-", maxsplit=1)[0]
    if what not in {"script", "style"}:
        return None
    if inline_open(sources, load):
        return True, f"lets any {what} that stands in the page apply"
    return False, "counts for nothing beside a hash or nonce"


def _of_scheme(word: str, load: str) -> tuple[bool, str] | None:
    if word == "data:":
        return None if load in _PASSIVE else (True, "lets code or pages in an address count")
    if word in {"blob:", "filesystem:", "mediastream:"}:
        if load in _PASSIVE:
            return False, "lets what scripts have made be loaded, which stays inside the page"
        return True, "lets code that scripts have made run"
    return True, f"lets any host be asked over {word[:-1]}"


def _oddities(policy: Policy) -> Iterator[Finding]:
    names = [name for name, _ in policy.directives]
    for name in names:
        if name in _IDLE_IN_META:
            yield Finding(False, "policy", policy.line, f"{name} has no force in a meta element")
        elif name not in _OTHERS and name not in FALLBACK:
            yield Finding(False, "policy", policy.line, f"{name} is no directive that is known")
    for name in policy.repeated:
        yield Finding(
            False, "policy", policy.line, f"{name} stands there twice; the first one counts"
        )
    for name, why in _NO_FALLBACK.items():
        if name not in names:
            yield Finding(
                False,
                "policy",
                policy.line,
                f"{name} is missing, to which default-src is no help: {why}",
            )
