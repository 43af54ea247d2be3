"""The picture, layer upon layer, in the order of the browser's panes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.basemap import ground
from mapgen.picture.color import lit
from mapgen.picture.element import element, number
from mapgen.picture.events import place, room
from mapgen.picture.labels import write
from mapgen.picture.names import basemap_names, labels
from mapgen.picture.paint import hatches, marks
from mapgen.picture.path import GRID
from mapgen.picture.places import named, places
from mapgen.picture.regions import regions
from mapgen.picture.relief import relief
from mapgen.picture.view import fit
from mapgen.picture.width import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.picture.events import Events
    from mapgen.picture.labels import Box
    from mapgen.picture.scene import Scene
    from mapgen.picture.view import View
    from mapgen.picture.width import Measure

LOOK = "mg-picture"
"""The class of a picture, by which the style sheet knows it."""


def draw(scene: Scene) -> Markup:
    """Return the scene as inline SVG, coloured by the classes of `theme_css`."""
    return poster(scene).svg


@dataclass(frozen=True)
class Poster:
    """A picture, and what a legend must explain of it.

    Attributes:
        svg: SVG, coloured by the classes of `theme_css`.
        forms: words for the forms of events: see `mapgen.picture.paint.marks`.
    """

    svg: Markup
    forms: frozenset[str]


def poster(scene: Scene) -> Poster:
    """Return the scene as inline SVG, with words for the forms of its events."""
    view = fit(scene.box, scene.size, scene.zooms).widened(*scene.bleed)
    events = [place(layer, view) for layer in scene.events]
    drawn = layers(scene, events, view, relief(scene.relief, "light", view))
    svg = element(
        "svg",
        drawn.svg,
        xmlns="http://www.w3.org/2000/svg",
        class_=LOOK,
        viewBox=" ".join(map(str, (*scene.bleed, *scene.size))),
        role="img",
        aria_label=scene.title,
        font_family="system-ui,sans-serif",
        # The page may run from right to left; the picture does not.
        direction="ltr",
    )
    return Poster(svg, drawn.forms)


def in_light(scene: Scene, theme: str) -> Scene:
    """Return a scene whose data have the colours of a theme, light or dark."""
    regions = tuple(replace(layer, color=lit(layer.color, theme)) for layer in scene.regions)
    events = tuple(
        replace(
            layer,
            types={
                word: replace(type_, color=lit(type_.color, theme))
                for word, type_ in layer.types.items()
            },
        )
        for layer in scene.events
    )
    return replace(scene, regions=regions, events=events)


def layers(  # noqa: PLR0913, PLR0917 - a scene, how it is seen, and what else stands there
    scene: Scene,
    events: Sequence[Events],
    view: View,
    shading: Markup,
    measure: Measure = text_width,
    occupied: Sequence[Box] = (),
) -> Poster:
    """Return the layers of a scene in a view, the lowest first, and the forms of its events.

    Args:
        scene: the layers.
        events: its events, as they stand in the view.
        view: what is seen.
        shading: the relief.
        measure: what the width of a name is found by.
        occupied: boxes that names keep clear of, beside the marks.
    """
    taken = room(events, view)
    own = named(scene.places, view)
    names = [*own, *labels(scene.basemap, own, scene.lang, view)]
    written = write(names, taken, (view.width, view.height), measure, occupied)
    lettered, (drawn, forms) = basemap_names(written), marks(events, view)
    areas = hatches(events, view)
    svg = Markup().join(
        [
            element(
                "g",
                ground(scene.basemap, shading, view),
                regions(scene.regions, view),
                areas,
                transform=f"scale({number(1 / GRID)})",
            ),
            # Over a crowd the names stand above the marks.
            *((drawn, lettered) if any(one.crowded for one in events) else (lettered, drawn)),
            places(own, taken, written),
        ]
    )
    return Poster(svg, forms | {"area"} if areas else forms)
