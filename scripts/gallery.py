"""Draws the basemap at twelve places, three zooms, light and dark, for docs/gallery.md.

Usage: .venv/bin/python scripts/gallery.py [PLACE ...]
The browser is the one in MAPGEN_CHROMIUM, or the system's chromium.
"""

import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import mapgen

DOCS = Path(__file__).parents[1] / "docs"
ZOOMS = (4, 6.5, 9)
SIZE_PX = (420, 320)
GAP_PX = 6
QUALITY = 72
PLACES = {
    "Kabul": (69.17, 34.53),
    "Gaza": (34.45, 31.45),
    "Kashmir": (74.8, 34.1),
    "Fiji": (178.6, -17.6),
    "Svalbard": (16.5, 78.6),
    "Lake Victoria": (33.0, -1.0),
    "Panama": (-79.6, 9.0),
    "Singapore": (103.85, 1.33),
    "Bering Strait": (-169.0, 65.8),
    "Sahel": (2.1, 13.5),
    "Amsterdam": (4.9, 52.37),
    "Patagonia": (-72.3, -50.3),
}


def page_of(place: str, folder: Path) -> Path:
    """Return a page about a place, fine for three degrees around it."""
    lon, lat = PLACES[place]
    focus = (lon - 3, max(lat - 2.5, -85), lon + 3, min(lat + 2.5, 84))
    path = folder / f"{place}.html"
    mapgen.Map(title=place, focus=focus).save(path)
    return path


def sheet(browser: Browser, place: str, page_file: Path) -> Image.Image:
    """Return the six pictures of a place: zooms across, light above dark."""
    wide, high = SIZE_PX
    whole = Image.new("RGB", (3 * wide + 2 * GAP_PX, 2 * high + GAP_PX), "white")
    lon, lat = PLACES[place]
    for row, theme in enumerate(("light", "dark")):
        context = browser.new_context(
            viewport={"width": wide, "height": high + 140}, color_scheme=theme
        )
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.locator("html[data-mapgen=ready]").wait_for(state="attached")
        for column, zoom in enumerate(ZOOMS):
            page.evaluate(f"mapgen.map.setView([{lat}, {lon}], {zoom}, {{animate: false}})")
            page.wait_for_timeout(250)
            top = page.evaluate("document.querySelector('.mg-stage').getBoundingClientRect().top")
            clip = {"x": 0, "y": top, "width": wide, "height": high}
            shot = Image.open(BytesIO(page.screenshot(clip=clip)))
            whole.paste(shot, (column * (wide + GAP_PX), row * (high + GAP_PX)))
        context.close()
    return whole


def main(places: list[str]) -> None:
    """Draw the places that are named, or all."""
    folder = DOCS / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    browser_path = os.environ.get("MAPGEN_CHROMIUM") or shutil.which("chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as pages:
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        for place in places or PLACES:
            page_file = page_of(place, Path(pages))
            picture = sheet(browser, place, page_file)
            picture.save(folder / f"{place.lower().replace(' ', '-')}.webp", quality=QUALITY)
            print(f"{place}: page {page_file.stat().st_size:,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
