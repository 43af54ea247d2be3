"""Fitting words and map onto a sheet: as large as usual, or smaller where there is much to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapgen.picture.events import place
from mapgen.picture.layout import beside, stacked
from mapgen.picture.legend import Entry, entries, outside
from mapgen.picture.plan import Plan
from mapgen.picture.view import View, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.picture.caption import Caption
    from mapgen.picture.events import Events
    from mapgen.picture.form import Form
    from mapgen.picture.layout import Layout
    from mapgen.picture.scene import Scene

# From this ratio of width to height on the words stand beside the map.
BROAD = 1.3
# Fine enough for a box to fill its frame.
SNAP = 0.01
# What is drawn is made smaller by so much at a time, while its letters can be read.
STEP, LEAST_SCALE = 0.88, 0.75


@dataclass(frozen=True, eq=False)
class Arrangement:
    """A sheet on which everything has its place.

    Attributes:
        form: with the scale at which all finds room.
        plan: where everything stands.
        view: of the map.
        events: as they stand in the view.
        lines: of the legend.
        notes: what is said of events that the map does not show.
    """

    form: Form
    plan: Plan
    view: View
    events: tuple[Events, ...]
    lines: tuple[Entry, ...]
    notes: str


def arrange(scene: Scene, caption: Caption, form: Form) -> Arrangement:
    """Return the arrangement of the greatest scale at which all finds room, if any.

    At the least scale the legend loses its last lines until the map has room.
    """
    found = _arranged(scene, caption, form)
    while not found.plan.fits and found.form.scale * STEP >= LEAST_SCALE:
        found = _arranged(scene, caption, replace(form, scale=found.form.scale * STEP))
    while not found.plan.fits and found.lines:
        found = _with(scene, caption, found, found.lines[:-1])
    return found


def _arranged(scene: Scene, caption: Caption, form: Form) -> Arrangement:
    """Return the arrangement at the scale of a form.

    What the legend needs follows from the view, whose size follows from the legend: so it is asked
    for in the largest view first.
    """
    wide, high = form.size
    layout = (beside if wide / high >= BROAD else stacked)(wide, high)
    view = _seen(scene, layout.map_px, form)
    events = tuple(place(layer, view) for layer in scene.events)
    lines = _lines(layout, caption, events, view)
    notes = _notes(caption, events, view)
    first = Arrangement(form, layout.planned(caption, notes, lines), view, events, lines, notes)
    if first.plan.map.size == layout.map_px:
        return first
    seen = _with(scene, caption, first, lines)
    return _with(scene, caption, seen, _lines(layout, caption, seen.events, seen.view))


def _with(
    scene: Scene, caption: Caption, found: Arrangement, lines: tuple[Entry, ...]
) -> Arrangement:
    """Return an arrangement with these lines in its legend, and the map as large as they leave."""
    plan = found.plan.layout.planned(caption, found.notes, lines)
    view, events = found.view, found.events
    if plan.map.size != (view.width, view.height):
        view = _seen(scene, plan.map.size, found.form)
        events = tuple(place(layer, view) for layer in scene.events)
    return Arrangement(found.form, plan, view, events, lines, _notes(caption, events, view))


def _seen(scene: Scene, size: tuple[int, int], form: Form) -> View:
    """Return the view of a scene in a frame of a size, as fine as the raster of the form."""
    return replace(fit(scene.box, size, scene.zooms, SNAP), detail=form.scale)


def _lines(
    layout: Layout, caption: Caption, events: Sequence[Events], view: View
) -> tuple[Entry, ...]:
    """Return the lines of the legend."""
    return tuple(entries(caption, events, view, layout.legend_size, layout.legend_width))


def _notes(caption: Caption, events: Sequence[Events], view: View) -> str:
    """Return what is said of events that the map does not show."""
    far = outside(events, view)
    return " ".join(filter(None, [caption.outside(far) if far else "", caption.unplaced]))
