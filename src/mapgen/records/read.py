"""The door through which records come in: a file of any known format becomes a table."""

from __future__ import annotations

import importlib
import mmap
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyogrio
from pyogrio.errors import DataSourceError
from shapely.errors import GEOSException

from mapgen.errors import Fault, RecordError
from mapgen.project.sentences import nearest
from mapgen.records import geojson
from mapgen.records.schema import BY_NAME
from mapgen.records.table import Table

LARGEST_JSON = 50_000_000
"""Bytes up to which GeoJSON is read as JSON; above, GDAL reads it in a third of the memory."""
SHAPEFILE_NAME = 10


def read(path: Path) -> Table:
    """Return what a file holds, as it was written.

    Args:
        path: a file whose ending tells its format.

    Raises:
        RecordError: when the file is missing, of no known format or broken.
    """
    where = str(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        problem = f"has no known format; {nearest(path.suffix.lower(), READERS)}"
        raise RecordError([Fault(where, "", "", problem)])
    try:
        return Table(where, reader(path))
    except FileNotFoundError:
        problem = "there is no such file"
    except UnicodeDecodeError as error:
        problem = f"is no UTF-8 text (byte {error.start}); save it as UTF-8"
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
    except (DataSourceError, GEOSException, pd.errors.ParserError, ValueError) as error:
        problem = f"is broken: {str(error).strip().rstrip('.')}"
    raise RecordError([Fault(where, "", "", problem)])


def _json(path: Path) -> pd.DataFrame:
    large = path.stat().st_size > LARGEST_JSON
    return _large_json(path) if large else _exact_json(path)


def _exact_json(path: Path) -> pd.DataFrame:
    return geojson.frame(path.read_text(encoding="utf-8-sig"), str(path))


def _large_json(path: Path) -> pd.DataFrame:
    """Return what GDAL reads, or what is written where GDAL stumbles or would mend in silence."""
    try:
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            frame = _gdal(path, fid_as_index=True)
    except (DataSourceError, GEOSException):
        return _exact_json(path)
    if any(issubclass(warning.category, RuntimeWarning) for warning in heard):
        return _exact_json(path)
    # GDAL makes null of a geometry that it cannot read, such as one with coordinates as text.
    nulls = int(frame["geometry"].isna().sum()) if "geometry" in frame else len(frame)
    if nulls != _null_geometries(path):
        return _exact_json(path)
    numbered = bool((frame.index == pd.RangeIndex(len(frame))).all())
    # GDAL keeps ids that are text as a column and ids that are numbers as its own row ids.
    if "id" not in frame and not numbered:
        frame["id"] = frame.index
    return frame.reset_index(drop=True)


def _null_geometries(path: Path) -> int:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        return len(re.findall(rb'"geometry"\s*:\s*null', text))


def _gdal(path: Path, **options: Any) -> pd.DataFrame:  # noqa: ANN401 - pyogrio's own options
    path.stat()
    layers = pyogrio.list_layers(path)
    spatial = [name for name, kind in layers if kind is not None] or [name for name, _ in layers]
    if len(spatial) != 1:
        raise ValueError(f"it holds the layers {', '.join(spatial)}; expected one layer a file")
    if path.suffix.lower() in (".geojson", ".json"):
        options["DATE_AS_STRING"] = "YES"
    return _wgs84(pyogrio.read_dataframe(path, layer=spatial[0], **options))


def _wgs84(frame: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(frame, geopandas.GeoDataFrame):
        return frame
    return in_degrees(frame)


def in_degrees(frame: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Return a frame's columns, its geometry last, in WGS 84 with longitude before latitude.

    A frame without a coordinate system is taken to be in it already.
    """
    given = frame.crs
    known = given is None or given.equals("EPSG:4326", ignore_axis_order=True)
    shapes = frame.geometry if known else frame.geometry.to_crs(4326)
    plain = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    plain["geometry"] = np.asarray(shapes)
    return plain


def _shapefile(path: Path) -> pd.DataFrame:
    frame = _gdal(path)
    return frame.rename(columns={name: _unabridged(str(name)) for name in frame.columns})


def _unabridged(name: str) -> str:
    """Return the column whose first ten letters a Shapefile kept."""
    if name in BY_NAME or len(name) < SHAPEFILE_NAME:
        return name
    whole = [known for known in BY_NAME if known.startswith(name.lower())]
    return whole[0] if len(whole) == 1 else name


def _csv(path: Path) -> pd.DataFrame:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        file.seek(0)
        separator = max(",;\t", key=header.count)
        return pd.read_csv(file, sep=separator, dtype=str, keep_default_na=False, na_values=[""])


def _parquet(path: Path) -> pd.DataFrame:
    try:
        # Only those who have Parquet need pyarrow.
        parquet = importlib.import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise ValueError("reading Parquet needs pyarrow; pip install pyarrow") from None
    if b"geo" in (parquet.read_schema(path).metadata or {}):
        return _wgs84(geopandas.read_parquet(path))
    frame: pd.DataFrame = parquet.read_table(path).to_pandas(date_as_object=False)
    return frame


READERS: dict[str, Callable[[Path], pd.DataFrame]] = {
    ".geojson": _json,
    ".json": _json,
    ".csv": _csv,
    ".gpkg": _gdal,
    ".fgb": _gdal,
    ".shp": _shapefile,
    ".parquet": _parquet,
    ".geoparquet": _parquet,
}
