"""Rebuilds the atlas from the packages of `sources.toml` and tells what changed.

python geo/atlas/build.py --cache FOLDER [--only vectors]
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import tempfile
from pathlib import Path

from sources import Sources

PRODUCT = Path(__file__).parents[2] / "src" / "mapgen" / "atlas"
PARTS = ("vectors", "names", "relief")


def main() -> None:
    """Build the parts asked for, all unless some are named, and put them into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="folder that keeps the packages")
    parser.add_argument("--only", action="append", choices=PARTS, help="build this part alone")
    arguments = parser.parse_args()
    sources = Sources(arguments.cache)
    with tempfile.TemporaryDirectory() as folder:
        for part in arguments.only or PARTS:
            importlib.import_module(part).build(sources, Path(folder))
        for made in sorted(Path(folder).iterdir()):
            print(_change(made, PRODUCT / made.name))
            (PRODUCT / made.name).write_bytes(made.read_bytes())


def _change(made: Path, committed: Path) -> str:
    """Return a line that says how a file just made differs from the one that was there."""
    now = _fingerprint(made)
    if not committed.exists():
        return f"{made.name}: new, {now}"
    before = _fingerprint(committed)
    return f"{made.name}: unchanged, {now}" if now == before else f"{made.name}: {before} -> {now}"


def _fingerprint(path: Path) -> str:
    """Return size, number of lines (of text) and sha256 of a file, for reading."""
    data = path.read_bytes()
    rows = f", {len(data.splitlines())} lines" if path.suffix == ".json" else ""
    return f"{len(data):,} bytes{rows}, sha256 {hashlib.sha256(data).hexdigest()[:16]}"


if __name__ == "__main__":
    main()
