"""What the tests of the atlas share: the world as frames, and the recipe's modules."""

import sys
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from mapgen import atlas

RECIPE = Path(__file__).parents[2] / "geo" / "atlas"
sys.path.append(str(RECIPE))

Ring = tuple[int, ...]


@pytest.fixture(scope="session")
def recipe() -> Path:
    return RECIPE


@pytest.fixture(scope="session")
def provinces() -> gpd.GeoDataFrame:
    return atlas.provinces()


@pytest.fixture(scope="session")
def countries() -> gpd.GeoDataFrame:
    return atlas.countries()


@pytest.fixture(scope="session")
def outline() -> Callable[[atlas.Basemap, Ring], NDArray[np.float64]]:
    """The vertices of a ring in degrees, as a page puts them together."""

    def points(basemap: atlas.Basemap, ring: Ring) -> NDArray[np.float64]:
        runs = [basemap.arcs[arc] if arc >= 0 else basemap.arcs[~arc][::-1] for arc in ring]
        return np.concatenate(runs) / basemap.units_per_degree

    return points


@pytest.fixture(scope="session")
def covers(
    outline: Callable[[atlas.Basemap, Ring], NDArray[np.float64]],
) -> Callable[[atlas.Basemap, tuple[Ring, ...], float, float], bool]:
    """Whether rings filled by the even-odd rule cover a point."""

    def covered(basemap: atlas.Basemap, rings: tuple[Ring, ...], lon: float, lat: float) -> bool:
        around = [shapely.Polygon(outline(basemap, ring)) for ring in rings]
        return bool(shapely.contains_xy(around, lon, lat).sum() % 2)

    return covered
