"""Reading of the project file: every fault of it at once."""

from __future__ import annotations

import glob
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mapgen.errors import Fault, ProjectError
from mapgen.project import values
from mapgen.project.model import (
    LANGUAGES,
    SYMBOLS,
    EventFilter,
    EventType,
    LayerSpec,
    MapSpec,
    Project,
)
from mapgen.project.section import Section
from mapgen.project.sentences import nearest, shown

TOP_KEYS = ("lang", "output", "data", "geo", "strict", "url", "origins", "types", "map")
TYPE_KEYS = ("label", "color", "symbol")
MAP_KEYS = ("id", "title", "description", "lang", "focus", "relief", "basemap", "layer")
LAYER_KEYS = ("id", "name", "shown", "regions", "places", "events", "color", "dashed")
LAYER_CONTENTS = ("regions", "places", "events")
NONE: tuple[str, ...] = ()
LIST_OF_MAPS = "index"
FILTER_KEYS = ("types", "within", "from", "to")


def read_project(path: Path) -> Project:
    """Return the project that a TOML file describes.

    Args:
        path: the project file; the paths in it are relative to its folder.

    Raises:
        ProjectError: with every fault of the file.
    """
    project, faults = survey_project(path)
    if faults:
        raise ProjectError(faults)
    return project


def survey_project(path: Path) -> tuple[Project, tuple[Fault, ...]]:
    """Return what can be understood of a project file, and every fault of it.

    With a fault the project is good for looking further, not for building: what is faulty in it
    has a value that only holds its place.

    Raises:
        ProjectError: when the file cannot be read or is no TOML.
    """
    faults: list[Fault] = []
    top = Section(str(path), "", _parse(path), faults)
    top.only(TOP_KEYS)
    lang = top.take("lang", values.one_of(LANGUAGES), "en")
    types = _types(top)
    project = Project(
        path=path,
        lang=lang,
        output=path.parent / top.take("output", values.text, "output"),
        data=_files(top, "data", path.parent),
        geo=_files(top, "geo", path.parent),
        strict=top.take("strict", values.boolean, default=False),
        types=types,
        maps=tuple(_map(section, types, lang) for section in top.sections("map", "map")),
        url=top.take("url", values.folder_url, None),
        origins=top.take("origins", values.origins, NONE),
        patterns=(*top.peek("data"), *top.peek("geo")),
    )
    if not project.maps and not faults:
        top.fault("map", "is missing; a project needs at least one map, begun with [[map]]")
    _unique(top, "map", [spec.id for spec in project.maps])
    if any(spec.id == LIST_OF_MAPS for spec in project.maps):
        top.fault("map", f'one has the id "{LIST_OF_MAPS}", the name of the page that lists them')
    return project, tuple(faults)


def _parse(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problem = "there is no such file; a project file is named mapgen.toml"
    except UnicodeDecodeError as error:
        problem = f"is no UTF-8 text (byte {error.start})"
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    except tomllib.TOMLDecodeError as error:
        problem = f"is no valid TOML: {error}"
    raise ProjectError([Fault(str(path), "", "", problem)])


def _types(top: Section) -> dict[str, EventType]:
    if "types" not in top.values:
        return {}
    table = top.section("types", "", top.values["types"])
    expected = 'expected { label = "...", color = "#b5332e", symbol = "circle" }'
    types: dict[str, EventType] = {}
    for word, value in table.values.items():
        if isinstance(value, dict):
            types[word] = _type(table, word, value)
        else:
            top.fault("types", f"{word} is {shown(value)}, {expected}")
            # The word is declared, so that its events are no faults of their own.
            types[word] = EventType(word, word, "#000000", SYMBOLS[0], {})
    return types


def _type(table: Section, word: str, value: object) -> EventType:
    section = table.section(word, f'type "{word}"', value)
    section.only(TYPE_KEYS, ("label",))
    if not values.WORD.fullmatch(word):
        section.fault("", "is no id of a type, expected small letters, digits, _ and hyphens")
    return EventType(
        id=word,
        label=section.need("label", values.text, word),
        color=section.need("color", values.color, "#000000"),
        symbol=section.take("symbol", values.one_of(SYMBOLS), SYMBOLS[0]),
        labels=section.others("label", values.text, ""),
    )


def _files(top: Section, key: str, folder: Path) -> tuple[Path, ...]:
    found: dict[Path, None] = {}
    for pattern in top.take(key, values.texts, NONE):
        paths = list(_expand(folder, pattern))
        if not paths:
            top.fault(key, f"{shown(pattern)} names no file in {folder}")
        found.update(dict.fromkeys(paths))
    return tuple(found)


def _expand(folder: Path, pattern: str) -> Iterator[Path]:
    if not glob.has_magic(pattern):
        path = folder / pattern
        return iter([path] if path.is_file() else [])
    entry = Path(pattern)
    root = Path(entry.anchor) if entry.is_absolute() else folder
    matches = root.glob(str(entry.relative_to(entry.anchor)))
    return iter(sorted(path for path in matches if path.is_file()))


def _map(section: Section, types: Collection[str], lang: str) -> MapSpec:
    section.only(MAP_KEYS, ("title", "description"))
    lang = section.take("lang", values.one_of(LANGUAGES), lang)
    spec = MapSpec(
        id=section.need("id", values.slug, ""),
        title=_told(section, "title", lang, section.need("title", values.text, "")),
        description=_told(
            section, "description", lang, section.take("description", values.text, "")
        ),
        focus=section.take("focus", values.bounds, None),
        relief=section.take("relief", values.boolean, default=True),
        basemap=section.take("basemap", values.boolean, default=True),
        layers=tuple(_layer(part, types, lang) for part in section.sections("layer", "map.layer")),
        lang=lang,
    )
    _unique(section, "layer", [layer.id for layer in spec.layers])
    return spec


def _told(section: Section, key: str, lang: str, unmarked: str) -> str:
    """Return what a key says in a language, or else what it says without one."""
    return section.others(key, values.text, unmarked).get(lang, unmarked)


def _layer(section: Section, types: Collection[str], lang: str) -> LayerSpec:
    section.only(LAYER_KEYS, ("name",))
    contents = [key for key in LAYER_CONTENTS if key in section.values]
    if len(contents) != 1:
        given = " and ".join(contents) or "none of them"
        section.fault("", f"shows {given}, expected exactly one of regions, places, events")
    return LayerSpec(
        id=section.need("id", values.slug, ""),
        name=_told(section, "name", lang, section.need("name", values.text, "")),
        shown=section.take("shown", values.boolean, default=True),
        regions=section.take("regions", values.texts, NONE),
        places=section.take("places", values.texts, NONE),
        events=_filter(section, types) if "events" in section.values else None,
        color=section.take("color", values.color, None),
        dashed=section.take("dashed", values.boolean, default=False),
    )


def _filter(layer: Section, types: Collection[str]) -> EventFilter:
    section = layer.section("events", "events", layer.values["events"])
    section.only(FILTER_KEYS)
    chosen = EventFilter(
        types=section.take("types", values.texts, None),
        within=section.take("within", values.text, None),
        start=section.take("from", values.first_day, None),
        end=section.take("to", values.last_day, None),
    )
    for word in chosen.types or ():
        if types and word not in types:
            near = nearest(word, types)
            section.fault("types", f"{shown(word)} is not declared in [types]; {near}")
    if chosen.start and chosen.end and chosen.start > chosen.end:
        section.fault("from", f"{chosen.start} is after to, {chosen.end}")
    return chosen


def _unique(section: Section, key: str, ids: list[str]) -> None:
    for word, count in Counter(ids).items():
        if word and count > 1:
            section.fault(key, f'{count} of them have the id "{word}", expected an id of its own')
