"""How tests fill the list of events and read it."""

import sys
from pathlib import Path

import geopandas
from playwright.sync_api import Locator, Page

import mapgen

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import events as synthetic

INSIDE = """() => {
  const [box, row] = ['.mg-scroll', 'tr[aria-current]'].map(
    (name) => document.querySelector(name).getBoundingClientRect());
  return row.top >= box.top && row.bottom <= box.bottom + 1;
}"""
"""Whether the marked row is seen in the box of the list."""


def reports(count: int) -> geopandas.GeoDataFrame:
    """Return so many events with words, of a day each."""
    frame = synthetic.words(synthetic.numbers(count, 400))
    frame["date"] = frame["date"].astype(str).str.slice(0, 10)
    return frame


def drawn(frame: geopandas.GeoDataFrame, path: Path, lang: str = "en") -> Path:
    """Save a map of the events alone."""
    page = mapgen.Map(title="A map", lang=lang, basemap=False)
    mapgen.EventLayer(frame, name="Events").add_to(page)
    page.save(path)
    return path


def head(page: Page, name: str) -> Locator:
    """Return the button by which a column is sorted."""
    return page.locator(".mg-twin").get_by_role("button", name=name, exact=True)
