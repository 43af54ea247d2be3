"""The provinces of the world as Natural Earth has them, the defects of `defects.csv` mended."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.parquet
import shapely

if TYPE_CHECKING:
    import pandas as pd
    from sources import Sources

HERE = Path(__file__).parent
PARQUET = "giso/data/ne_10m_admin_1_states_provinces.parquet"
UNITS_PER_DEGREE = 2000
COLUMNS = ["unit", "unit0", "iso", "name", "country", "country_name", "geometry"]


class TableError(Exception):
    """A row of a hand-written table that fits nothing in the source."""


def read(sources: Sources) -> pd.DataFrame:
    """Return one row a province: `unit` and `unit0` (the source's codes), names, country, geometry.

    `country` is ISO 3166-1 alpha-2 and empty where no state's claim is undisputed; the geometry is
    in integer units of 1/2000 degree, longitude first.
    """
    wanted = [
        "adm1_code",
        "adm0_a3",
        "iso_3166_2",
        "name_en",
        "name",
        "iso_a2",
        "admin",
        "geometry",
    ]
    table = pyarrow.parquet.read_table(sources.path("giso") / PARQUET, columns=wanted).to_pandas()
    table = table.rename(columns={"adm1_code": "unit", "adm0_a3": "unit0", "iso_3166_2": "iso"})
    table["name"] = table["name_en"].fillna(table["name"]).fillna("")
    table["country"], table["country_name"] = table["iso_a2"], table["admin"]
    table["iso"] = table["iso"].where(~table["iso"].str.contains("~", regex=False), "").fillna("")
    table["geometry"] = in_units(shapely.from_wkb(table["geometry"].to_numpy()))
    table = _name_countries(_mend(table[COLUMNS].copy()))
    unnamed = sorted(set(table.loc[table["country"] == "-1", "unit"]))
    if unnamed:
        raise TableError(f"countries.csv says nothing of the country of {', '.join(unnamed)}.")
    return table.sort_values("unit", ignore_index=True)


def in_units(geometry: Any) -> Any:  # noqa: ANN401 - shapely's own types: one geometry or an array
    """Return `geometry`, in degrees, in whole units of 1/2000 degree."""
    return shapely.transform(geometry, lambda xy: np.rint(xy * UNITS_PER_DEGREE))


def read_splits() -> list[dict[str, Any]]:
    """Return the features of `splits.geojson`, the lines that divide provinces of the source."""
    text = (HERE / "splits.geojson").read_text(encoding="utf-8")
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return features


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the recipe's hand-written CSV tables."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _mend(table: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces with each row of `defects.csv` applied."""
    gone = []
    for row in read_table("defects.csv"):
        here = table["unit"] == row["unit"]
        if not here.any():
            raise TableError(f"defects.csv: the source has no province {row['unit']}.")
        if row["column"] == "into":
            there = table["unit"] == row["value"]
            whole = shapely.union_all(table.loc[here | there, "geometry"].to_numpy(), grid_size=1)
            table.loc[there, "geometry"] = np.array([whole])
            gone.append(row["unit"])
        else:
            table.loc[here, row["column"]] = row["value"]
    return table[~table["unit"].isin(gone)]


def _name_countries(table: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces with the countries of `countries.csv`, whose later rows win."""
    for row in read_table("countries.csv"):
        here = (table["unit"] == row["unit"]) | (table["unit0"] == row["unit"])
        if not here.any() and row["unit"] not in _split_units():
            raise TableError(f"countries.csv: the source has no unit {row['unit']}.")
        table.loc[here, ["country", "country_name"]] = [row["country"], row["name"]]
    return table


def _split_units() -> set[str]:
    """Return the units that `splits.geojson` makes."""
    return {feature["properties"]["unit"] for feature in read_splits()}
