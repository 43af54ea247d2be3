"""The built-in world in a page: its weight, its absence, and what lies beyond its edge."""

import gzip
import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import mapgen
from mapgen.build import Report

FAINT = 12
REGION = (58.0, 23.0, 76.0, 39.5)


def weight(html: str) -> tuple[int, int]:
    data = html.encode()
    return len(data), len(gzip.compress(data, 9))


# What travels is packed; unpacked, the script stands in plain text, so that anyone can read it.
def test_the_attacks_map_weighs_at_most_565_kb_and_285_packed(built: tuple[Path, Report]) -> None:
    raw, packed = weight((built[0] / "attacks.html").read_text(encoding="utf-8"))
    assert raw <= 565_000
    assert packed <= 285_000


def test_a_map_without_relief_weighs_at_most_352_kb() -> None:
    raw, _ = weight(mapgen.Map(title="Region", focus=REGION, relief=False).html())
    assert raw <= 352_000


def test_relief_can_be_left_out() -> None:
    html = mapgen.Map(title="Region", focus=REGION, relief=False).html()
    assert 'id="mapgen-basemap"' in html
    assert 'id="mapgen-relief"' not in html
    assert "Relief:" not in html


def test_the_basemap_can_be_left_out() -> None:
    html = mapgen.Map(title="Region", focus=REGION, basemap=False).html()
    assert 'id="mapgen-basemap"' not in html
    assert "Natural Earth" not in html


def test_every_page_names_whose_data_it_shows() -> None:
    html = mapgen.Map(title="Region", focus=REGION).html()
    for name in ("Natural Earth", "GeoNames (CC BY 4.0)", "Unicode CLDR"):
        assert name in html


@pytest.mark.parametrize(
    ("focus", "lon"),
    [((177.0, -20.0, -178.0, -15.0), 179.5), ((10.0, 76.0, 30.0, 81.0), 20.0)],
    ids=["across the antimeridian", "near the pole"],
)
def test_a_page_opens_anywhere_on_the_globe(
    focus: tuple[float, float, float, float], lon: float, tmp_path: Path, visit: Callable
) -> None:
    mapgen.Map(title="Somewhere", focus=focus).save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    assert abs(seen.page.evaluate("mapgen.map.getCenter().lng") - lon) < 0.5
    assert seen.complaints == []


def test_a_page_of_the_whole_world_opens(tmp_path: Path, visit: Callable) -> None:
    mapgen.Map(title="World").save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    assert seen.page.evaluate("mapgen.map.getZoom()") == 2
    assert seen.complaints == []


def test_events_beyond_the_edge_are_pointed_to_and_reached(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html").page
    arrows = page.locator(".mg-edges button")
    labels = [arrows.nth(i).get_attribute("aria-label") for i in range(arrows.count())]
    assert labels
    assert all(re.match(r"\d+ events? beyond the edge", str(label)) for label in labels)
    before = page.evaluate("mapgen.map.getBounds().toBBoxString()")
    arrows.first.click()
    page.wait_for_timeout(600)
    assert page.evaluate("mapgen.map.getBounds().toBBoxString()") != before


def test_no_arrow_stands_when_every_event_is_in_view(
    built: tuple[Path, Report], visit: Callable
) -> None:
    page = visit(built[0] / "attacks.html").page
    page.evaluate("mapgen.map.setView([40, 50], 2, {animate: false})")
    page.wait_for_timeout(100)
    assert page.locator(".mg-edges button").count() == 0


def test_names_of_the_basemap_keep_still_when_the_map_is_moved(
    tmp_path: Path, visit: Callable
) -> None:
    mapgen.Map(title="Region", focus=REGION).save(tmp_path / "map.html")
    page = visit(tmp_path / "map.html").page
    before = page.screenshot(clip={"x": 300, "y": 250, "width": 400, "height": 250})
    page.evaluate("mapgen.map.panBy([120, 60], {animate: false})")
    page.wait_for_timeout(200)
    moved = page.screenshot(clip={"x": 180, "y": 190, "width": 400, "height": 250})
    pictures = [Image.open(BytesIO(shot)).convert("RGB") for shot in (before, moved)]
    # Relief is resampled to the pixels of the new view, which changes a shade by a step or two; a
    # name that had moved would change its ink by a hundred.
    changes = ImageChops.difference(*pictures).getextrema()
    assert max(greatest for _, greatest in changes) < FAINT


def relative_luminance(color: str) -> float:
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, success criterion 1.4.3."""
    dark, light = sorted((relative_luminance(one), relative_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("town", "land", 7),
        ("country", "land", 4.5),
        ("province-name", "land", 4.5),
        ("sea-name", "sea", 4.5),
        ("border", "land", 3),
        ("coast", "sea", 1.5),
    ],
)
def test_inks_stand_out_from_their_ground(
    root: Path, theme: str, ink: str, ground: str, least: float
) -> None:
    style = json.loads((root / "src/mapgen/layers/style.json").read_text())
    assert contrast(style[theme][ink], style[theme][ground]) >= least
