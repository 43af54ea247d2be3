"""The picture, layer upon layer, in the order of the browser's panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.basemap import ground
from mapgen.picture.element import element, number
from mapgen.picture.events import place, room
from mapgen.picture.labels import write
from mapgen.picture.names import basemap_names, labels
from mapgen.picture.paint import hatches, marks
from mapgen.picture.path import GRID
from mapgen.picture.places import named, places
from mapgen.picture.regions import regions
from mapgen.picture.relief import relief
from mapgen.picture.theme import fixed_css
from mapgen.picture.view import fit

if TYPE_CHECKING:
    from mapgen.picture.scene import Scene


def draw(scene: Scene) -> Markup:
    """Return the scene as inline SVG, coloured by the classes of `theme_css`."""
    return _picture(scene, "light", Markup())


def document(scene: Scene, theme: str = "light") -> Markup:
    """Return the scene as an SVG document of its own, in the colours of a theme, light or dark."""
    return _picture(scene, theme, element("style", fixed_css(theme)))


def _picture(scene: Scene, theme: str, sheet: Markup) -> Markup:
    """Return the picture, with a style sheet or without."""
    view = fit(scene.box, scene.size, scene.zooms).widened(*scene.bleed)
    events = [place(layer, view) for layer in scene.events]
    taken = room(events, view)
    own = named(scene.places, view)
    written = write(
        [*own, *labels(scene.basemap, own, scene.lang, view)], taken, (view.width, view.height)
    )
    names, drawn = basemap_names(written), marks(events, view)
    return element(
        "svg",
        sheet,
        element(
            "g",
            ground(scene.basemap, relief(scene.relief, theme, view), view),
            regions(scene.regions, view),
            hatches(events, view),
            transform=f"scale({number(1 / GRID)})",
        ),
        # Over a crowd the names stand above the marks.
        *((drawn, names) if any(layer.crowded for layer in events) else (names, drawn)),
        places(own, taken, written),
        xmlns="http://www.w3.org/2000/svg",
        class_="mg-picture",
        viewBox=" ".join(map(str, (*scene.bleed, *scene.size))),
        role="img",
        aria_label=scene.title,
        font_family="system-ui,sans-serif",
        # The page may run from right to left; the picture does not.
        direction="ltr",
    )
