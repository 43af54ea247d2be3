"""Data blocks are deflated as hard as their size allows, to the same bytes every time."""

import base64
import zlib

import geopandas
import numpy as np
import pytest

from mapgen import EventLayer, Map
from mapgen.page.blocks import MUCH, encoded

MUCH_DATA = bytes(range(256)) * (MUCH // 256 + 1)


@pytest.mark.parametrize("data", [b"", b"few", MUCH_DATA])
def test_a_block_is_raw_deflate_in_base64(data: bytes) -> None:
    text = encoded({"mapgen-events": data})["mapgen-events"]
    assert zlib.decompress(base64.b64decode(text), wbits=-15) == data


def test_two_encodings_are_the_same() -> None:
    blocks = {"mapgen-events": MUCH_DATA, "mapgen-events-words-0": b"words"}
    assert encoded(blocks) == encoded(blocks)


def test_the_seal_is_the_same_whatever_the_data() -> None:
    def policy(count: int) -> str:
        drawn = Map(basemap=False, focus=(60, 20, 70, 30))
        spots = geopandas.points_from_xy(60 + np.arange(count) ** 2 % 997 / 100, [25] * count)
        EventLayer(geopandas.GeoDataFrame(geometry=spots, crs=4326), "Events").add_to(drawn)
        return drawn.html().partition('content="')[2].partition('"')[0]

    assert policy(900) == policy(1)
    assert policy(1).count("sha256-") == 4
