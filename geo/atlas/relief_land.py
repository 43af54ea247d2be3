"""Where the shaded relief shows land: the mask that keeps the sea's colours out of the shading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas
import numpy as np
import shapely
from PIL import Image, ImageDraw
from scipy import ndimage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

SEA_HUE = 10, 8
"""The picture's sea is so much more green than red and more blue than green. So is snow in shade,
but the sea is either light, near the shore,"""

SHALLOW, DEEP = 205, 45
"""with at least so much green, or deep: so much more blue than red."""

COAST_PX = 1
"""The outermost pixels of the land are mixed with the sea in the picture."""


def land_mask(
    rings: Iterable[NDArray[np.float64]], picture: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Return which pixels of an equirectangular world picture (height, width, 3) are land alone."""
    height, width, _ = picture.shape
    drawn = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(drawn)
    for ring in rings:
        x = (ring[:, 0] + 180) / 360 * width - 0.5
        y = (90 - ring[:, 1]) / 180 * height - 0.5
        pen.polygon(list(zip(x.tolist(), y.tolist(), strict=True)), fill=1)
    red, green, blue = np.moveaxis(picture.astype(np.int16), -1, 0)
    hue = (green > red + SEA_HUE[0]) & (blue > green + SEA_HUE[1])
    sea = hue & ((green > SHALLOW) | (blue > red + DEEP))
    land = np.asarray(drawn, dtype=bool) & ~sea
    return np.asarray(ndimage.binary_erosion(land, iterations=COAST_PX), dtype=bool)


def land_rings(giso: Path) -> list[NDArray[np.float64]]:
    """Return the outer rings of the world's provinces; their holes are other provinces or lakes."""
    source = giso / "giso" / "data" / "ne_10m_admin_1_states_provinces.parquet"
    provinces = geopandas.read_parquet(source, columns=["geometry"])
    parts = shapely.get_parts(provinces.geometry.to_numpy())
    return [shapely.get_coordinates(part.exterior) for part in parts]
