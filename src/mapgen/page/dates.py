"""Dates in words, without the machine's locale."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

EPOCH = date(1970, 1, 1)


def said(
    start: int | None, end: int | None, precision: str, approximate: bool, words: Mapping[str, str]
) -> str:
    """Return a day, month, year or interval in words.

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
    text = _SAID[precision](first, last, words)
    return words["date.about"].replace("{date}", text) if approximate else text


def _day(days: int | None) -> date | None:
    return None if days is None else EPOCH + timedelta(days=days)


def _whole(day: date | None, words: Mapping[str, str]) -> str:
    return "…" if day is None else f"{day.day} {words[f'month.{day.month}']} {day.year}"


def _month(first: date | None, _last: date | None, words: Mapping[str, str]) -> str:
    return "…" if first is None else f"{words[f'month.{first.month}']} {first.year}"


def _year(first: date | None, _last: date | None, _words: Mapping[str, str]) -> str:
    return "…" if first is None else str(first.year)


def _single(first: date | None, _last: date | None, words: Mapping[str, str]) -> str:
    return _whole(first, words)


def _interval(first: date | None, last: date | None, words: Mapping[str, str]) -> str:
    return f"{_whole(first, words)} – {_whole(last, words)}"


_SAID = {"day": _single, "month": _month, "year": _year, "interval": _interval}
