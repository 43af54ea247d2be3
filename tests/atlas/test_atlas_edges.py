"""The lines of the atlas: shared by neighbours, of the right kind, rivers in their valleys."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from mapgen import atlas
from mapgen.atlas.topology import KINDS, Topology, world

DISPUTED = [
    ("the Line of Control", "PK-JK", "IN-JK"),
    ("the Line of Control in the north", "PK-GB", "IN-LA"),
    ("the Durand Line", "AF-NAN", "PK-KP"),
    ("Aksai Chin", "CN-XJ", "IN-LA"),
    ("the McMahon Line", "CN-XZ", "IN-AR"),
    ("the isthmus of Crimea", "UA-43", "UA-65"),
    ("the foot of the Golan Heights", "SY-QU", "IL-Z"),
    ("the edge of Gaza", "PS-GZZ", "IL-D"),
    ("the Green Line", "PS-WBK", "IL-M"),
    ("the armistice line in Jerusalem", "PS-JEM", "IL-JM"),
    ("the Blue Line", "LB-NA", "IL-Z"),
    ("Halaib", "EG-BA", "SD-RS"),
    ("Abkhazia", "GE-AB", "GE-SZ"),
    ("the Korean armistice line", "KP-07", "KR-42"),
    ("the Essequibo", "VE-F", "GY-CU"),
]
BORDERS = [
    ("Herat and Razavi Khorasan", "AF-HER", "IR-09"),
    ("Saarland and Lorraine", "DE-SL", "FR-57"),
    ("Panama and Costa Rica", "PA-4", "CR-P"),
]
RIVERS = [
    ("the Kabul at Kabul", 69.18, 34.52),
    ("the Kabul at Jalalabad", 70.45, 34.44),
    ("the Kabul at Nowshera", 71.98, 34.01),
    ("the Kunar at Asadabad", 71.15, 34.87),
    ("the Kunar at Chitral", 71.78, 35.85),
    ("the Helmand at Lashkar Gah", 64.36, 31.59),
    ("the Hari south of Herat", 62.20, 34.27),
    ("the Amu Darya at Termez", 67.27, 37.19),
    ("the Nile at Aswan", 32.89, 24.09),
    ("the Danube at Budapest", 19.05, 47.50),
    ("the Congo at Kinshasa", 15.30, -4.30),
]
KM_PER_DEGREE = 111.2


@pytest.fixture(scope="module")
def topology() -> Topology:
    return world()


def between(provinces: gpd.GeoDataFrame, topology: Topology, one: str, other: str) -> set[str]:
    """The kinds of the arcs between two provinces."""
    codes = provinces["iso_3166_2"].to_numpy()
    left, right = (np.append(codes, ["", ""])[side] for side in (topology.left, topology.right))
    shared = ((left == one) & (right == other)) | ((left == other) & (right == one))
    return {KINDS[kind] for kind in topology.kind[shared]}


def test_provinces_meet_without_gap_or_overlap(provinces: gpd.GeoDataFrame) -> None:
    assert shapely.coverage_is_valid(provinces.geometry.to_numpy())


def test_every_province_is_a_valid_area(provinces: gpd.GeoDataFrame) -> None:
    assert (provinces.is_valid & ~provinces.is_empty).all()


def test_a_coast_has_land_on_one_side_only(topology: Topology) -> None:
    coast = topology.kind == KINDS.index("coast")
    sides = np.column_stack([topology.left, topology.right])[coast]
    assert ((sides >= 0).sum(axis=1) == 1).all()


def test_a_line_on_land_has_a_province_on_each_side(topology: Topology) -> None:
    line = np.isin(topology.kind, [KINDS.index(k) for k in ("border", "disputed", "province")])
    sides = np.column_stack([topology.left, topology.right])[line]
    assert ((sides >= 0) & (sides[:, :1] != sides[:, ::-1][:, :1])).all()


def test_only_cuts_run_along_the_antimeridian(topology: Topology) -> None:
    at_edge = np.abs(topology.xy[:, 0]) == 180 * 2000
    along = at_edge[:-1] & at_edge[1:]
    arc = np.repeat(np.arange(len(topology.size)), topology.size)
    along &= arc[:-1] == arc[1:]
    assert {KINDS[kind] for kind in topology.kind[arc[:-1][along]]} == {"cut"}


@pytest.mark.parametrize(("line", "one", "other"), DISPUTED)
def test_a_line_that_a_state_disputes_is_disputed(
    provinces: gpd.GeoDataFrame, topology: Topology, line: str, one: str, other: str
) -> None:
    assert between(provinces, topology, one, other) == {"disputed"}, line


@pytest.mark.parametrize(("line", "one", "other"), BORDERS)
def test_a_line_that_nobody_disputes_is_a_border(
    provinces: gpd.GeoDataFrame, topology: Topology, line: str, one: str, other: str
) -> None:
    assert between(provinces, topology, one, other) == {"border"}, line


def test_a_leased_site_has_no_border(provinces: gpd.GeoDataFrame, topology: Topology) -> None:
    codes = provinces["name"].to_numpy()
    sides = np.column_stack([topology.left, topology.right])
    baikonur = (np.append(codes, ["", ""])[sides] == "Baikonur").any(axis=1)
    assert {KINDS[kind] for kind in topology.kind[baikonur]} == {"province"}


@pytest.mark.parametrize(("river", "lon", "lat"), RIVERS)
def test_a_river_passes_its_town_within_three_kilometres(
    river: str, lon: float, lat: float
) -> None:
    basemap = atlas.clip((lon - 1, lat - 1, lon + 1, lat + 1))
    lines = [
        shapely.LineString(arc / basemap.units_per_degree)
        for arc, kind in zip(basemap.arcs, basemap.kinds, strict=True)
        if KINDS[kind] == "river"
    ]
    distance = shapely.distance(shapely.Point(lon, lat), lines).min() * KM_PER_DEGREE
    assert distance < 3, river
