"""From a project file to pages, a line a station."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen import publish
from mapgen.compose import compose
from mapgen.errors import Fault
from mapgen.layers import EventLayer
from mapgen.survey import survey

if TYPE_CHECKING:
    from mapgen.page import Map
    from mapgen.project import Project

GZIP_LEVEL = 9
INDEX, MANIFEST = "index.html", "manifest.json"


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
        undated: events without a date, placed or not.
        seconds: that composing and sealing it took.
    """

    path: Path
    html: str
    card: bytes
    layers: int
    placed: int
    unplaced: int
    undated: int
    seconds: float

    @cached_property
    def size_bytes(self) -> int:
        """Return the size of the file."""
        return len(self.html.encode())

    @cached_property
    def gzip_bytes(self) -> int:
        """Return the size of the file as gzip -9 packs it."""
        return len(gzip.compress(self.html.encode(), GZIP_LEVEL))

    @cached_property
    def entry(self) -> publish.Entry:
        """Return what the manifest says of it."""
        return publish.Entry(
            id=self.path.stem,
            page=self.path.name,
            sha256=publish.sha256(self.html),
            bytes=self.size_bytes,
            layers=self.layers,
            events=self.placed + self.unplaced,
            placed=self.placed,
            unplaced=self.unplaced,
            undated=self.undated,
        )


@dataclass(frozen=True)
class Report:
    """What a build made, and what an editor should know.

    Attributes:
        folder: that it was made for.
        pages: the maps, in the order of the project.
        files: every file of the output with its content: pages, pictures, their list, the manifest.
        changed: those files that the build changed, or would have changed.
        warnings: of the data, then of the output folder.
    """

    folder: Path
    pages: tuple[Page, ...]
    files: Mapping[Path, str | bytes]
    changed: tuple[Path, ...]
    warnings: tuple[Fault, ...]


def build(
    project_file: Path,
    output: Path | None = None,
    tell: Callable[[str], object] = str,
    dry: bool = False,
) -> Report:
    """Write every map of a project, or none of them.

    Args:
        project_file: the mapgen.toml.
        output: folder to write to; None takes the project's own.
        tell: called with the name of each piece of work before it begins.
        dry: whether to write nothing, and only find out what would change.

    Raises:
        InputError: with every fault of the project file and of the records.
        PublishError: when a file cannot be written.
    """
    found = survey(project_file, tell)
    project, records, events = found.sound()
    folder = output or project.output
    pages = []
    for spec in project.maps:
        tell(f"Drawing {spec.id}")
        began = time.perf_counter()
        drawn = compose(spec, project, records, events)
        pages.append(_page(folder / f"{spec.id}.html", drawn, began))
    files: dict[Path, str | bytes] = {page.path: page.html for page in pages}
    files |= {page.path.with_suffix(".png"): page.card for page in pages}
    cards = {page.path.stem: page.card for page in pages}
    files[folder / INDEX] = publish.index(project.maps, project.lang, cards)
    files[folder / MANIFEST] = _manifest(project, pages)
    changed = tuple(publish.changed(files)) if dry else publish.write_all(files)
    stale = publish.stale_pages(folder, {path.name for path in files})
    return Report(folder, tuple(pages), files, changed, (*found.warnings, *stale))


def _page(path: Path, drawn: Map, began: float) -> Page:
    html, card = drawn.html(), drawn.picture()
    layers, placed, unplaced = drawn.counts()
    seconds = time.perf_counter() - began
    return Page(path, html, card, layers, placed, unplaced, _undated(drawn), seconds)


def _undated(drawn: Map) -> int:
    layers = drawn._children.values()  # noqa: SLF001 - branca has no other way in
    frames = [layer.frame for layer in layers if isinstance(layer, EventLayer)]
    return sum(int(frame["precision"].isna().sum()) for frame in frames)


def _manifest(project: Project, pages: list[Page]) -> str:
    sources = (project.path, *project.data, *project.geo)
    inputs = publish.fingerprints(project.path.parent, sources)
    return publish.manifest(version("mapgen"), inputs, [page.entry for page in pages])
