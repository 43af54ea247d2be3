"""Names of regions, folded so that a record's word finds its region."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import geopandas
import pandas as pd

# The word for an administrative area, in the languages of the page and of many gazetteers.
AREA_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        province district governorate region oblast state county prefecture department of
        wilayat wilayah velayat viloyat welayat ostan
        ولایت ولايت ولسوالی ولسوالۍ استان شهرستان صوبہ ضلع محافظة منطقة
        """,
    )
)


def folded(name: str) -> str:
    """Return a name without case, accents, hyphens and the word for its kind of area."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", bare.replace("_", " "))
    return " ".join(word for word in words if word not in AREA_WORDS) or " ".join(words)


def by_name(regions: geopandas.GeoDataFrame) -> dict[str, str]:
    """Return region ids by folded id and title, in every language.

    An id wins over a title; a title that two regions share names neither.
    """
    titles: dict[str, set[str]] = {}
    for column in (name for name in regions.columns if str(name).partition(":")[0] == "title"):
        for region, title in zip(regions["id"], regions[column], strict=True):
            if isinstance(title, str):
                titles.setdefault(folded(title), set()).add(region)
    named = {title: min(found) for title, found in titles.items() if len(found) == 1}
    return named | {folded(region): region for region in regions["id"]}


def named_by(words: pd.Series[Any], regions: Mapping[str, str]) -> pd.Series[Any]:
    """Return the id of the region that each word names, None where it names none.

    Args:
        words: a column of categories.
        regions: ids by folded name.
    """
    meant = {word: regions.get(folded(str(word))) for word in words.cat.categories}
    return words.astype(object).map(meant)
