"""Times a build of very many events, station by station, in CPU seconds of one process.

Usage: .venv/bin/python benchmarks/build.py [EVENTS]

EVENTS (a million) are read from Parquet at 20,000 places and, in a second build, each at a place of
its own; then a tenth of them with a title, a description and a link each. The last column is the
most memory that the process had held by then, in megabytes. `/usr/bin/time -v mapgen build` on the
project files that it leaves with --keep FOLDER says the same of the whole command.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import events
import pandas as pd

import mapgen
from mapgen import publish, records
from mapgen.layers import EventLayer
from mapgen.page.blocks import encoded
from mapgen.places import resolve, select
from mapgen.project import EventFilter, read_project

PLACES = 20_000
FOCUS = [57, 25, 79, 41]
PROJECT = """lang = "en"
output = "output"
data = ["{name}.parquet"]

[[map]]
id = "{name}"
title = "Benchmark"
focus = {focus}

[[map.layer]]
id = "events"
name = "Events"
events = {{}}
"""


@contextmanager
def station(name: str) -> Iterator[None]:
    """Print what a piece of work took."""
    began = time.process_time()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"  {name:<24}{time.process_time() - began:>8.2f} s{memory:>9,.0f} MB")


def project(folder: Path, name: str, frame: pd.DataFrame) -> Path:
    """Write a project of one map of a frame and return its file."""
    frame.to_parquet(folder / f"{name}.parquet")
    file = folder / f"{name}.toml"
    file.write_text(PROJECT.format(name=name, focus=FOCUS), encoding="utf-8")
    return file


def built(file: Path) -> None:
    """Build a project as `mapgen build` does, and print what each station took."""
    found = read_project(file)
    with station("read"):
        tables = [records.read(path) for path in found.data]
    with station("check"):
        checked = records.check(tables, found.types)
    del tables
    with station("resolve"):
        placed = resolve(checked.events, checked.regions).events
    with station("select"):
        chosen = select(placed, EventFilter(), checked.regions)
    with station("layer"):
        layer = EventLayer(chosen, "Events")
    with station("pack"):
        blocks = layer.blocks()
    with station("deflate"):
        texts = encoded(blocks)
    drawn = mapgen.Map(title="Benchmark", focus=tuple(FOCUS))
    layer.add_to(drawn)
    with station("page, with pack, deflate"):
        page = drawn.html()
    with station("write"):
        publish.write(file.with_suffix(".html"), page)
    size = sum(map(len, texts.values()))
    print(f"  {len(page.encode()):,} bytes, {size:,} of them the events'")


def main() -> None:
    """Build the three projects."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("events", type=int, nargs="?", default=1_000_000)
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        few = given.events // 10
        for name, frame in (
            ("shared", events.columns(given.events, PLACES)),
            ("apart", events.columns(given.events, given.events)),
            ("words", events.words(events.columns(few, PLACES))),
        ):
            file = project(folder, name, frame)
            print(f"{name}: {len(frame):,} events")
            del frame
            built(file)


if __name__ == "__main__":
    main()
