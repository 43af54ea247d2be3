"""Photographs the maps as readers meet them, small, into docs/screens: look at every one.

Usage: .venv/bin/python scripts/screens.py [NAME ...]
The browser is the one in MAPGEN_CHROMIUM, or the system's chromium.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from mapgen.build import build

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "docs" / "screens"
QUALITY = 60
PHONE, TABLET, DESK = (360, 640), (768, 1024), (1400, 900)
PAPER = (794, 1123)  # A4 at 96 dots an inch
LARGEST_PX = (700, 850)
CARD = "#event=jalalabad-sikh-2018-07-01"


@dataclass(frozen=True)
class Screen:
    """A map and how it is looked at."""

    map_id: str
    size_px: tuple[int, int] = DESK
    fragment: str = ""
    lang: str = "en"
    dark: bool = False
    scripts: bool = True
    paper: bool = False


ALL = {
    "attacks-desk": Screen("attacks"),
    "attacks-card-phone": Screen("attacks", PHONE, CARD),
    "attacks-dark-tablet": Screen("attacks", TABLET, dark=True),
    "attacks-persian": Screen("attacks", lang="fa"),
    "attacks-paper": Screen("attacks", PAPER, paper=True),
    "attacks-no-scripts": Screen("attacks", TABLET, scripts=False),
    "nangarhar-phone": Screen("nangarhar", PHONE),
    "khorasan-desk": Screen("khorasan"),
}


def maps(lang: str, folder: Path) -> Path:
    """Return the folder with this repository's maps in a language."""
    project = (ROOT / "mapgen.toml").read_text(encoding="utf-8")
    project = project.replace('lang = "en"', f'lang = "{lang}"', 1)
    for name in ("data", "geo"):
        project = project.replace(f'["{name}/', f'["{ROOT}/{name}/')
    made = folder / lang
    made.mkdir()
    (made / "mapgen.toml").write_text(project, encoding="utf-8")
    build(made / "mapgen.toml", made)
    return made


def photograph(browser: Browser, screen: Screen, path: Path) -> Image.Image:
    """Return what a reader sees first."""
    wide, high = screen.size_px
    context = browser.new_context(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if screen.dark else "light",
        java_script_enabled=screen.scripts,
        has_touch=screen.size_px == PHONE,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(path.as_uri() + screen.fragment)
    settle(page, screen)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    shot.thumbnail(LARGEST_PX, Image.Resampling.LANCZOS)
    return shot


def settle(page: Page, screen: Screen) -> None:
    """Wait until everything stands where it will."""
    if screen.scripts:
        page.locator("html[data-mapgen=ready]").wait_for(state="attached")
    if screen.paper:
        page.emulate_media(media="print")
    page.wait_for_timeout(700)


def main(names: list[str]) -> None:
    """Photograph the screens that are named, or all."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    browser_path = os.environ.get("MAPGEN_CHROMIUM") or shutil.which("chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    wanted = {name: ALL[name] for name in names or ALL}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        langs = sorted({screen.lang for screen in wanted.values()})
        folders = {lang: maps(lang, Path(temporary)) for lang in langs}
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        for name, screen in wanted.items():
            shot = photograph(browser, screen, folders[screen.lang] / f"{screen.map_id}.html")
            shot.save(SCREENS / f"{name}.webp", quality=QUALITY, method=6)
            print(f"{name}: {(SCREENS / f'{name}.webp').stat().st_size:,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
