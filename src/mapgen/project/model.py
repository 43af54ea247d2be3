"""A project as frozen data: what stands here is complete and cannot be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from mapgen.errors import UsageError
from mapgen.project.sentences import nearest

_WORDS = files("mapgen").joinpath("page", "words")
LANGUAGES = tuple(
    sorted(Path(file.name).stem for file in _WORDS.iterdir() if file.name.endswith(".json"))
)
"""Those of which the interface has a file of words."""
SYMBOLS = ("circle", "square", "triangle", "diamond")

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east means across the antimeridian."""


@dataclass(frozen=True)
class EventType:
    """A kind of event, with its word, colour and symbol.

    Attributes:
        id: the word that the records use, in lower case.
        label: what the reader sees.
        color: `#rrggbb`.
        symbol: one of `SYMBOLS`.
        labels: the label in other languages, by language.
    """

    id: str
    label: str
    color: str
    symbol: str
    labels: Mapping[str, str]


@dataclass(frozen=True)
class EventFilter:
    """Which events a layer shows; what is None asks for nothing.

    Attributes:
        types: ids of event types.
        within: the id of a region.
        start: first day of the period, `from` in the file.
        end: last day of the period, `to` in the file.
    """

    types: tuple[str, ...] | None = None
    within: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class LayerSpec:
    """A layer of a map, which shows exactly one of regions, places and events.

    Attributes:
        id: slug, unique in its map.
        name: what the layer control says.
        shown: whether it is on when the page opens.
        regions: ids of regions, in drawing order.
        places: ids of places.
        events: the events, or None for a layer of regions or places.
        color: `#rrggbb` of a layer of regions, or None for a quiet one in turn.
        dashed: whether regions have a broken edge, as for a claim.
    """

    id: str
    name: str
    shown: bool
    regions: tuple[str, ...]
    places: tuple[str, ...]
    events: EventFilter | None
    color: str | None = None
    dashed: bool = False


@dataclass(frozen=True)
class MapSpec:
    """A map to build: one page.

    Attributes:
        id: slug; the page is `<output>/<id>.html`.
        title: heading of the page.
        description: the map in words, or "" to have it made from the data.
        focus: the opening view and finest detail, or None to take it from the data.
        relief: whether shaded relief lies under the map.
        basemap: whether the built-in world lies under the layers.
        layers: in drawing order, the lowest first.
        lang: language of the page, one of `LANGUAGES`; title, description and the names of
            layers are in it where the file has them.
    """

    id: str
    title: str
    description: str
    focus: Bounds | None
    relief: bool
    basemap: bool
    layers: tuple[LayerSpec, ...]
    lang: str = "en"


@dataclass(frozen=True)
class Project:
    """A project file, its paths resolved against the folder it lies in.

    Attributes:
        path: the project file itself.
        lang: language of the list of maps, and of the maps that name none; one of `LANGUAGES`.
        output: folder for what is built.
        data: files of events and places, globs expanded and sorted.
        geo: files of regions, globs expanded and sorted.
        url: address of the folder in which the output will stand, with a slash at its end, or None.
        origins: of articles that may drive the maps by message.
        strict: whether an event without a source is an error.
        types: event types by id, in the order of the file; empty means any.
        maps: at least one.
        patterns: the entries of data and geo as written, in which a glob is one still.
    """

    path: Path
    lang: str
    output: Path
    data: tuple[Path, ...]
    geo: tuple[Path, ...]
    strict: bool
    types: Mapping[str, EventType]
    maps: tuple[MapSpec, ...]
    url: str | None = None
    origins: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def map_of(self, map_id: str) -> MapSpec:
        """Return the map of an id.

        Raises:
            UsageError: when there is none; it names the nearest.
        """
        ids = [spec.id for spec in self.maps]
        if map_id not in ids:
            raise UsageError(f'{self.path} has no map "{map_id}"; {nearest(map_id, ids)}')
        return self.maps[ids.index(map_id)]
