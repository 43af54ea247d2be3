"""Events and regions as checked records."""

from __future__ import annotations

import geopandas
import pandas as pd
import shapely

from mapgen.records import check_frame

NANGARHAR = shapely.box(69.5, 34, 71.1, 34.8)
ACHIN = shapely.box(70.5, 34, 70.8, 34.2)
KABUL = shapely.box(68.9, 34.2, 69.9, 34.9)
JALALABAD = shapely.Point(70.45, 34.43)


def regions(**columns: object) -> geopandas.GeoDataFrame:
    own = {
        "id": ["nangarhar", "achin", "kabul-province"],
        "title": ["Nangarhar Province", "Achin district", "Kabul"],
        "title:fa": ["ننگرهار", None, "ولایت کابل"],
        "country": ["AF", "AF", "AF"],
    }
    shapes = [NANGARHAR, ACHIN, KABUL]
    return check_frame(geopandas.GeoDataFrame(own | columns, geometry=shapes, crs=4326), "region")


def event(point: shapely.Geometry | None = None, **columns: object) -> geopandas.GeoDataFrame:
    one = {name: pd.Series([value], dtype=object) for name, value in columns.items()}
    return check_frame(geopandas.GeoDataFrame(one, geometry=[point], crs=4326), "event")
