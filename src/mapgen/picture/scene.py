"""What a picture shows: the map's layers as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopandas import GeoDataFrame

    from mapgen.atlas import Basemap, Bounds
    from mapgen.atlas.relief import Tile
    from mapgen.places import Cells
    from mapgen.project import EventType

DIGITS = "0123456789"


@dataclass(frozen=True, eq=False)
class RegionShapes:
    """One layer of regions.

    Attributes:
        frame: polygons with a column `certainty`: certain, approximate, schematic or null.
        color: `#rrggbb`.
        dashed: whether the edge is a broken line, as for a claim.
    """

    frame: GeoDataFrame
    color: str
    dashed: bool = False


@dataclass(frozen=True, eq=False)
class EventMarks:
    """One layer of events.

    Attributes:
        frame: the events in packed order, with the columns `geometry` (Point, Polygon,
            MultiPolygon or null), `placement`, `uncertainty_km` and `event_type`.
        types: the types by id; a shared mark shows their shares in this order.
        cells: their places, where they are known already.
        digits: the ten in which a mark tells its number.
    """

    frame: GeoDataFrame
    types: Mapping[str, EventType]
    cells: Cells | None = None
    digits: str = DIGITS


@dataclass(frozen=True, eq=False)
class Scene:
    """A map as it stands when the page opens, in layers from the lowest to the highest.

    Attributes:
        title: what the picture is called for those who do not see it.
        box: the opening view; west > east, or east > 180, means across the antimeridian.
        size: width and height in pixels.
        lang: the language of the names.
        basemap: the world under the layers, or None.
        relief: tiles of shaded relief; they weigh more than all the rest.
        regions: layers of regions.
        places: layers of places, points with a column `title`.
        events: layers of events.
        zooms: least and greatest zoom of the map.
        bleed: pixels drawn beyond the size on each side, across and up and down: what a page shows
            where its frame has another shape.
    """

    title: str
    box: Bounds
    size: tuple[int, int]
    lang: str
    basemap: Basemap | None
    relief: tuple[Tile, ...]
    regions: tuple[RegionShapes, ...]
    places: tuple[GeoDataFrame, ...]
    events: tuple[EventMarks, ...]
    zooms: tuple[int, int] = (3, 11)
    bleed: tuple[int, int] = (0, 0)
