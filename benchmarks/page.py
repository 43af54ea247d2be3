"""Times pages in a real browser: first paint, and when everything shown at the start is drawn.

Usage: .venv/bin/python benchmarks/page.py [RUNS]
The browser is the one in MAPGEN_CHROMIUM, or the system's chromium. Each figure is the median of
RUNS (5) fresh contexts, in milliseconds; an empty page stands first as the floor of this machine.
The desk is 1000x700 pixels; the phone 360x640 at two pixels each, its processor slowed to a
quarter. The pages take turns, so that a busy minute of the machine falls on all of them.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import mapgen

ROOT = Path(__file__).parents[1]
FOCUS = {
    "Kabul": (66.2, 32.0, 72.2, 37.0),
    "Gaza": (31.5, 29.0, 37.5, 34.0),
    "Fiji": (175.6, -20.1, 181.6, -15.1),
    "Svalbard": (10.0, 76.0, 26.0, 81.0),
    "Amsterdam": (1.9, 49.9, 7.9, 54.9),
    "Sahel": (-10.0, 5.0, 20.0, 25.0),
}
EMPTY = """<!doctype html><title>Empty</title><p>Nothing</p>
<script>document.documentElement.dataset.mapgen = "ready"</script>"""
TIMES = """() => new Promise((done) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  const ready = () => performance.getEntriesByName("mapgen-ready")[0]?.startTime ?? 0;
  const wait = () => (paint() ? done([paint(), ready()]) : setTimeout(wait, 20));
  wait();
})"""
# The page says so itself: to be asked again and again would take a good part of its time.
MARK = """new MutationObserver(() => {
  if (document.documentElement.dataset.mapgen !== "ready") return;
  performance.mark("mapgen-ready");
  console.debug("mapgen-ready");
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-mapgen"] });"""
DESK: dict[str, Any] = {"viewport": {"width": 1000, "height": 700}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2}
SLOWED = 4
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def timed(browser: Browser, page_file: Path, *, phone: bool) -> tuple[float, float]:
    """Return first paint and ready in milliseconds, once."""
    context = browser.new_context(**(PHONE if phone else DESK))
    page = context.new_page()
    page.add_init_script(MARK)
    if phone:
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    with page.expect_console_message(lambda message: message.text == "mapgen-ready"):
        page.goto(page_file.as_uri())
    paint, ready = page.evaluate(TIMES)
    context.close()
    return paint, ready


def pages(folder: Path) -> dict[str, Path]:
    """Return the pages to be timed, by name: the repository's maps and plain ones elsewhere."""
    (folder / "empty.html").write_text(EMPTY, encoding="utf-8")
    found = {"an empty page": folder / "empty.html"}
    found |= {f"output/{path.name}": path for path in sorted((ROOT / "output").glob("*.html"))}
    found.pop("output/index.html")
    for place, focus in FOCUS.items():
        found[place] = folder / f"{place}.html"
        mapgen.Map(title=place, focus=focus).save(found[place])
    return found


def main(runs: int) -> None:
    """Print a row a page."""
    path = os.environ.get("MAPGEN_CHROMIUM") or shutil.which("chromium")
    print(f"{'':<34}{'desk':>22}{'phone':>22}")
    print(f"{'page':<24}{'bytes':>10}" + f"{'first paint':>13}{'ready':>9}" * 2)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        files = pages(Path(folder))
        found: dict[str, list[tuple[float, ...]]] = {name: [] for name in files}
        for _ in range(runs):
            for name, file in files.items():
                desk = timed(browser, file, phone=False)
                found[name].append(desk + timed(browser, file, phone=True))
        for name, rows in found.items():
            paint, ready, paint_there, ready_there = (
                median(column) for column in zip(*rows, strict=True)
            )
            print(
                f"{name:<24}{files[name].stat().st_size:>10,}{paint:>10.0f} ms{ready:>6.0f} ms"
                f"{paint_there:>10.0f} ms{ready_there:>6.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
