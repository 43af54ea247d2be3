"""Countries in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mapgen.atlas import labels
from mapgen.records.countries import NAMES

WORLD = (-180.0, -90.0, 180.0, 90.0)


@cache
def named(lang: str) -> Mapping[str, str]:
    """Return what countries are called by their codes; in English where a language lacks one."""
    found = (label for label in labels.within(WORLD) if label.kind == "country")
    atlas = {label.name: label.names.get(lang) for label in found}
    return {
        code: next((atlas[name] for name in names if atlas.get(name)), None) or names[0]
        for code, names in NAMES.items()
    }
