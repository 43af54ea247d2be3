"""From tables as written to records that cannot be wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import geopandas
import pandas as pd

from mapgen.errors import Fault, RecordError
from mapgen.records.examine import Asked, examine
from mapgen.records.frames import duplicates, frame, ids, part
from mapgen.records.read import in_degrees
from mapgen.records.schema import EVENT, KINDS, PLACE, REGION
from mapgen.records.swapped import company, swapped_in_company, swapped_in_country
from mapgen.records.table import Table, named


@dataclass(frozen=True)
class Records:
    """Checked records, each frame in the order of the input, in degrees (EPSG:4326, lon-lat).

    Text is kept as pandas categories and null is what `isna` says. `id` is text, or whole numbers
    when every event has one or none has any. `start` and `end` are days since 1970-01-01 (Int32),
    null when open or undated; `precision` is day, month, year or interval. `sources` holds tuples
    of `Source`, empty without one. `file` is where a record came from. A column that no file has
    is there and null.

    Attributes:
        events: Point geometry, an area, or null.
        places: Point geometry.
        regions: Polygon or MultiPolygon geometry, wound as RFC 7946 asks; `start` and `end` are
            those of `valid`.
        warnings: what an editor should know.
    """

    events: geopandas.GeoDataFrame
    places: geopandas.GeoDataFrame
    regions: geopandas.GeoDataFrame
    warnings: tuple[Fault, ...]


def check(
    tables: Sequence[Table], types: Collection[str] | None = None, strict: bool = False
) -> Records:
    """Return the records of all tables.

    Args:
        tables: as they were read.
        types: ids of the declared event types; None or none takes any.
        strict: whether an event without a source is a fault rather than a warning.

    Raises:
        RecordError: with every fault of every table.
    """
    return _checked(tables, Asked(types, strict))


@dataclass(frozen=True)
class Survey:
    """What tables hold, with their faults and in spite of them.

    Attributes:
        records: the checked records, or None when there is a fault.
        places: ids of the places.
        regions: ids of the regions.
        faults: everything wrong, in the order of the input.
        warnings: what an editor should know.
    """

    records: Records | None
    places: tuple[str, ...]
    regions: tuple[str, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def survey(
    tables: Sequence[Table], types: Collection[str] | None = None, strict: bool = False
) -> Survey:
    """Return the records of all tables, or else every fault of every table; see `check`."""
    return _surveyed(tables, Asked(types, strict))


def check_frame(
    frame: geopandas.GeoDataFrame, kind: str, types: Collection[str] | None = None
) -> geopandas.GeoDataFrame:
    """Return an analyst's frame as checked records of one kind, with a fresh index.

    Args:
        frame: in any coordinate system (none means EPSG:4326), with any index, and any of the
            schema's columns; places and regions may lack a title.
        kind: event, place or region.
        types: ids of the declared event types; None or none takes any.

    Raises:
        RecordError: with every fault of the frame.
    """
    table = Table("GeoDataFrame", in_degrees(frame).reset_index(drop=True))
    titled = "title" in named(table).written
    records = _checked([table], Asked(types, strict=False, kind=kind, titled=titled))
    return {EVENT: records.events, PLACE: records.places, REGION: records.regions}[kind]


def _checked(tables: Sequence[Table], asked: Asked) -> Records:
    found = _surveyed(tables, asked)
    if found.records is None:
        raise RecordError(found.faults)
    return found.records


def _surveyed(tables: Sequence[Table], asked: Asked) -> Survey:
    nothing = Table("", pd.DataFrame())
    examined = [examine(named(table), asked) for table in tables or [nothing]]
    parts = {kind: [part(one, kind) for one in examined] for kind in KINDS}
    faults = [fault for one in examined for fault in one.faults]
    faults += [fault for kind in KINDS for fault in duplicates(parts[kind])]
    pointed = company([*parts[EVENT], *parts[PLACE]])
    faults += swapped_in_country(pointed)
    places, regions = (tuple(map(str, ids(parts[kind], kind))) for kind in (PLACE, REGION))
    warnings = tuple(warning for one in examined for warning in one.warnings)
    if faults:
        return Survey(None, places, regions, tuple(faults), warnings)
    warnings += tuple(swapped_in_company(pointed))
    records = Records(
        events=frame(parts[EVENT], EVENT),
        places=frame(parts[PLACE], PLACE),
        regions=frame(parts[REGION], REGION),
        warnings=warnings,
    )
    return Survey(records, places, regions, (), warnings)
