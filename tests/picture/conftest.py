"""A small world of one square island, and scenes made of it."""

from collections.abc import Callable, Mapping

import geopandas as gpd
import numpy as np
import pytest
from shapely import Point

from mapgen.atlas import KINDS, Basemap
from mapgen.atlas.labels import Label
from mapgen.picture import EventMarks, Scene
from mapgen.project import EventType

UNITS = 2000
BOX = (58.0, 23.0, 76.0, 39.5)
TYPES = {
    "attack": EventType("attack", "Attack", "#a8382f", "circle", {}),
    "raid": EventType("raid", "Raid", "#3a6b9c", "square", {}),
    "loss": EventType("loss", "Loss", "#a87b1a", "triangle", {}),
}


@pytest.fixture
def types() -> Mapping[str, EventType]:
    return TYPES


@pytest.fixture
def island() -> Callable[..., Basemap]:
    """The island, from west to east and south to north, with a river and labels of the test's."""

    def make(
        *labels: Label,
        edges: tuple[float, float, float, float] = (60.0, 25.0, 74.0, 38.0),
        kinds: tuple[str, ...] = ("coast", "river"),
    ) -> Basemap:
        west, south, east, north = edges
        ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        river = [(west, south), (west + 1.0, south + 4.0), (east, north)]
        arcs = tuple((np.array(arc) * UNITS).astype(np.int32) for arc in (ring, river))
        return Basemap(
            bounds=BOX,
            units_per_degree=UNITS,
            arcs=arcs,
            kinds=np.array([KINDS.index(kind) for kind in kinds], dtype=np.uint8),
            zooms=np.zeros(2, dtype=np.uint8),
            land=((0,),),
            lakes=(),
            lake_zooms=np.zeros(0, dtype=np.uint8),
            labels=labels,
            credits=(),
        )

    return make


@pytest.fixture
def town() -> Callable[..., Label]:
    def make(name: str, lon: float, lat: float, kind: str = "town", **names: str) -> Label:
        return Label(lon, lat, kind, 3.0, name, names)

    return make


@pytest.fixture
def events() -> Callable[..., EventMarks]:
    """A layer of (longitude, latitude or geometry, placement, km, type) rows."""

    def make(*rows: tuple[object, str, float | None, str]) -> EventMarks:
        at = [Point(*row[0]) if isinstance(row[0], tuple) else row[0] for row in rows]
        frame = gpd.GeoDataFrame(
            {
                "placement": [row[1] for row in rows],
                "uncertainty_km": [np.nan if row[2] is None else row[2] for row in rows],
                "event_type": [row[3] for row in rows],
            },
            geometry=gpd.GeoSeries(at, crs=4326),
        )
        return EventMarks(frame, TYPES)

    return make


@pytest.fixture
def scene() -> Callable[..., Scene]:
    """An empty scene of the box, with what the test puts in it."""

    def make(**layers: object) -> Scene:
        empty: dict[str, object] = {
            "title": "A map",
            "box": BOX,
            "size": (1000, 700),
            "lang": "en",
            "basemap": None,
            "relief": (),
            "regions": (),
            "places": (),
            "events": (),
        }
        return Scene(**{**empty, **layers})  # type: ignore[arg-type] # the test's own layers

    return make
