"""The built-in world under the layers of a map."""

from __future__ import annotations

from branca.element import MacroElement
from folium.template import Template

from mapgen.atlas import Bounds, clip
from mapgen.atlas import relief as shaded_relief
from mapgen.layers.basemap_pack import pack, pack_relief

BASEMAP_BLOCK = "mapgen-basemap"
RELIEF_BLOCK = "mapgen-relief"


class Basemap(MacroElement):
    """The ground of a map, fine within its bounds and coarse around them, with names.

    Args:
        bounds: west, south, east, north in degrees; west > east means across the antimeridian.
        zooms: least and greatest zoom of the map.
        lang: language of the names; one that is not known in it is written in English.
        relief: whether shaded relief lies on the land.

    Attributes:
        basemap: what the atlas has for those bounds.
        tiles: the pictures of the relief, none without relief.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "const {{ this.get_name() }} = page.basemap({{ this.block|tojson }});"
        "{{ this.get_name() }}.addTo({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    block = BASEMAP_BLOCK

    def __init__(self, bounds: Bounds, zooms: tuple[int, int], lang: str, relief: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca's
        self._name = "Basemap"
        self._id = "ground"  # A page has one; branca's own id is a random number.
        self.lang = lang
        self.basemap = clip(bounds, zooms)
        self.tiles = shaded_relief.within(bounds) if relief else ()

    def blocks(self) -> dict[str, bytes]:
        """Return the data of the basemap by the id of the block that carries it."""
        ground = {BASEMAP_BLOCK: pack(self.basemap, self.lang)}
        if self.tiles:
            ground[RELIEF_BLOCK] = pack_relief(self.tiles)
        return ground

    @property
    def credits(self) -> tuple[str, ...]:
        """The words that a page with this map must carry."""
        return (*self.basemap.credits, *((shaded_relief.CREDIT,) if self.tiles else ()))
