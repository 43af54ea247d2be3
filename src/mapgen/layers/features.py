"""GeoJSON bytes of frames, and folium's GeoJson as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely
from folium.map import Layer
from folium.template import Template

if TYPE_CHECKING:
    import folium
    from geopandas import GeoDataFrame

    from mapgen.records import Source

GRID_DEGREES = 1e-5
"""About a metre: finer than any of our sources."""


def compact(value: object, *, ascii_alone: bool = False) -> bytes:
    """Return a value as JSON bytes without spaces; NaN has no place in it."""
    text = json.dumps(value, ensure_ascii=ascii_alone, separators=(",", ":"), allow_nan=False)
    return text.encode()


def known(value: object) -> bool:
    """Return whether a cell holds something: null, NaN and an empty tuple do not."""
    if isinstance(value, tuple):
        return bool(value)
    return not pd.isna(value)  # type: ignore[call-overload] # any cell


def sourced(source: Source) -> dict[str, str]:
    """Return a source as an object of what is known of it."""
    return {key: text for key, text in vars(source).items() if text is not None}


def shape(geometry: shapely.Geometry) -> dict[str, Any]:
    """Return a geometry as GeoJSON, rounded to `GRID_DEGREES`."""
    rounded = shapely.set_precision(geometry, GRID_DEGREES, mode="pointwise")
    found: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return found


def feature_collection(frame: GeoDataFrame, words: Iterable[str]) -> bytes:
    """Return the frame's drawn records as GeoJSON with those of the columns that are known."""
    columns = [word for word in words if word in frame.columns]
    drawn = frame[frame.geometry.notna()]
    rows = drawn[columns].to_dict("records")
    features = [
        {
            "type": "Feature",
            "properties": {key: _plain(value) for key, value in row.items() if known(value)},
            "geometry": shape(geometry),
        }
        for row, geometry in zip(rows, drawn.geometry, strict=True)
    ]
    return compact({"type": "FeatureCollection", "features": features})


def _plain(value: object) -> object:
    return [sourced(source) for source in value] if isinstance(value, tuple) else value


class Features(Layer):
    """folium's GeoJson with its styles worked out here, so that its data stay data.

    folium's own statement puts property names and styles into the script as code, and branca
    reads statements as templates: words of the data would be run twice over. These travel in a
    block.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "const {{ this.get_name() }} = page.features({{ this.block|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, layer: folium.GeoJson) -> None:
        super().__init__(layer.layer_name, layer.overlay, layer.control, layer.show)
        self._name = "Features"
        self._id = layer._id  # noqa: SLF001 - it takes the place of that element
        self.block = f"mapgen-features-{self._id}"
        style = layer.style_function if layer.style else _own_style
        self.data = [
            {"feature": _bare(feature), "style": style(feature)}
            for feature in _features(layer.data)
        ]

    def blocks(self) -> dict[str, bytes]:
        """Return the features, each with its style."""
        return {self.block: compact(self.data)}


def _bare(feature: dict[str, Any]) -> dict[str, Any]:
    """Return a feature without its properties, which nothing shows."""
    return {"type": "Feature", "properties": {}, "geometry": feature["geometry"]}


def _features(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the features of any GeoJSON object."""
    if data["type"] == "FeatureCollection":
        found: list[dict[str, Any]] = data["features"]
        return found
    if data["type"] == "Feature":
        return [data]
    return [{"type": "Feature", "properties": {}, "geometry": data}]


def _own_style(feature: dict[str, Any]) -> dict[str, Any]:
    """Return the style that a feature brings in its properties, as folium reads it."""
    return (feature.get("properties") or {}).get("style") or {}
