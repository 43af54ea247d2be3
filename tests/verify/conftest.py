"""Pages that are sealed, and the same with one thing wrong in each."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import folium
import geopandas
import pytest
from commanded import command
from shapely import Point

import mapgen

OPEN = "default-src * 'unsafe-inline' data:"
HEAD = '<!doctype html><meta charset="utf-8"><title>A page</title>'


def with_policy(policy: str, body: str) -> str:
    return f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{policy}">{body}'


def _sealed() -> str:
    events = geopandas.GeoDataFrame(
        {"title": ["One", "Two"], "date": ["2020-01-01", "2021"]},
        geometry=[Point(10, 10), Point(12, 11)],
        crs=4326,
    )
    drawn = mapgen.Map(title="A map", description="Two events.", basemap=False)
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    return drawn.get_root().render()


def _moved(page: str) -> str:
    """The page with its policy after its first script and style."""
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', page)
    assert policy
    return page.replace(policy[0], "").replace("</head>", f"{policy[0]}</head>")


def _variants(page: str) -> dict[str, str]:
    image = '<img src="https://tiles.example/1.png" alt="">'
    found = re.search(r"script-src ('sha256-[^']+')", page)
    assert found
    return {
        "sealed": page,
        "byte": page.replace('className = "mg-live"', 'className = "mg-Live"', 1),
        "hash": page.replace(found[1] + " ", "", 1),
        "image": page.replace("</main>", f"{image}</main>", 1),
        "import": page.replace("<style>", '<style>@import "https://css.example/a.css";', 1),
        "onclick": page.replace("<main>", '<main onclick="go()">', 1),
        "moved": _moved(page),
        "fetch": with_policy(OPEN, "<script>fetch('https://data.example/j')</script>"),
        "later": page.replace("img-src data:", "img-src data: https:", 1).replace(
            "</main>", f"{image.replace('<img', '<img loading=lazy hidden')}</main>", 1
        ),
        "switched": re.sub("default-src 'none'[^\"]*", OPEN, page).replace(
            "</body>",
            "<script>addEventListener('change', () => void fetch('https://late.example/'));"
            "</script></body>",
        ),
        "ways": with_policy(
            OPEN,
            "<script>new WebSocket('wss://socket.example/s');"
            "navigator.sendBeacon('https://beacon.example/b', 'x');"
            "new RTCPeerConnection({iceServers: [{urls: 'stun:peer.example'}]});"
            "navigator.serviceWorker.register('worker.js').catch(() => 0);"
            "setTimeout(() => { location = 'https://away.example/?told'; }, 50);</script>",
        ),
    }


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The page as built, each of its variants, and folium's default map, as files."""
    folder = tmp_path_factory.mktemp("verify")
    files = {}
    for name, page in _variants(_sealed()).items():
        files[name] = folder / f"{name}.html"
        files[name].write_text(page, encoding="utf-8", newline="")
    files["folium"] = folder / "folium.html"
    folium.Map().save(files["folium"])
    return files


@pytest.fixture(scope="session")
def reports(pages: Mapping[str, Path]) -> Mapping[str, dict[str, Any]]:
    """What the command says of each page, opened in a real Chromium."""
    done = command("--json", *map(str, pages.values()))
    assert done.returncode == 1, done.stderr
    return dict(zip(pages, json.loads(done.stdout), strict=True))


@pytest.fixture
def faults(reports: Mapping[str, dict[str, Any]]) -> Callable[[str], list[str]]:
    """The sentences that speak against a page."""
    return lambda name: [one["text"] for one in reports[name]["findings"] if one["fault"]]
