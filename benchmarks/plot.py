"""The figures of `compare.py` as a picture.

python benchmarks/plot.py docs/benchmarks.json docs/benchmarks.svg

Three panels on logarithmic scales over the number of events, a line a maker, named at its end.
The picture brings its own light ground, so that it reads the same on a dark page.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

Row = dict[str, Any]

WIDTH, HEIGHT = 960, 390
TOP, BOTTOM = 84, 340
LEFT, PANEL, GAP = 24, 176, 136
EVENTS = (60, 100_000)
PATIENCE_S = 120
"""How long `browser.py` waits."""

INK, QUIET, GRID, GROUND = "#22262b", "#5f6770", "#dfe2e6", "#fbfaf7"
STYLES: dict[str, tuple[str, str, str]] = {
    "mapgen": ("mapgen", "#b5332e", ""),
    "folium.GeoJson": ("GeoJson", "#2f6690", ""),
    "geopandas.explore": ("explore", "#2d7f74", "7 3"),
    "folium FastMarkerCluster": ("FastCluster", "#a36a00", "2 3"),
    "folium MarkerCluster": ("Cluster", "#5b4b8a", "7 3 2 3"),
    "folium.Marker": ("Marker", "#5f6b73", "4 2"),
}
"""Name beside the line, colour, dashes."""

LINE_PX = 13
"""Least distance of two names."""


@dataclass(frozen=True)
class Panel:
    """One figure over the number of events.

    Attributes:
        title: over the panel.
        keys: of the figures in a row that are added up.
        scale: what the figure is multiplied by to be in the unit of the title.
        low, high: ends of the scale, the low one a power of ten.
    """

    title: str
    keys: tuple[str, ...]
    scale: float
    low: float
    high: float

    def value(self, row: Row) -> float | None:
        """Return the figure in the panel's unit: what did not come in time stands at the top.

        None where there is no figure at all.
        """
        parts = [row[key] for key in self.keys if key in row]
        if not parts:
            return None
        return self.high if None in parts else sum(parts) * self.scale

    def y(self, value: float) -> float:
        """Return how far down a value stands, in pixels."""
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return BOTTOM - share * (BOTTOM - TOP)


PANELS = (
    Panel("Ready, seconds", ("ready",), 1e-3, 0.1, PATIENCE_S),
    Panel("File and what it loads, MB", ("bytes", "loaded"), 1e-6, 0.1, 200),
    Panel("Build, seconds", ("seconds",), 1, 0.01, 200),
)


def plotted(rows: list[Row]) -> ET.Element:
    """Return the picture as SVG."""
    svg = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    svg.set("font-family", "system-ui, sans-serif")
    svg.set("font-size", "12")
    svg.set("role", "img")
    title = ET.SubElement(svg, "title")
    title.text = "mapgen and its peers, from 60 to 100,000 events with words"
    ET.SubElement(svg, "rect", width=str(WIDTH), height=str(HEIGHT), rx="8", fill=GROUND)
    heading = "From 60 to 100,000 events, each with title, description and link; less is better"
    _text(svg, LEFT, 34, heading, size="16", weight="600")
    told = [row for row in rows if row["data"] == "words" and row["events"] <= EVENTS[1]]
    for number, panel in enumerate(PANELS):
        _panel(svg, panel, LEFT + 20 + number * (PANEL + GAP), told)
    return svg


def _panel(svg: ET.Element, panel: Panel, left: float, rows: list[Row]) -> None:
    _text(svg, left, TOP - 18, panel.title, weight="600")
    _axes(svg, panel, left)
    ends = {}
    for maker in reversed(STYLES):
        points = [
            (_x(left, row["events"]), panel.y(value))
            for row in rows
            if row["maker"] == maker and (value := panel.value(row)) is not None
        ]
        if points:
            _line(svg, maker, points)
            ends[maker] = points[-1]
    late = {row["maker"] for row in rows if any(row.get(key, 0) is None for key in panel.keys)}
    for maker, y in _apart({maker: y for maker, (_, y) in ends.items()}).items():
        word = STYLES[maker][0] + (f" > {PATIENCE_S} s" if maker in late else "")
        _name(svg, maker, word, ends[maker][0] + 8, y)


def _axes(svg: ET.Element, panel: Panel, left: float) -> None:
    decades = math.floor(math.log10(panel.high / panel.low))
    for power in range(decades + 1):
        value = panel.low * 10**power
        y = panel.y(value)
        _stroke(svg, [(left, y), (left + PANEL, y)], GRID)
        _text(svg, left - 6, y + 4, f"{value:,g}", fill=QUIET, anchor="end")
    for events, word in ((60, "60"), (1_000, "1,000"), (10_000, "10,000"), (100_000, "100,000")):
        _text(svg, _x(left, events), BOTTOM + 18, word, fill=QUIET, anchor="middle", size="11")
    _text(svg, left + PANEL / 2, BOTTOM + 36, "events", fill=QUIET, anchor="middle", size="11")


def _line(svg: ET.Element, maker: str, points: list[tuple[float, float]]) -> None:
    _, color, dashes = STYLES[maker]
    width = "3" if maker == "mapgen" else "1.6"
    _stroke(svg, points, color, width, dashes)
    for x, y in points:
        ET.SubElement(svg, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.6", fill=color)


def _name(svg: ET.Element, maker: str, word: str, x: float, y: float) -> None:
    weight = "700" if maker == "mapgen" else "400"
    _text(svg, x, y + 4, word, fill=STYLES[maker][1], weight=weight)


def _apart(heights: dict[str, float]) -> dict[str, float]:
    """Return the heights of names moved down, and all up again, until none covers another."""
    found: dict[str, float] = {}
    floor = -math.inf
    for maker, y in sorted(heights.items(), key=lambda one: one[1]):
        found[maker] = max(y, floor + LINE_PX)
        floor = found[maker]
    over = max(0.0, floor - BOTTOM)
    return {maker: y - over for maker, y in found.items()}


def _x(left: float, events: int) -> float:
    low, high = EVENTS
    return left + PANEL * math.log(events / low) / math.log(high / low)


def _stroke(
    svg: ET.Element,
    points: list[tuple[float, float]],
    color: str,
    width: str = "1",
    dashes: str = "",
) -> None:
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    line = ET.SubElement(svg, "polyline", points=way, fill="none", stroke=color)
    line.set("stroke-width", width)
    if dashes:
        line.set("stroke-dasharray", dashes)


def _text(svg: ET.Element, x: float, y: float, words: str, **style: str) -> None:
    found = ET.SubElement(svg, "text", x=f"{x:.1f}", y=f"{y:.1f}", fill=style.get("fill", INK))
    found.text = words
    for key, name in (("anchor", "text-anchor"), ("size", "font-size"), ("weight", "font-weight")):
        if key in style:
            found.set(name, style[key])


def main(figures: Path, picture: Path) -> None:
    """Write the picture of the figures."""
    svg = plotted(json.loads(figures.read_text(encoding="utf-8")))
    ET.indent(svg, " ")
    picture.write_text(ET.tostring(svg, encoding="unicode") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
