"""Words of the data in the language of the page: those marked with it, else those unmarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

MARK = ":"
"""Stands between a column and its language, as in `title:fa`."""


def in_language(records: GeoDataFrame, lang: str) -> GeoDataFrame:
    """Return records of which each word is in a language where it is known in it.

    A record without a word in that language keeps the unmarked one. Columns of other languages,
    which nobody would see on the page, are left out; the records given are left as they are.
    """
    marked = [name for name in map(str, records.columns) if MARK in name]
    if not marked:
        return records
    told = {}
    for name in marked:
        column, _, language = name.partition(MARK)
        if language == lang:
            word = records[name].astype(object)
            unmarked = records[column].astype(object) if column in records else None
            told[column] = word.where(word.notna() & (word != ""), unmarked).astype("category")
    return records.drop(columns=marked).assign(**told)
