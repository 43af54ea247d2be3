"""Where names go: one after another, the important first, each where no other stands.

The places tried are those of `browser/src/layers/labels-box.ts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.picture.width import Measure, runs_left, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Left, top, right, bottom in pixels.
Box = tuple[float, float, float, float]

LINE_HEIGHT = 1.15
# From the middle of a line of capitals and small letters down to its baseline, in em.
BASELINE = 0.35
# Between a mark's edge and the text beside it.
MARK_GAP_PX = 4.0
AIR_PX = 2.0
DOT_PX = 4.0
EDGE_PX = 3.0
# Where the text's middle lies, in its own widths and heights, and in gaps, as seen from the dot;
# and the side at which the text stands.
Side = tuple[float, float, float, float, int]
EAST: Side = (0.5, 0, 1, 0, 1)
WEST: Side = (-0.5, 0, -1, 0, -1)
AROUND_DOT: tuple[Side, ...] = (
    (0.5, -0.5, 0.7, 0.2, 1),
    (0.5, 0.5, 0.7, -0.2, 1),
    (-0.5, -0.5, -0.7, 0.2, -1),
    (-0.5, 0.5, -0.7, -0.2, -1),
    (0, -0.5, 0, -0.8, 0),
    (0, 0.5, 0, 0.8, 0),
)
AROUND_MARK: tuple[Side, ...] = ((0, -0.5, 0, -1, 0), (0, 0.5, 0, 1, 0))
# Where the middle of an area's name lies, in its own widths and heights, as seen from its point.
UPON = (
    (0, 0),
    (0, -0.8),
    (0, 0.8),
    (-0.25, 0),
    (0.25, 0),
    (-0.25, -0.9),
    (0.25, -0.9),
    (-0.25, 0.9),
    (0.25, 0.9),
    (0, -1.7),
    (0, 1.7),
)


@dataclass(frozen=True)
class Name:
    """A name that asks for room.

    Attributes:
        kind: of the style table, or "place".
        lines: what is written, line by line.
        x: pixels.
        y: pixels.
        size: height of the letters in pixels.
        weight: as in CSS.
        spacing: between characters, in em.
        gap: from the middle of its dot to the text in pixels; 0 when it stands upon its point.
        kept: whether it rather covers a part of a mark than be left out.
    """

    kind: str
    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    weight: int
    spacing: float
    gap: float
    kept: bool = False


@dataclass(frozen=True)
class Written:
    """A name that has found room.

    Attributes:
        name: the name.
        x: where its lines start, end or have their middle, by `side`.
        middle: pixels, the vertical middle of its lines.
        side: 1 when the text stands right of `x`, -1 left of it, 0 centred on it.
        box: the room that it takes.
        dotted: whether its dot is drawn; one that lies under a mark is not.
    """

    name: Name
    x: float
    middle: float
    side: int
    box: Box
    dotted: bool


def write(
    names: Iterable[Name],
    marks: Sequence[Box],
    size: tuple[int, int],
    measure: Measure = text_width,
    occupied: Sequence[Box] = (),
) -> list[Written]:
    """Return the names that find room in a view beside the marks and what is occupied, in order."""
    boxes: list[Box] = [*occupied]
    written = []
    for name in names:
        place = _find(name, boxes, marks, size, _extent(name, measure))
        if place is None:
            continue
        written.append(place)
        boxes.append(place.box)
        if place.dotted:
            boxes.append(_round(name.x, name.y, DOT_PX))
    return written


def covering(name: Name, marks: Sequence[Box]) -> Box | None:
    """Return the mark that covers the point of a name, or None."""
    return next((box for box in marks if _shared((name.x, name.y, name.x, name.y), box)), None)


def _find(
    name: Name,
    boxes: Sequence[Box],
    marks: Sequence[Box],
    size: tuple[int, int],
    extent: tuple[float, float],
) -> Written | None:
    """Return the best free place of a name, or None."""
    if not (0 <= name.x <= size[0] and 0 <= name.y <= size[1]):
        return None
    under = covering(name, marks)
    if name.gap and under is None and _taken(_round(name.x, name.y, DOT_PX), [*boxes, *marks]):
        return None
    places = _beside(name, under, extent) if name.gap else _upon(name, size, extent)
    free = [p for p in places if _inside(p.box, size) and not _taken(p.box, boxes)]
    others = [mark for mark in marks if mark != under]
    clear = next((place for place in free if not _taken(place.box, others)), None)
    if clear is None and name.kept and free:
        return min(free, key=lambda place: _taken(place.box, others))
    return clear


def _extent(name: Name, measure: Measure) -> tuple[float, float]:
    """Return the width and height of a name's lines."""
    width = max(measure(line, name.size, name.weight, name.spacing) for line in name.lines)
    return width, name.size * LINE_HEIGHT * len(name.lines)


def _beside(name: Name, mark: Box | None, extent: tuple[float, float]) -> Iterator[Written]:
    """Yield the places of a name beside its dot, or beside the mark that covers it."""
    width, height = extent
    sides = (WEST, EAST) if runs_left(name.lines[0]) else (EAST, WEST)
    x, y, gap, around = name.x, name.y, name.gap, AROUND_DOT
    if mark is not None:
        x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
        gap, around = (mark[2] - mark[0]) / 2 + MARK_GAP_PX, AROUND_MARK
    for across, down, gap_x, gap_y, side in (*sides, *around):
        centre, middle = x + across * width + gap_x * gap, y + down * height + gap_y * gap
        box = _around(centre, middle, width, height)
        yield Written(name, centre - side * width / 2, middle, side, box, mark is None)


def _upon(name: Name, size: tuple[int, int], extent: tuple[float, float]) -> Iterator[Written]:
    """Yield the places of a name upon its point, moved in from the view's edge."""
    width, height = extent
    half = width / 2 + 2 * EDGE_PX
    for across, down in UPON:
        x = min(max(name.x + across * width, half), max(size[0] - half, half))
        middle = name.y + down * height
        yield Written(name, x, middle, 0, _around(x, middle, width, height), dotted=False)


def _around(x: float, y: float, width: float, height: float) -> Box:
    """Return the box of a text by its middle."""
    reach = width / 2 + AIR_PX
    return (x - reach, y - height / 2, x + reach, y + height / 2)


def _round(x: float, y: float, radius: float) -> Box:
    """Return the box of a circle."""
    return (x - radius, y - radius, x + radius, y + radius)


def _shared(one: Box, other: Box) -> bool:
    """Return whether two boxes overlap."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _taken(box: Box, others: Sequence[Box]) -> float:
    """Return the area of a box that others take, 0 when it is free."""
    return sum(
        (min(box[2], other[2]) - max(box[0], other[0]))
        * (min(box[3], other[3]) - max(box[1], other[1]))
        for other in others
        if _shared(box, other)
    )


def _inside(box: Box, size: tuple[int, int]) -> bool:
    """Return whether a box lies in the view."""
    return (
        box[0] >= EDGE_PX
        and box[1] >= EDGE_PX
        and box[2] <= size[0] - EDGE_PX
        and box[3] <= size[1] - EDGE_PX
    )
