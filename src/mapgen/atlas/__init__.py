"""The built-in world: its lines, names and relief, and the cutting of what one map needs.

    clip(bounds) -> Basemap      lines, land, lakes and names: fine inside, coarse around
    relief.within(bounds)        pictures of the shaded relief
    labels.within(bounds)        the names alone
    provinces(), countries()     the same world as frames, to join data to

The data comes from Natural Earth and GeoNames; `geo/atlas/` in the repository is its recipe.
"""

from mapgen.atlas import labels, relief
from mapgen.atlas.basemap import Basemap, Bounds
from mapgen.atlas.clip import CREDIT, clip
from mapgen.atlas.frames import countries, provinces
from mapgen.atlas.topology import KINDS


def credits_of(*, relief_too: bool) -> tuple[str, ...]:
    """Return what must be said beside a basemap, with relief or without."""
    return (CREDIT, labels.CREDIT, *((relief.CREDIT,) if relief_too else ()))


__all__ = [
    "KINDS",
    "Basemap",
    "Bounds",
    "clip",
    "countries",
    "credits_of",
    "labels",
    "provinces",
    "relief",
]
