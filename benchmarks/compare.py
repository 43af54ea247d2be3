"""Compares mapgen with the ways of folium and geopandas: one run, the same events, every figure.

python benchmarks/compare.py --packages FOLDER/node_modules [--sizes 60,1000] [--runs 3]
    [--only mapgen,folium.GeoJson] [--out docs/benchmarks.json]

Each maker builds the same synthetic events (`events.py`: title, description, source link) in a
process of its own (`peers.py`); Chromium then opens each page from its file (`browser.py`,
`measure.js`). mapgen alone is also given bare numbers, and a million events. What is measured is
kept in --out: an entry measured again replaces the one of before, so that a run can be taken up
where it broke off. The tables in docs/benchmarks.md and its picture are made of it at the end
(`table.py`, `plot.py`).

It needs mapgen's extras `test` and `benchmarks`, Linux, a Chromium (MAPGEN_CHROMIUM, or the
system's), and what the peers' pages load from the network as packages in a folder:

npm install --ignore-scripts leaflet@1.9.3 jquery@3.7.1 bootstrap@5.2.2 \
    @fortawesome/fontawesome-free@6.2.0 leaflet.awesome-markers@2.0.5 leaflet.markercluster@1.1.0
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import plot
import table
from browser import visited, visited_by_phone

HERE = Path(__file__).parent
MAKERS = (
    "mapgen",
    "folium.GeoJson",
    "geopandas.explore",
    "folium FastMarkerCluster",
    "folium MarkerCluster",
    "folium.Marker",
)
SIZES = (60, 1_000, 10_000, 100_000, 1_000_000)
PLACES = 20_000
PEERS_UP_TO = 100_000
BUILD_PATIENCE_S = 1_200
GZIP_LEVEL = 6


@dataclass(frozen=True)
class Case:
    """One page: who makes it of what.

    Attributes:
        maker: one of MAKERS.
        data: "words" (title, description, link) or "numbers" (place, day, type, toll).
        events: how many.
        places: among which they are drawn; as many as events: each at its own.
    """

    maker: str
    data: str
    events: int
    places: int = PLACES


def cases(sizes: list[int], only: list[str]) -> list[Case]:
    """Return the pages of these sizes and makers, the small ones first."""
    found = []
    for size in sizes:
        makers = MAKERS if size <= PEERS_UP_TO else MAKERS[:1]
        found += [Case(maker, "words", size) for maker in makers]
        if size >= PEERS_UP_TO:
            found.append(Case("mapgen", "numbers", size))
        if size > PEERS_UP_TO:
            found.append(Case("mapgen", "numbers", size, size))
    return [case for case in found if case.maker in only]


def measured(case: Case, runs: int, packages: Path, folder: Path) -> dict[str, Any]:
    """Return every figure of a page: None for one that did not come in time."""
    if case.maker != "mapgen" and case.events >= PEERS_UP_TO:
        runs = 1  # They take minutes each.
    file = folder / "page.html"
    builds = [build for build in (built(case, file) for _ in range(runs)) if build]
    found: dict[str, Any] = asdict(case) | {"runs": runs}
    if len(builds) < runs:
        return found | {"seconds": None}
    for name in ("seconds", "cpu_seconds", "peak_mb"):
        found[name] = round(median(build[name] for build in builds), 3)
    page = file.read_bytes()
    found["bytes"] = len(page)
    found["gz"] = len(gzip.compress(page, GZIP_LEVEL))
    names = {"map": builds[-1]["map"], "layer": builds[-1]["layer"]}
    found |= visited(file, names, packages, runs)
    if case.maker == "mapgen":
        found |= visited_by_phone(file, packages, runs)
    return found


def built(case: Case, file: Path) -> dict[str, Any] | None:
    """Return what building the page took, or None when it took too long."""
    words = [case.maker, case.data, str(case.events), str(case.places), str(file)]
    command = [sys.executable, str(HERE / "peers.py"), *words]
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=BUILD_PATIENCE_S)
    except subprocess.TimeoutExpired:
        return None
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def kept(rows: list[dict[str, Any]], row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows with this one in the place of that of the same case, or at the end."""
    key = [row[name] for name in ("maker", "data", "events", "places")]
    others = [
        old for old in rows if [old[name] for name in ("maker", "data", "events", "places")] != key
    ]
    return sorted([*others, row], key=lambda one: (one["events"], one["data"] != "words"))


def options() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Compare mapgen with its peers.")
    parser.add_argument("--packages", type=Path, required=True, help="a node_modules")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", default=",".join(MAKERS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "benchmarks.json")
    return parser.parse_args()


def main(asked: argparse.Namespace) -> None:
    """Measure every case, keep each as soon as it is there; then write the tables and the plot."""
    rows: list[dict[str, Any]] = []
    if asked.out.exists():
        rows = json.loads(asked.out.read_text(encoding="utf-8"))
    wanted = cases([int(size) for size in asked.sizes.split(",")], asked.only.split(","))
    with tempfile.TemporaryDirectory() as folder:
        for case in wanted:
            print(f"{case.events:>9,} {case.data:8} {case.maker}", file=sys.stderr, flush=True)
            row = measured(case, asked.runs, asked.packages, Path(folder))
            rows = kept(rows, row)
            asked.out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    plot.main(asked.out, asked.out.with_suffix(".svg"))
    table.main(asked.out, asked.out.with_suffix(".md"))


if __name__ == "__main__":
    main(options())
