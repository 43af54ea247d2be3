"""The list of maps shows each with its picture, and is sealed as the maps are."""

import io
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from mapgen.build import Report
from mapgen.project import MapSpec
from mapgen.publish import index

SPEC = MapSpec("one", "One <b>", "In words.", None, True, True, ())
PICTURE = re.compile(r'src="data:image/webp;base64,([^"]+)" width="(\d+)" height="(\d+)"')


@pytest.fixture
def card() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1200, 630), "#336699").save(file, "PNG")
    return file.getvalue()


def test_each_map_has_its_picture_in_the_page(card: bytes) -> None:
    ((data, width, height),) = PICTURE.findall(index([SPEC], "en", {"one": card}))
    assert Image.open(io.BytesIO(b64decode(data))).size == (int(width), int(height)) == (640, 336)


def test_a_title_is_text(card: bytes) -> None:
    assert '<a href="one.html"><bdi>One &lt;b&gt;</bdi></a>' in index([SPEC], "en", {"one": card})


def test_the_list_makes_no_request_and_shows_its_pictures(
    built: tuple[Path, Report], visit: Callable[..., Any]
) -> None:
    path = built[0] / "index.html"
    seen = visit(path, ready=False)
    widths = seen.page.evaluate("[...document.images].map((image) => image.naturalWidth)")
    assert widths == [640, 640, 640]
    assert [url for url in seen.requests if not url.startswith("data:")] == [path.as_uri()]
    assert seen.complaints == []
