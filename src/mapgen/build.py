"""From a project file to pages, a line a station."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import publish, records
from mapgen.compose import compose
from mapgen.errors import Fault, ProjectError
from mapgen.places import resolve, unknown_references
from mapgen.project import read_project

if TYPE_CHECKING:
    from mapgen.page import Map

GZIP_LEVEL = 9


@dataclass(frozen=True)
class Page:
    """One page, ready to be written.

    Attributes:
        path: where it goes.
        html: the sealed page.
        card: its picture, as PNG.
        layers: how many layers its control has.
        placed: events with a point or an area.
        unplaced: events without a place, in the list only.
        seconds: that composing and sealing it took.
    """

    path: Path
    html: str
    card: bytes
    layers: int
    placed: int
    unplaced: int
    seconds: float

    @property
    def size_bytes(self) -> int:
        """Return the size of the file."""
        return len(self.html.encode())

    @property
    def gzip_bytes(self) -> int:
        """Return the size of the file as gzip -9 packs it."""
        return len(gzip.compress(self.html.encode(), GZIP_LEVEL))


@dataclass(frozen=True)
class Report:
    """What a build wrote, and what an editor should know."""

    pages: tuple[Page, ...]
    warnings: tuple[Fault, ...]


def build(
    project_file: Path, output: Path | None = None, tell: Callable[[str], object] = str
) -> Report:
    """Write every map of a project, or none of them.

    Args:
        project_file: the mapgen.toml.
        output: folder to write to; None takes the project's own.
        tell: called with the name of each piece of work before it begins.

    Raises:
        InputError: with every fault of the project file, or else of the records.
        PublishError: when a file cannot be written.
    """
    project = read_project(project_file)
    tell("Reading")
    tables = [records.read(path) for path in (*project.data, *project.geo)]
    tell("Checking")
    found = records.check(tables, project.types, project.strict)
    if faults := unknown_references(project, found):
        raise ProjectError(faults)
    placed = resolve(found.events, found.regions)
    folder = output or project.output
    pages = []
    for spec in project.maps:
        tell(f"Drawing {spec.id}")
        began = time.perf_counter()
        drawn = compose(spec, project, found, placed.events)
        pages.append(_page(folder / f"{spec.id}.html", drawn, began))
    for page in pages:
        publish.write(page.path, page.html)
        if project.url:
            publish.write(page.path.with_suffix(".png"), page.card)
    cards = {page.path.stem: page.card for page in pages}
    publish.write(folder / "index.html", publish.index(project.maps, project.lang, cards))
    return Report(tuple(pages), (*found.warnings, *placed.warnings))


def _page(path: Path, drawn: Map, began: float) -> Page:
    html, card = drawn.html(), drawn.picture()
    layers, placed, unplaced = drawn.counts()
    return Page(path, html, card, layers, placed, unplaced, time.perf_counter() - began)
