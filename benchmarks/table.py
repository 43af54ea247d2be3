"""The figures of `compare.py` as Markdown.

python benchmarks/table.py docs/benchmarks.json docs/benchmarks.md

writes the tables into the page, between its two marks.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
PATIENCE_S = 120
"""How long `browser.py` waits."""

HEAD = (
    "| | build | memory | file | gzipped | requests | ready | drag | slowest | toggle | filter |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)
ALONE_HEAD = (
    "| events of mapgen | build | memory | file | gzipped | drawn | ready | drag | slowest "
    "| toggle | filter | phone: drawn | ready | filter |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)
TIMES_HEAD = (
    "| against | build | file | gzipped | ready | slowest | toggle |\n|---|--:|--:|--:|--:|--:|--:|"
)
TIMES = ("seconds", "bytes", "gz", "ready", "longest", "toggle")


def table(rows: list[Row]) -> str:
    """Return a table a size, one of how many times mapgen's figure is taken, one of mapgen alone.

    Args:
        rows: as `compare.py` keeps them.
    """
    late = f"> {PATIENCE_S} s"
    parts = []
    ours = [row for row in rows if row["maker"] == "mapgen"]
    for own in ours:
        peers = [row for row in rows if row["maker"] != "mapgen" and _same(row, own)]
        if peers:
            parts.append(f"### {own['events']:,} events with words\n\n{HEAD}")
            parts[-1] += "".join(f"\n{_line(row, late)}" for row in (own, *peers))
            parts.append(
                f"Times mapgen's figure:\n\n{TIMES_HEAD}"
                + "".join(f"\n{_times(row, own)}" for row in peers)
            )
    parts.append(
        f"### mapgen alone\n\n{ALONE_HEAD}" + "".join(f"\n{_alone(row, late)}" for row in ours)
    )
    return "\n\n".join(parts)


def _same(row: Row, own: Row) -> bool:
    return (row["data"], row["events"]) == (own["data"], own["events"])


def _line(row: Row, late: str) -> str:
    name = "**mapgen**" if row["maker"] == "mapgen" else row["maker"]
    cells = [*_made(row), _count(row), *_moved(row, late), _ms(row, "filter", late)]
    return f"| {name} | {' | '.join(cells)} |"


def _alone(row: Row, late: str) -> str:
    where = (
        "all places different" if row["places"] == row["events"] else f"{row['places']:,} places"
    )
    name = f"{row['events']:,}, {row['data']}, {where}"
    moved = [_ms(row, "drawn", late), *_moved(row, late)]
    last = ("filter", "phone_drawn", "phone_ready", "phone_filter")
    cells = [*_made(row), *moved, *(_ms(row, key, late) for key in last)]
    return f"| {name} | {' | '.join(cells)} |"


def _times(row: Row, own: Row) -> str:
    return f"| {row['maker']} | {' | '.join(_factor(row, own, key) for key in TIMES)} |"


def _factor(row: Row, own: Row, key: str) -> str:
    """Return how many times our figure the peer's is; "–" where one of them is missing."""
    if not row.get(key) or not own.get(key):
        return "–"
    return (
        f"{row[key] / own[key]:.2g}×"
        if row[key] < own[key] * 10
        else f"{row[key] / own[key]:,.0f}×"
    )


def _made(row: Row) -> list[str]:
    if row["seconds"] is None:
        return ["not built", "–", "–", "–"]
    sizes = [_mb(row["bytes"]), _mb(row["gz"])]
    return [f"{row['seconds']:.2f} s", f"{row['peak_mb']:,.0f} MB", *sizes]


def _moved(row: Row, late: str) -> list[str]:
    return [_ms(row, key, late) for key in ("ready", "pan", "longest", "toggle")]


def _mb(size: int) -> str:
    """Return bytes as MB, two digits under ten."""
    return f"{size / 1e6:.2f} MB" if size < 1e7 else f"{size / 1e6:.1f} MB"  # noqa: PLR2004 - ten MB


def _ms(row: Row, key: str, late: str) -> str:
    """Return milliseconds; "–" where nothing was to be measured."""
    if key not in row:
        return "–"
    return late if row[key] is None else f"{row[key]:,.0f} ms"


def _count(row: Row) -> str:
    """Return how many requests a page makes, and what they bring but for tiles."""
    if not row.get("requests"):
        return str(row.get("requests", "–"))
    return f"{row['requests']}, {_mb(row['loaded'])}"


def written(page: str, tables: str) -> str:
    """Return the page with these tables between its marks."""
    head, rest = page.split(BEGIN, 1)
    return f"{head}{BEGIN}\n\n{tables}\n\n{END}{rest.split(END, 1)[1]}"


def main(figures: Path, page: Path) -> None:
    """Write the tables of the figures into the page."""
    tables = table(json.loads(figures.read_text(encoding="utf-8")))
    page.write_text(written(page.read_text(encoding="utf-8"), tables), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
