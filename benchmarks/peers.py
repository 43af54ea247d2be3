"""The makers that are compared, and one build of one of them in a process of its own.

python benchmarks/peers.py MAKER DATA EVENTS PLACES FILE

prints {"seconds", "cpu_seconds", "peak_mb", "map", "layer"}: from the events in memory to the file
written, by the clock and of the processors (what is imported and the making of the events are not
counted); the greatest resident memory of the process meanwhile; the names of the map and its layer
in the page.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import events
import folium
from folium.map import Layer
from folium.plugins import FastMarkerCluster, MarkerCluster
from geopandas import GeoDataFrame
from markupsafe import Markup

import mapgen

Maker = Callable[[GeoDataFrame], tuple[folium.Map, str]]
"""What makes a map of events, and says its layer's name in the page."""

POPUP = Markup('<b>{}</b><p>{}</p><a href="{}">Source</a>')
SOURCE = Markup('<a href="{}">Source</a>')
CALLBACK = """function (row) {
  const marker = L.marker([row[0], row[1]]);
  marker.bindPopup(() => {
    const card = document.createElement("div");
    for (const [name, text] of [["b", row[2]], ["p", row[3]], ["a", "Source"]])
      card.appendChild(document.createElement(name)).textContent = text;
    card.lastChild.href = row[4];
    return card;
  });
  return marker;
}"""
RESET_PEAK = "5"
EARLIER = {"geopandas.explore": ("mapclassify", "matplotlib.pyplot")}
"""What a maker imports only at its first call, and is not to be counted."""


def ours(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return mapgen's map."""
    page = mapgen.Map(title="Events")
    mapgen.EventLayer(frame, name="Events").add_to(page)
    return page, ""


def markers(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return a map with a `folium.Marker` an event, all in one group that can be switched."""
    return _marked(frame, folium.FeatureGroup(name="Events"))


def clusters(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return a map with a `folium.Marker` an event in a `MarkerCluster`."""
    return _marked(frame, MarkerCluster(name="Events"))  # type: ignore[no-untyped-call] # folium's


def fast_clusters(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return a map with a `FastMarkerCluster`, which makes a popup when it is asked for."""
    layer = FastMarkerCluster(_rows(frame), CALLBACK, name="Events")  # type: ignore[no-untyped-call] # folium's
    return _layered(frame, layer)


def geojson(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return a map with one `folium.GeoJson`, its points circles on a canvas: its quickest way."""
    layer = folium.GeoJson(
        _told(frame),
        name="Events",
        marker=folium.CircleMarker(radius=4),
        popup=folium.GeoJsonPopup(["title", "description", "source"]),
    )
    return _layered(frame, layer)


def explore(frame: GeoDataFrame) -> tuple[folium.Map, str]:
    """Return the map of `GeoDataFrame.explore`, likewise of circles on a canvas."""
    page = _told(frame).explore(
        popup=["title", "description", "source"],
        tooltip=False,
        prefer_canvas=True,
        marker_kwds={"radius": 4},
    )
    layers = [child for child in page._children.values() if isinstance(child, folium.GeoJson)]  # noqa: SLF001 - branca has no other way to a child
    return page, layers[0].get_name()


MAKERS: dict[str, Maker] = {
    "mapgen": ours,
    "folium.Marker": markers,
    "folium MarkerCluster": clusters,
    "folium FastMarkerCluster": fast_clusters,
    "folium.GeoJson": geojson,
    "geopandas.explore": explore,
}


def made(data: str, count: int, places: int) -> GeoDataFrame:
    """Return the events: with title, description and link when `data` is "words"."""
    frame = events.numbers(count, places)
    return events.words(frame) if data == "words" else frame


def _marked(frame: GeoDataFrame, layer: Layer) -> tuple[folium.Map, str]:
    for *point, title, description, link in _rows(frame):
        popup = folium.Popup(POPUP.format(title, description, link))
        folium.Marker(point, popup=popup).add_to(layer)
    return _layered(frame, layer)


def _layered(frame: GeoDataFrame, layer: Layer) -> tuple[folium.Map, str]:
    """Return a map with the layer and a layer control, showing the bounds of all events."""
    page = folium.Map(prefer_canvas=True)
    layer.add_to(page)
    folium.LayerControl().add_to(page)
    west, south, east, north = frame.total_bounds
    page.fit_bounds([[south, west], [north, east]])
    return page, layer.get_name()


def _rows(frame: GeoDataFrame) -> list[list[Any]]:
    """Return latitude, longitude, title, description and link of each event."""
    links = [sources[0]["url"] for sources in frame["sources"]]
    columns = (frame.geometry.y, frame.geometry.x, frame["title"], frame["description"], links)
    return [list(row) for row in zip(*columns, strict=True)]


def _told(frame: GeoDataFrame) -> GeoDataFrame:
    """Return only what a popup says, the link as an anchor."""
    links = [str(SOURCE.format(sources[0]["url"])) for sources in frame["sources"]]
    return frame[["title", "description", "geometry"]].assign(source=links)


def _peak_mb() -> float:
    """Return the greatest resident memory since it was last set back, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def main(name: str, data: str, count: int, places: int, file: Path) -> None:
    """Build one page and print what it took."""
    frame = made(data, count, places)
    for module in EARLIER.get(name, ()):
        importlib.import_module(module)
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text(RESET_PEAK, encoding="ascii")
    start, worked = time.perf_counter(), time.process_time()
    page, layer = MAKERS[name](frame)
    page.save(str(file))
    found = {
        "seconds": time.perf_counter() - start,
        "cpu_seconds": time.process_time() - worked,
        "peak_mb": _peak_mb(),
        "map": page.get_name() if layer else "",
        "layer": layer,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
