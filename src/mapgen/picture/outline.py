"""Text of an SVG turned into outlines, so that no reader of the picture needs its letters."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mapgen.picture.letters import Look, outline
from mapgen.picture.theme import RULES

NAMESPACE = "http://www.w3.org/2000/svg"
TEXT, TSPAN = f"{{{NAMESPACE}}}text", f"{{{NAMESPACE}}}tspan"
LETTERS = "letters"
"""The class of outlines, in the place of the element `text` in the style sheet."""

# What SVG's text takes from the elements around it.
INHERITED = (
    "direction",
    "font-size",
    "font-style",
    "font-weight",
    "letter-spacing",
    "text-anchor",
)
START: Mapping[str, str] = {
    "direction": "ltr",
    "font-size": "16",
    "font-style": "normal",
    "font-weight": "400",
    "letter-spacing": "0",
    "text-anchor": "start",
}
# How much of a line's width lies left of its point, for a line that reads to the right.
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}

ET.register_namespace("", NAMESPACE)


def outlined(svg: Markup) -> Markup:
    """Return an SVG document with its text as outlines of the package's letters."""
    root = ET.fromstring(str(svg))  # noqa: S314 - our own markup
    _below(root, START)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - escaped by the writer


def _below(parent: ET.Element, around: Mapping[str, str]) -> None:
    """Replace the text below an element."""
    own = _looked(parent, around)
    for place, child in enumerate(parent):
        if child.tag == TEXT:
            parent[place] = _path(child, own)
        else:
            _below(child, own)


def _looked(found: ET.Element, around: Mapping[str, str]) -> dict[str, str]:
    """Return the look of text in an element: by its class, its attributes, or what is around it."""
    words = (found.get("class") or "").split()
    ruled = {key: value for word in words for key, value in _CLASSES.get(word, {}).items()}
    return {key: found.get(key) or ruled.get(key) or around[key] for key in INHERITED}


def _path(text: ET.Element, around: Mapping[str, str]) -> ET.Element:
    """Return the outlines of a text and of its lines as one path."""
    look = _looked(text, around)
    kept = {key: value for key, value in text.items() if key not in {*INHERITED, "x", "y"}}
    kept["class"] = " ".join(filter(None, [text.get("class"), LETTERS]))
    x, y = float(text.get("x") or 0), float(text.get("y") or 0)
    d = _line(text.text or "", look, x, y)
    for line in text.iter(TSPAN):
        x, y = float(line.get("x") or x), y + float(line.get("dy") or 0)
        d += _line(line.text or "", look, x, y)
    return ET.Element(f"{{{NAMESPACE}}}path", {**kept, "d": d})


def _line(text: str, look: Mapping[str, str], x: float, y: float) -> str:
    """Return path data of a line at its point."""
    size, spacing = float(look["font-size"]), look["letter-spacing"]
    written = Look(
        size=size,
        weight=int(look["font-weight"]),
        italic=look["font-style"] == "italic",
        spacing=float(spacing[:-2]) * size if spacing.endswith("em") else float(spacing),
    )
    leftward = look["direction"] == "rtl"
    width = outline(text, written, 0, 0, leftward)[1]
    before = BEFORE[look["text-anchor"]]
    left = x - width * (1 - before if leftward else before)
    return outline(text, written, left, y, leftward)[0]


def _ruled() -> dict[str, dict[str, Any]]:
    """Return what the style sheet says of the text in a class."""
    return {
        selector.removeprefix(".").removesuffix(" text"): dict(
            part.split(":") for part in rule.split(";")
        )
        for selector, rule in RULES.items()
        if selector.endswith(" text")
    }


_CLASSES = _ruled()
