"""The names of the basemap: which are shown, in what letters, and where."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from markupsafe import Markup

from mapgen.picture.element import element
from mapgen.picture.events import standing
from mapgen.picture.labels import Name
from mapgen.picture.lettering import broken, dots, text
from mapgen.picture.style import at, style
from mapgen.picture.view import unit_square
from mapgen.picture.width import SLACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.atlas import Basemap
    from mapgen.atlas.labels import Label
    from mapgen.picture.labels import Written
    from mapgen.picture.view import View

# Kinds in drawing order, the lowest first.
KINDS = ("sea", "lake", "province", "country", "town", "seat", "capital")
DOT_PX = {"circle": 2.2, "square": 3.0}
GAP_PX = 6.0
# A name of an area is broken into lines when it is wider than this many times its size.
LINE_EM = 9.0
# A town of the basemap this near to a place of the map with the same name is that place; part of
# the world's width.
SAME_PLACE = 0.0012


def labels(basemap: Basemap | None, own: Sequence[Name], lang: str, view: View) -> list[Name]:
    """Return the names of the basemap at the view's zoom, but for those of the map's own places."""
    if basemap is None:
        return []
    shown = [label for label in basemap.labels if label.zoom <= view.zoom]
    lonlat = np.array([(label.lon, label.lat) for label in shown]).reshape(-1, 2)
    found = []
    for label, (x, y) in zip(shown, unit_square(lonlat).tolist(), strict=True):
        name = _name(label, standing((x, y), view), lang, view)
        if not any(_same(name, label, place, view) for place in own):
            found.append(name)
    return found


def basemap_names(written: Iterable[Written]) -> Markup:
    """Return the names of the basemap as text, kind by kind."""
    groups: dict[str, list[Written]] = {kind: [] for kind in KINDS}
    for place in written:
        if place.name.kind in groups:
            groups[place.name.kind].append(place)
    drawn = [_group(kind, group) for kind, group in groups.items() if group]
    return element("g", *drawn, class_="names") if drawn else Markup()


def _name(label: Label, at_px: tuple[float, float], lang: str, view: View) -> Name:
    """Return a label of the basemap as a name in the map's language."""
    look: dict[str, Any] = style()["labels"][label.kind]
    words = label.names.get(lang, label.name)
    if look.get("upper"):
        words = words.upper()
    dot, weight, spacing = look.get("dot"), look["weight"], look.get("spacing", 0.0)
    return Name(
        label.kind,
        (words,) if dot else broken(words, LINE_EM * SLACK, weight, spacing),
        *at_px,
        size=round(at(look["size"], view.zoom) * 2) / 2,
        weight=weight,
        spacing=spacing,
        gap=GAP_PX if dot else 0.0,
    )


def _same(name: Name, label: Label, place: Name, view: View) -> bool:
    """Return whether a town of the basemap is a place of the map."""
    if not name.gap or math.hypot(name.x - place.x, name.y - place.y) > SAME_PLACE * view.world:
        return False
    spellings = {spelling.casefold() for spelling in (label.name, *label.names.values())}
    return place.lines[0].casefold() in spellings


def _group(kind: str, written: Sequence[Written]) -> Markup:
    """Return the names of one kind with their dots."""
    look: dict[str, Any] = style()["labels"][kind]
    shape = look.get("dot", "circle")
    at_px = [(place.name.x, place.name.y) for place in written if place.dotted]
    texts = element(
        "g",
        *map(text, written),
        class_=look["ink"],
        font_size=written[0].name.size,
        font_weight=look["weight"],
        text_anchor=None if look.get("dot") else "middle",
        font_style="italic" if look.get("italic") else None,
        letter_spacing=f"{look['spacing']}em" if look.get("spacing") else None,
    )
    return dots("dot", at_px, DOT_PX[shape], "round" if shape == "circle" else "square") + texts
