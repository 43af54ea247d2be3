"""A picture that stands alone: title, map, legend and credit, in the package's letters.

On a broad sheet the words stand beside the map, on any other above and below it: never on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.arrange import arrange
from mapgen.picture.color import lit
from mapgen.picture.draw import LOOK, in_light, layers
from mapgen.picture.element import element, number
from mapgen.picture.layout import BAR_HIGH_PX, BAR_PX, NOTES_SIZE
from mapgen.picture.letters import advance
from mapgen.picture.outline import outlined
from mapgen.picture.paragraph import fitted, paragraph
from mapgen.picture.relief import relief
from mapgen.picture.scale import bar, corner, scale
from mapgen.picture.theme import fixed_css, sheet_colors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapgen.atlas import Basemap, Bounds
    from mapgen.atlas.relief import Tile
    from mapgen.picture.arrange import Arrangement
    from mapgen.picture.caption import Caption
    from mapgen.picture.form import Form
    from mapgen.picture.plan import Plan
    from mapgen.picture.scene import Scene

CREDIT_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5)


@dataclass(frozen=True, eq=False)
class Ground:
    """What lies under a map in some bounds.

    Attributes:
        basemap: the world, or None.
        tiles: of the relief.
        credits: the words that a picture of them must carry.
    """

    basemap: Basemap | None
    tiles: tuple[Tile, ...]
    credits: tuple[str, ...]


def sheet(  # noqa: PLR0913, PLR0917 - a map in words and layers, and how it is wanted
    scene: Scene,
    caption: Caption,
    ground: Callable[[Bounds], Ground],
    form: Form,
    theme: str = "light",
    crisp: bool = False,
) -> Markup:
    """Return a picture as an SVG document without text and without anything that lies elsewhere.

    Args:
        scene: the layers; its basemap and relief are those of `ground`.
        caption: the words round the map.
        ground: gives what lies under the map in the bounds that the picture shows.
        form: its size.
        theme: light or dark.
        crisp: whether the relief has the pixels of the form's raster, not those of the drawing.
    """
    found = arrange(in_light(scene, theme), _in_light(caption, theme), form)
    under = ground(found.view.bounds)
    drawn = replace(scene, basemap=under.basemap, relief=under.tiles)
    density = found.form.scale if crisp else None
    colors = sheet_colors(theme)
    (wide, high), lengths = found.form.size, form.lengths(crisp)
    picture = element(
        "svg",
        element("style", fixed_css(theme)),
        element("rect", width=number(wide), height=number(high), fill=colors["sheet"]),
        _map(drawn, found, caption, relief(under.tiles, theme, found.view, density)),
        _words(found, caption, colors),
        _legend(found, colors, caption.leftward),
        _credit(found.plan, under.credits, colors),
        xmlns="http://www.w3.org/2000/svg",
        class_=LOOK,
        width=lengths[0],
        height=lengths[1],
        viewBox=f"0 0 {number(wide)} {number(high)}",
        # Width and height are the same ratio but for a rounding, which would leave a seam.
        preserveAspectRatio="none",
        role="img",
        aria_label=caption.title,
    )
    return outlined(picture)


def _in_light(caption: Caption, theme: str) -> Caption:
    """Return a caption whose legend has the colours of a theme."""
    types = tuple(replace(entry, color=lit(entry.color, theme)) for entry in caption.types)
    regions = tuple(replace(entry, color=lit(entry.color, theme)) for entry in caption.regions)
    return replace(caption, types=types, regions=regions)


def _map(scene: Scene, found: Arrangement, caption: Caption, shading: Markup) -> Markup:
    """Return the map in its frame, with its scale."""
    view, frame = found.view, found.plan.map
    measure = bar(view)
    kept = [corner(view, caption.leftward)] if measure else []
    parts = [layers(scene, found.events, view, shading, advance, kept).svg]
    if measure:
        parts.append(scale(*measure, view, caption.kilometres, caption.leftward))
    return element(
        "svg",
        *parts,
        x=frame.x,
        y=frame.y,
        width=frame.width,
        height=frame.height,
        overflow="hidden",
    )


def _words(found: Arrangement, caption: Caption, colors: Mapping[str, str]) -> Markup:
    """Return the bar over the title, the title, and what is said below it and at the foot."""
    plan, leftward = found.plan, caption.leftward
    left = plan.start - (BAR_PX if leftward else 0)
    notes = paragraph(found.notes, NOTES_SIZE, plan.layout.legend_width)
    return Markup().join(
        [
            element(
                "rect", x=left, y=plan.bar_y, width=BAR_PX, height=BAR_HIGH_PX, fill=colors["ink"]
            ),
            *(
                words.drawn(plan.start, y, colors[ink], leftward)
                for words, y, ink in (
                    (plan.title, plan.title_y, "ink"),
                    (plan.period, plan.period_y, "muted"),
                    (plan.description, plan.description_y, "ink"),
                    (notes, plan.notes_y, "muted"),
                )
            ),
        ]
    )


def _legend(found: Arrangement, colors: Mapping[str, str], leftward: bool) -> Markup:
    """Return the legend, each line at its place."""
    return Markup().join(
        line.drawn(x, y, colors["ink"], leftward)
        for line, (x, y) in zip(found.lines, found.plan.legend(found.lines), strict=True)
    )


def _credit(plan: Plan, credits: Sequence[str], colors: Mapping[str, str]) -> Markup:  # noqa: A002 - the word for it
    """Return the licences' line at the foot; names of sources are Latin, and so is the line."""
    line = fitted(" · ".join(credits), CREDIT_SIZES, plan.credit_width, 2, 400)
    y = plan.credit_bottom - line.height
    return line.drawn(plan.credit_x, y, colors["muted"], leftward=False)
