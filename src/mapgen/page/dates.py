"""Dates in words, by the page's language and without the machine's locale.

`browser/src/page/dates.ts` says the same of the same days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from mapgen.page.words import in_digits

EPOCH = date(1970, 1, 1)
OPEN = "…"


def said(
    start: int | None, end: int | None, precision: str, approximate: bool, words: Mapping[str, str]
) -> str:
    """Return a day, month, year or interval in words, in the Gregorian calendar of the data.

    Args:
        start: first day since 1970-01-01, None when open.
        end: last day, likewise.
        precision: day, month, year or interval; "" when undated.
        approximate: whether the date is about.
        words: of the page's language.
    """
    if not precision:
        return words["date.none"]
    first, last = _day(start), _day(end)
    if precision == "interval":
        text = _interval(first, last, words)
    else:
        text = OPEN if first is None else _SAID[precision](first, words)
    return words["date.about"].replace("{date}", text) if approximate else text


def _day(days: int | None) -> date | None:
    return None if days is None else EPOCH + timedelta(days=days)


def _whole(day: date, words: Mapping[str, str]) -> str:
    return _filled("date.day", {}, day, words)


def _month(day: date, words: Mapping[str, str]) -> str:
    return _filled("date.month", {}, day, words)


def _year(day: date, words: Mapping[str, str]) -> str:
    return in_digits(words, str(day.year))


def _interval(first: date | None, last: date | None, words: Mapping[str, str]) -> str:
    """Return two days; what they share is said once."""
    if first is None or last is None:
        begun, ended = (OPEN if day is None else _whole(day, words) for day in (first, last))
        return _span(begun, ended, words)
    if first.year != last.year or first == last:
        return _span(_whole(first, words), _whole(last, words), words)
    if first.month == last.month:
        days = _span(str(first.day), str(last.day), words)
        return _filled("date.day", {"day": days}, first, words)
    begun, ended = (_filled("date.of", {}, day, words) for day in (first, last))
    return _filled("date.month", {"month": _span(begun, ended, words)}, first, words)


def _span(first: str, last: str, words: Mapping[str, str]) -> str:
    if first == last:
        return first
    return words["date.span"].replace("{from}", first).replace("{to}", last)


def _filled(pattern: str, instead: Mapping[str, str], day: date, words: Mapping[str, str]) -> str:
    """Return a date after a pattern of the language, with other words for some of its parts."""
    parts = {"day": str(day.day), "month": words[f"month.{day.month}"], "year": str(day.year)}
    text = words[pattern]
    for part, word in {**parts, **instead}.items():
        text = text.replace(f"{{{part}}}", word)
    return in_digits(words, text)


_SAID = {"day": _whole, "month": _month, "year": _year}
