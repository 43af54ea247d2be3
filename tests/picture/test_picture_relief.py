"""Relief is one picture of one ink, which shades the land as the browser's multiplying does."""

import io
from base64 import b64decode

import numpy as np
import pytest
from pictures import SVG, parsed
from PIL import Image

from mapgen.atlas.relief import TILE_PX, Tile
from mapgen.picture.element import element
from mapgen.picture.relief import relief, shade
from mapgen.picture.style import at, style
from mapgen.picture.view import View, fit

BOX = (58.0, 23.0, 76.0, 39.5)
NAMESPACE = SVG[1:-1]


def tile(z: int, x: int, y: int, grey: int) -> Tile:
    file = io.BytesIO()
    Image.new("L", (TILE_PX, TILE_PX), grey).save(file, "WEBP", lossless=True)
    return Tile(z, x, y, file.getvalue())


def view() -> View:
    return fit(BOX, (400, 300), (3, 11))


def densities(*tiles: Tile, density: float | None = None) -> np.ndarray:
    svg = element("svg", relief(tiles, "light", view(), density), xmlns=NAMESPACE)
    (image,) = parsed(svg).iter(f"{SVG}image")
    png = b64decode((image.get("href") or "").removeprefix("data:image/png;base64,"))
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))[..., 3]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_laid_on_shades_land_as_multiplying_does(theme: str) -> None:
    land, ink = (bytes.fromhex(style()[theme][word][1:]) for word in ("land", "relief"))
    color, depth = shade(style()[theme]["land"], style()[theme]["relief"])
    for grey in (0.0, 0.4, 0.9):
        for ground, deepest, laid in zip(land, ink, bytes.fromhex(color[1:]), strict=True):
            multiplied = ground * (1 - (1 - grey) * (1 - deepest / 255))
            dense = (1 - grey) * depth
            assert ground * (1 - dense) + laid * dense == pytest.approx(multiplied, abs=0.6)


def test_level_ground_is_left_as_it_is() -> None:
    dark = densities(tile(5, 21, 12, 255), tile(5, 22, 12, 100))
    assert not dark[:, :40].any()
    assert dark.any()


def test_the_finer_tile_lies_over_the_coarser() -> None:
    coarse, fine = tile(3, 5, 3, 0), tile(5, 21, 12, 255)
    assert (densities(coarse, fine) == 0).any()
    assert (densities(fine, coarse) == densities(coarse, fine)).all()


def test_relief_has_the_pixels_of_the_raster() -> None:
    assert densities(tile(5, 21, 12, 100), density=1.5).shape == (450, 600)


def test_the_darkest_ink_is_as_dense_as_the_theme_has_it_at_the_zoom() -> None:
    depth = shade(style()["light"]["land"], style()["light"]["relief"])[1]
    expected = 255 * at(style()["relief"]["light"], view().zoom) * depth
    assert densities(tile(5, 21, 12, 0)).max() == pytest.approx(expected, abs=1)
