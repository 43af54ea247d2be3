from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from shapely.geometry import shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).parents[2]


def features(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


@pytest.fixture(scope="session")
def locations() -> list[dict[str, Any]]:
    return features(ROOT / "data" / "locations.geojson")


@pytest.fixture(scope="session")
def events(locations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in locations if row["properties"]["kind"] == "event"]


@pytest.fixture(scope="session")
def event(events: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row["properties"] for row in events}


@pytest.fixture(scope="session")
def regions() -> dict[str, dict[str, Any]]:
    files = sorted((ROOT / "geo").glob("*.geojson"))
    return {row["id"]: row for path in files for row in features(path)}


@pytest.fixture(scope="session")
def outline(regions: dict[str, dict[str, Any]]) -> dict[str, BaseGeometry]:
    return {key: shape(row["geometry"]) for key, row in regions.items()}


@pytest.fixture(scope="session")
def recipe() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((ROOT / "geo" / "regions.toml").read_text(encoding="utf-8"))
    return {region["id"]: region for region in table["region"]}


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "mapgen.toml").read_text(encoding="utf-8"))
