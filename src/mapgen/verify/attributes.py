"""Which elements and attributes fetch something, and what governs it: tables, no code."""

from __future__ import annotations

SCRIPT = ("script", "script-src-elem")
SHEET = ("style sheet", "style-src-elem")
IMAGE = ("image", "img-src")
MEDIA = ("media file", "media-src")
FRAME = ("frame", "frame-src")
OBJECT = ("embedded object", "object-src")
NAMED = ("part of another picture", "img-src")
REPORT = ("report of a click", "connect-src")
AHEAD = ("load ahead of need", "prefetch-src")
HINT = ("connection ahead of need", "")

FETCHED: dict[tuple[str, str], tuple[str, str]] = {
    ("script", "src"): SCRIPT,
    ("img", "src"): IMAGE,
    ("input", "src"): IMAGE,
    ("video", "poster"): IMAGE,
    ("audio", "src"): MEDIA,
    ("video", "src"): MEDIA,
    ("source", "src"): MEDIA,
    ("track", "src"): MEDIA,
    ("iframe", "src"): FRAME,
    ("frame", "src"): FRAME,
    ("embed", "src"): OBJECT,
    ("object", "data"): OBJECT,
    ("a", "ping"): REPORT,
    ("area", "ping"): REPORT,
}
"""Attributes that are one address: what is fetched, and the directive, "" where none governs."""

FETCHED_BY_ANY: dict[str, tuple[str, str]] = {"background": IMAGE, "attributionsrc": REPORT}

CHOICES: dict[tuple[str, str], tuple[str, str]] = {
    ("img", "srcset"): IMAGE,
    ("source", "srcset"): IMAGE,
    ("link", "imagesrcset"): IMAGE,
}
"""Attributes that are several addresses, each with a width or density."""

FETCHED_IN_SVG: dict[str, tuple[str, str]] = {
    "script": SCRIPT,
    "image": IMAGE,
    "feImage": IMAGE,
    "use": NAMED,
}
"""Elements of SVG whose href, with or without xlink, is fetched."""

LINKED: dict[str, tuple[str, str]] = {
    "stylesheet": SHEET,
    "icon": ("icon", "img-src"),
    "apple-touch-icon": ("icon", "img-src"),
    "apple-touch-icon-precomposed": ("icon", "img-src"),
    "mask-icon": ("icon", "img-src"),
    "manifest": ("manifest", "manifest-src"),
    "modulepreload": SCRIPT,
    "prefetch": AHEAD,
    "prerender": AHEAD,
    "compression-dictionary": AHEAD,
    "dns-prefetch": HINT,
    "preconnect": HINT,
}
"""Values of rel whose href is fetched; of any other it is a mere link."""

PRELOADED: dict[str, tuple[str, str]] = {
    "script": SCRIPT,
    "style": SHEET,
    "image": IMAGE,
    "font": ("font", "font-src"),
    "audio": MEDIA,
    "video": MEDIA,
    "track": MEDIA,
    "fetch": ("data file", "connect-src"),
}
"""What `<link rel=preload as=…>` fetches, by its `as`."""

ANIMATIONS = frozenset({"set", "animate"})
"""Elements of SVG that can put an address into another's href."""

JAVASCRIPT = frozenset(
    f"{family}/{name}"
    for family in ("text", "application")
    for name in ("javascript", "x-javascript", "ecmascript", "x-ecmascript")
) | {"text/jscript", "text/livescript", *(f"text/javascript1.{minor}" for minor in range(6))}
"""Types that a browser runs (MIME Sniffing Standard, section 4.6)."""

RUN = JAVASCRIPT | {"", "module", "importmap", "speculationrules"}
"""Types of an inline script that a policy has a say in."""
