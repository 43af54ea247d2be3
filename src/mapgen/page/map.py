"""mapgen.Map: a folium.Map whose page is sealed."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import folium
from branca.element import MacroElement
from folium.template import Template

from mapgen.errors import LayerError
from mapgen.layers import Basemap, EventLayer
from mapgen.page.copy import for_rendering
from mapgen.page.figure import Figure
from mapgen.page.gate import admit
from mapgen.page.notebook import framed
from mapgen.page.portrait import kind_of, portrait
from mapgen.picture import CARD, Form, form_of
from mapgen.project import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.project import Bounds

WORLD: Bounds = (-170.0, -58.0, 190.0, 78.0)
ZOOMS = (2, 11)
VIEW_PX = (1000, 700)
MARGIN = 0.06
LEAST_DEGREES = 0.2
"""A map of one point is at least this wide."""


class Map(folium.Map):
    """A folium map that is written as one self-contained, sealed HTML file.

    Args:
        location: latitude and longitude of the middle, as folium takes them; or give `focus`.
        title: heading of the page.
        description: the map in words.
        lang: language of the page: en, fa, ps, ar or ur.
        focus: west, south, east, north in degrees: opening view and finest detail; None takes
            the bounds of the layers.
        zoom_start: zoom of the opening view, where `location` is given.
        zooms: least and greatest zoom, within 2 and 11.
        relief: whether shaded relief lies under the map.
        basemap: whether the built-in world lies under the layers.
        url: address at which the page will stand, named in it for those who share it; or "".
        card: address of its picture of 1200x630 pixels, likewise.
        origins: of articles that may drive the map by message, besides those of its own site.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium declares it so; nothing adds to it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - as above

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "const page = mapgen.open({{ this.get_name()|tojson }});"
        "const {{ this.get_name() }} = page.map;"
        "{% endmacro %}"
    )

    def __init__(  # noqa: PLR0913 - each is a word of the project file, and named at the call
        self,
        location: Sequence[float] | None = None,
        *,
        title: str = "Map",
        description: str = "",
        lang: str = "en",
        focus: Bounds | None = None,
        zoom_start: float = 6,
        zooms: tuple[int, int] = ZOOMS,
        relief: bool = True,
        basemap: bool = True,
        url: str = "",
        card: str = "",
        origins: Sequence[str] = (),
    ) -> None:
        if lang not in LANGUAGES:
            raise LayerError(f"The language is {lang!r}; expected one of {', '.join(LANGUAGES)}.")
        super().__init__(location=location, tiles=None)
        Figure().add_child(self)
        self.title = title
        self.description = description
        self.lang = lang
        self.focus = focus if location is None else _around(location, zoom_start)
        self.zooms = zooms
        self.relief = relief
        self.basemap = basemap
        self.url = url
        self.card = card
        self.origins = tuple(origins)

    def box(self) -> Bounds:
        """Return the opening view: the focus, or the bounds of the layers with a margin."""
        if self.focus is not None:
            west, south, east, north = self.focus
            return (west, south, east if east > west else east + 360, north)
        (lower, upper) = self.get_bounds()
        if None in lower or None in upper:
            return WORLD
        (south, west), (north, east) = (
            [float(side or 0) for side in part] for part in (lower, upper)
        )
        wide = max((east - west) * MARGIN, LEAST_DEGREES / 2)
        high = max((north - south) * MARGIN, LEAST_DEGREES / 2)
        return (west - wide, max(south - high, -85), east + wide, min(north + high, 85))

    def with_basemap(self) -> Basemap | None:
        """Put the basemap under the layers and return it; None for a map without."""
        if not self.basemap:
            return None
        layer = Basemap(_on_the_globe(self.box()), self.zooms, self.lang, self.relief)
        self.add_child(layer, index=0)
        return layer

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Render the map's statements into its figure.

        Raises:
            LayerError: when the map was put into a figure that does not seal.
        """
        if not isinstance(self.get_root(), Figure):
            raise LayerError(
                "This map stands in a foreign branca.Figure, which would not seal it: "
                "save the map itself."
            )
        MacroElement.render(self, **kwargs)  # type: ignore[no-untyped-call] # branca's
        return ""

    def counts(self) -> tuple[int, int, int]:
        """Return how many layers the control has, events are placed, and are not."""
        layers = [child for child in self._children.values() if getattr(child, "control", False)]
        frames = [layer.frame for layer in layers if isinstance(layer, EventLayer)]
        unplaced = sum(int((frame["placement"] == "unplaced").sum()) for frame in frames)
        return len(layers), sum(map(len, frames)) - unplaced, unplaced

    def html(self) -> str:
        """Return the sealed page as text."""
        page: str = self.get_root().render()
        return page

    def picture(
        self, size: tuple[int, int] | Form = CARD, theme: str = "light", kind: str = "png"
    ) -> bytes:
        """Return the map as a picture: the view with which the page opens, title and legend.

        Args:
            size: width and height in pixels.
            theme: light or dark.
            kind: png or svg.

        Raises:
            UsageError: when size, theme or kind is not one that a picture can have.
            LayerError: when something on the map cannot be sealed, or drawn here.
        """
        admit(self.get_root())  # type: ignore[arg-type] # a map of ours stands in a figure
        form = size if isinstance(size, Form) else form_of(*size)
        return portrait(for_rendering(self), form, theme, kind)

    def image(
        self,
        path: str | Path,
        size: tuple[int, int] | Form = CARD,
        theme: str = "light",
    ) -> None:
        """Write the map as a picture, PNG or SVG by the name of the file.

        Args:
            path: a file that ends in .png or .svg.
            size: width and height in pixels.
            theme: light or dark.

        Raises:
            UsageError: when the name, the size or the theme is not one that a picture can have.
        """
        target = Path(path)
        target.write_bytes(self.picture(size, theme, kind_of(target)))

    def _repr_html_(self, **kwargs: Any) -> str:  # noqa: ANN401, ARG002 - branca's signature
        """Return the sealed page in a frame, which is how a notebook shows the map.

        Raises:
            LayerError: when something on the map cannot be sealed.
        """
        return framed(self.html(), self.title)

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,
        **kwargs: Any,  # noqa: ANN401, ARG002 - branca's signature
    ) -> None:
        """Write the sealed page to a path or an open binary file.

        Raises:
            LayerError: when something on the map cannot be sealed; nothing is written then.
        """
        page = self.html().encode()
        if isinstance(outfile, str | bytes | Path):
            Path(os.fsdecode(outfile)).write_bytes(page)
            return
        outfile.write(page)
        if close_file:
            outfile.close()


def _around(location: Sequence[float], zoom: float) -> Bounds:
    """Return the box that `VIEW_PX` show at a zoom round a latitude and longitude."""
    lat, lon = location
    wide, high = (side / (256 * 2**zoom) for side in VIEW_PX)
    middle = math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)
    south, north = (
        math.degrees(math.atan(math.sinh(2 * math.pi * (middle + side * high / 2))))
        for side in (-1, 1)
    )
    return (lon - wide * 180, south, lon + wide * 180, north)


def _on_the_globe(box: Bounds) -> Bounds:
    """Return a box with longitudes between -180 and 180, west > east across the antimeridian."""
    west, south, east, north = box
    if east - west >= 360:  # noqa: PLR2004 - degrees round the globe
        return (-180.0, south, 180.0, north)
    return (_wrapped(west), south, _wrapped(east), north)


def _wrapped(lon: float) -> float:
    """Return a longitude between -180 and 180."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180  # noqa: PLR2004 - the globe
