"""What each language writes, by Python: `python tests/page/language_fixtures.py` writes it anew.

`browser/test/language.test.ts` holds the page's script to the same text.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from mapgen.page.dates import EPOCH, said
from mapgen.page.words import counted, load, written
from mapgen.project import LANGUAGES

FIXTURE = Path(__file__).parents[1] / "fixtures" / "language" / "written.json"
NUMBERS = (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 999, 1000, 12345, 1234567)
FRACTIONS = (0.5, 2.25, 12.125, 1234.5)
PERIODS = (
    ("2015-06-03", "2015-06-03"),
    ("2015-06-03", "2015-06-30"),
    ("2020-02-29", "2020-03-01"),
    ("2019-12-31", "2020-01-01"),
    ("0987-04-05", "1026-11-20"),
    ("2021-08-26", None),
    (None, "1999-09-09"),
    (None, None),
)


def written_by_python(lang: str) -> dict[str, Any]:
    """Return dates, numbers and counts, each with what it is said as."""
    words = load(lang)
    spans = [(_days(first), _days(last), "interval") for first, last in PERIODS]
    days = [_days(f"{1790 + 21 * month}-{month:02}-{2 * month:02}") for month in range(1, 13)]
    single = [(day, day, kind) for day in days for kind in ("day", "month", "year")]
    return {
        "dates": [[*case, said(*case, approximate=False, words=words)] for case in single + spans],
        "numbers": [[number, written(words, number)] for number in (*NUMBERS, *FRACTIONS)],
        "counted": [[number, counted(words, "events", number)] for number in NUMBERS],
    }


def _days(text: str | None) -> int | None:
    return None if text is None else (date.fromisoformat(text) - EPOCH).days


def as_text() -> str:
    """Return the fixture, a language a line."""
    lines = (f'"{lang}": {_line(written_by_python(lang))}' for lang in LANGUAGES)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    FIXTURE.write_text(as_text(), encoding="utf-8")
