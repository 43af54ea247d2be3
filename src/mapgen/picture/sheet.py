"""A picture that stands alone: title, map, legend and credit, in the package's letters.

On a broad sheet the words stand beside the map, on any other above and below it: never on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.picture.draw import LOOK, layers
from mapgen.picture.element import element, number
from mapgen.picture.events import place
from mapgen.picture.layout import Layout, Plan, beside, stacked
from mapgen.picture.legend import Entry, entries, outside
from mapgen.picture.letters import advance
from mapgen.picture.outline import outlined
from mapgen.picture.paragraph import fitted
from mapgen.picture.relief import relief
from mapgen.picture.scale import bar, corner, scale
from mapgen.picture.theme import fixed_css, sheet_colors
from mapgen.picture.view import View, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.atlas import Basemap, Bounds
    from mapgen.atlas.relief import Tile
    from mapgen.picture.caption import Caption
    from mapgen.picture.events import Events
    from mapgen.picture.form import Form
    from mapgen.picture.scene import Scene

# From this ratio of width to height on the words stand beside the map.
BROAD = 1.3
# Fine enough for a box to fill its frame.
SNAP = 0.01
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
    plan, view, events = _planned(scene, caption, form)
    under = ground(view.bounds)
    drawn = replace(scene, basemap=under.basemap, relief=under.tiles)
    colors = sheet_colors(theme)
    density = form.scale if crisp else None
    (wide, high), lengths = form.size, form.lengths(crisp)
    picture = element(
        "svg",
        element("style", fixed_css(theme)),
        element("rect", width=number(wide), height=number(high), fill=colors["sheet"]),
        _map(drawn, events, view, plan, caption, relief(under.tiles, theme, view, density)),
        _words(plan, caption, colors),
        _notes(plan, caption, events, view, colors),
        _legend(plan, _entries(plan.layout, caption, events, view), colors, caption.leftward),
        _credit(plan, under.credits, colors),
        xmlns="http://www.w3.org/2000/svg",
        class_=LOOK,
        width=lengths[0],
        height=lengths[1],
        viewBox=f"0 0 {number(wide)} {number(high)}",
        role="img",
        aria_label=caption.title,
    )
    return outlined(picture)


def _planned(scene: Scene, caption: Caption, form: Form) -> tuple[Plan, View, list[Events]]:
    """Return where everything goes, the view of the map, and its events in it.

    What the legend needs follows from the view, whose size follows from the legend: so it is asked
    for in a view of all the sheet first.
    """
    wide, high = form.size
    layout = (beside if wide / high >= BROAD else stacked)(wide, high)
    view = fit(scene.box, layout.map_px, scene.zooms, SNAP)
    events = [place(layer, view) for layer in scene.events]
    notes = _said(caption, events, view)
    plan = layout.planned(caption, notes, _entries(layout, caption, events, view))
    if plan.map.size == layout.map_px:
        return plan, view, events
    view = fit(scene.box, plan.map.size, scene.zooms, SNAP)
    return plan, view, [place(layer, view) for layer in scene.events]


def _entries(layout: Layout, caption: Caption, events: Sequence[Events], view: View) -> list[Entry]:
    """Return the lines of the legend."""
    return entries(caption, events, view, layout.legend_size, layout.legend_width)


def _said(caption: Caption, events: Sequence[Events], view: View) -> str:
    """Return what is said of events that the map does not show."""
    far = outside(events, view)
    return " ".join(filter(None, [caption.outside(far) if far else "", caption.unplaced]))


def _map(  # noqa: PLR0913, PLR0917 - what stands on the map
    scene: Scene,
    events: Sequence[Events],
    view: View,
    plan: Plan,
    caption: Caption,
    shading: Markup,
) -> Markup:
    """Return the map in its frame, with its scale."""
    measure = bar(view)
    kept = [corner(view, caption.leftward)] if measure else []
    parts = [layers(scene, events, view, shading, advance, kept)]
    if measure:
        parts.append(scale(*measure, view, caption.kilometres, caption.leftward))
    return element(
        "svg",
        *parts,
        x=plan.map.x,
        y=plan.map.y,
        width=plan.map.width,
        height=plan.map.height,
        overflow="hidden",
    )


def _words(plan: Plan, caption: Caption, colors: dict[str, str]) -> Markup:
    """Return the bar over the title, the title, the period and the description."""
    left = plan.start - (plan.bar_px if caption.leftward else 0)
    mark = element("rect", x=left, y=plan.bar_y, width=plan.bar_px, height=4, fill=colors["ink"])
    title = plan.title.drawn(plan.start, plan.title_y, colors["ink"], caption.leftward)
    period = plan.period.drawn(plan.start, plan.period_y, colors["muted"], caption.leftward)
    said = plan.description.drawn(plan.start, plan.description_y, colors["ink"], caption.leftward)
    return mark + title + period + said


def _notes(
    plan: Plan, caption: Caption, events: Sequence[Events], view: View, colors: dict[str, str]
) -> Markup:
    """Return what is said of events that the map does not show."""
    said = fitted(_said(caption, events, view), (plan.notes.size,), plan.notes_width, 5, 400)
    return said.drawn(plan.start, plan.notes_y, colors["muted"], caption.leftward)


def _legend(plan: Plan, lines: Sequence[Entry], colors: dict[str, str], leftward: bool) -> Markup:
    """Return the legend, each line at its place."""
    return Markup().join(
        line.drawn(x, y, colors["ink"], leftward)
        for line, (x, y) in zip(lines, plan.legend(lines), strict=True)
    )


def _credit(plan: Plan, credits: Sequence[str], colors: dict[str, str]) -> Markup:  # noqa: A002 - the word for it
    """Return the licences' line at the foot; names of sources are Latin, and so is the line."""
    line = fitted(" · ".join(credits), CREDIT_SIZES, plan.credit_width, 2, 400)
    y = plan.credit_bottom - line.height
    return line.drawn(plan.credit_x, y, colors["muted"], leftward=False)
