"""A page read strictly: every element, attribute and style as the HTML standard parses them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mapgen.verify import address, attributes, css
from mapgen.verify.reading import Ask, Inline, Meta, Reading, Way
from mapgen.verify.tree import Tag, tags

Found = Ask | Inline | Meta | Way

_ALGORITHMS = ("sha256", "sha384", "sha512")
_METAS = frozenset({"content-security-policy", "content-security-policy-report-only", "refresh"})
_REFRESH = re.compile(
    r"\s*[\d.]*[\s;,]*(?:url\s*=\s*)?(?:'([^']*)|\"([^\"]*)|(.*))", re.IGNORECASE | re.DOTALL
)
_CANDIDATE = re.compile(r"[\s,]*(\S+)")
_DESCRIPTORS = re.compile(r"(?:\([^)]*\)|[^,(])*,?")


def read(page: bytes) -> Reading:
    """Return what stands in a page; its encoding is found as a browser finds it.

    A page is read as with scripts and, where that makes a difference, once more as without: what
    stands in `<noscript>` is text to one reader and elements to the other.
    """
    with_scripts = list(tags(page, scripting=True))
    found = dict.fromkeys(_all(with_scripts))
    if any(tag.name == "noscript" for tag in with_scripts):
        # A policy counts where scripts run; without them it would only be stricter.
        without = (one for one in _all(tags(page, scripting=False)) if not isinstance(one, Meta))
        found.update(dict.fromkeys(without))
    return Reading(
        asks=tuple(one for one in found if isinstance(one, Ask)),
        inlines=tuple(one for one in found if isinstance(one, Inline)),
        metas=tuple(one for one in found if isinstance(one, Meta)),
        ways=tuple(one for one in found if isinstance(one, Way)),
        ours=any(tag.attrs.get("id") == "mapgen-spec" for tag in with_scripts),
    )


def _all(page: Iterable[Tag]) -> Iterator[Found]:
    for tag in page:
        for reader in _READERS:
            yield from reader(tag)


def _ask(tag: Tag, use: tuple[str, str], url: str) -> Iterator[Ask]:
    clean = address.cleaned(url)
    if clean and not clean.startswith("#") and address.scheme(clean) != "javascript":
        yield Ask(tag.place, tag.line, *use, clean)


def _inline(tag: Tag, what: str, directive: str, text: str) -> Inline:
    digests = tuple(
        f"{name}-{base64.b64encode(hashlib.new(name, text.encode()).digest()).decode()}"
        for name in _ALGORITHMS
    )
    return Inline(tag.place, tag.line, what, directive, digests)


def _attributes(tag: Tag) -> Iterator[Found]:
    """Attributes that are one address or several."""
    for name, value in tag.attrs.items():
        use = attributes.FETCHED.get((tag.name, name)) or attributes.FETCHED_BY_ANY.get(name)
        if use and name in {"ping", "attributionsrc"}:
            for url in value.split():
                yield from _ask(tag, use, url)
        elif use and not (tag.name == "input" and tag.attrs.get("type", "").lower() != "image"):
            yield from _ask(tag, use, value)
        choices = attributes.CHOICES.get((tag.name, name))
        if choices:
            for url in _candidates(value):
                yield from _ask(tag, choices, url)


def _candidates(srcset: str) -> Iterator[str]:
    """Yields the addresses of a srcset (HTML Standard, section 4.8.4.2.2)."""
    at = 0
    while found := _CANDIDATE.match(srcset, at):
        url = found[1].rstrip(",")
        at = found.end()
        if url == found[1]:
            descriptors = _DESCRIPTORS.match(srcset, at)
            at = descriptors.end() if descriptors else at
        if url:
            yield url


def _links(tag: Tag) -> Iterator[Found]:
    if tag.name != "link" or tag.foreign:
        return
    url = tag.attrs.get("href", "")
    uses = []
    for word in tag.attrs.get("rel", "").lower().split():
        if word == "preload":
            as_what = tag.attrs.get("as", "").lower()
            uses.append(attributes.PRELOADED.get(as_what, attributes.AHEAD))
        elif word in attributes.LINKED:
            uses.append(attributes.LINKED[word])
    for use in dict.fromkeys(uses):
        yield from _ask(tag, use, url)
    if not uses and url:
        yield from _way(tag, "link", url)


def _drawings(tag: Tag) -> Iterator[Found]:
    """What SVG fetches: by href, by an attribute that is a style, by an animated href."""
    if not tag.foreign:
        return
    use = attributes.FETCHED_IN_SVG.get(tag.name)
    for name, value in tag.attrs.items():
        if name in {"href", "xlink:href"} and use:
            yield from _ask(tag, use, value)
        elif "(" in value and name != "style":
            yield from _fetches(tag, value)
    if tag.name in attributes.ANIMATIONS and tag.attrs.get("attributeName", "").endswith("href"):
        values = [tag.attrs.get(name, "") for name in ("from", "to", "by", "values")]
        for url in ";".join(values).split(";"):
            yield from _ask(tag, ("animated address", "img-src"), url)


def _fetches(tag: Tag, text: str) -> Iterator[Ask]:
    for fetch in css.fetches(text):
        lines = fetch.line - 1 if tag.name == "style" and not tag.framed else 0
        at = replace(tag, line=tag.line + lines)
        yield from _ask(at, (fetch.kind, fetch.directive), fetch.url)


def _styles(tag: Tag) -> Iterator[Found]:
    if tag.name == "style" and tag.attrs.get("type", "").lower() in {"", "text/css"}:
        yield _inline(tag, "style", "style-src-elem", tag.text)
        yield from _fetches(tag, tag.text)
    if "style" in tag.attrs:
        value = tag.attrs["style"]
        yield _inline(tag, f"style attribute of <{tag.name}>", "style-src-attr", value)
        yield from _fetches(tag, value)


def _scripts(tag: Tag) -> Iterator[Found]:
    """Scripts that run, handlers and `javascript:` addresses; data blocks are text."""
    if tag.name == "script" and _runs(tag):
        yield _inline(tag, "script", "script-src-elem", tag.text)
    for name, value in tag.attrs.items():
        if name.startswith("on") and name.isalpha():
            yield _inline(tag, f"{name} of <{tag.name}>", "script-src-attr", value)
        elif address.scheme(address.cleaned(value)) == "javascript" and _is_address(name):
            what = f"javascript: address of <{tag.name}>"
            yield _inline(tag, what, "script-src-attr", value)


def _is_address(name: str) -> bool:
    return name in {"href", "xlink:href", "src", "data", "action", "formaction", "to", "from"}


def _runs(tag: Tag) -> bool:
    sources = {"href", "xlink:href"} if tag.foreign else {"src"}
    if sources & set(tag.attrs) or not tag.text:
        return False
    language = tag.attrs.get("language", "")
    kind = tag.attrs.get("type", f"text/{language}" if language else "")
    return kind.strip().lower() in attributes.RUN


def _metas(tag: Tag) -> Iterator[Found]:
    name = tag.attrs.get("http-equiv", "").strip().lower()
    if tag.name != "meta" or name not in _METAS:
        return
    content = tag.attrs.get("content", "")
    yield Meta(tag.place, tag.line, name, content, tag.in_head)
    if name == "refresh" and (found := _REFRESH.match(content)):
        url = address.cleaned(found[1] or found[2] or found[3] or "")
        yield Ask(tag.place, tag.line, "page in the place of this one", "", url or "#")


def _ways(tag: Tag) -> Iterator[Found]:
    link = tag.name in {"a", "area"}
    for name in ("href", "xlink:href"):
        if link and name in tag.attrs:
            yield from _way(tag, "link", tag.attrs[name])
    if tag.name == "form":
        yield Way(tag.line, "form", address.cleaned(tag.attrs.get("action", "")))
    if tag.name in {"button", "input"} and "formaction" in tag.attrs:
        yield Way(tag.line, "form", address.cleaned(tag.attrs["formaction"]))
    if tag.name == "base" and "href" in tag.attrs:
        yield Way(tag.line, "base", address.cleaned(tag.attrs["href"]))


def _way(tag: Tag, what: str, url: str) -> Iterator[Way]:
    clean = address.cleaned(url)
    if clean and not clean.startswith("#") and address.scheme(clean) != "javascript":
        yield Way(tag.line, what, clean)


_READERS: tuple[Callable[[Tag], Iterator[Found]], ...] = (
    _metas,
    _attributes,
    _links,
    _drawings,
    _styles,
    _scripts,
    _ways,
)
