"""GeoJSON as it was written: properties and geometry untouched, so that a fault stays visible."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd

from mapgen.errors import Fault, RecordError
from mapgen.project.sentences import shown

WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")


def frame(text: str, where: str) -> pd.DataFrame:
    """Return the features of a FeatureCollection, one row each, as Python objects.

    Raises:
        RecordError: when the text is no JSON or no FeatureCollection of features.
    """
    features = _features(_parsed(text, where), where)
    properties = [feature.get("properties") or {} for feature in features]
    names = dict.fromkeys(name for row in properties for name in row)
    columns = {name: _objects([row.get(name) for row in properties]) for name in names}
    ids = [
        row.get("id") if feature.get("id") is None else feature["id"]
        for feature, row in zip(features, properties, strict=True)
    ]
    columns["id"] = _objects(ids)
    columns["geometry"] = _objects([feature.get("geometry") for feature in features])
    return pd.DataFrame(columns, index=pd.RangeIndex(len(features)))


def _objects(values: list[Any]) -> pd.Series[Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return pd.Series(array, dtype=object)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"is no valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except RecursionError:
        problem = "is nested too deeply to be a map"
    raise RecordError([Fault(where, "", "", problem)])


def _features(parsed: object, where: str) -> list[dict[str, Any]]:
    expected = "expected a GeoJSON FeatureCollection"
    if not isinstance(parsed, dict) or parsed.get("type") != "FeatureCollection":
        given = parsed.get("type") if isinstance(parsed, dict) else parsed
        raise RecordError([Fault(where, "", "type", f"is {shown(given)}, {expected}")])
    crs = json.dumps(parsed.get("crs"))
    if parsed.get("crs") and not any(name in crs for name in WGS84):
        problem = f"is {shown(parsed['crs'])}; GeoJSON is WGS 84, longitude before latitude"
        raise RecordError([Fault(where, "", "crs", problem)])
    features = parsed.get("features")
    if not isinstance(features, list):
        raise RecordError([Fault(where, "", "features", f"is {shown(features)}, expected a list")])
    faults = [
        Fault(where, f"record {number}", "", problem)
        for number, feature in enumerate(features, 1)
        if (problem := _feature_problem(feature))
    ]
    if faults:
        raise RecordError(faults)
    return features


def _feature_problem(feature: object) -> str:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return f"is {shown(feature)}, expected a GeoJSON Feature"
    if not isinstance(feature.get("properties"), dict | None):
        return f"has the properties {shown(feature['properties'])}, expected an object"
    return ""
