"""The letters of pictures: fonts that the package brings, shaped and drawn as outlines.

No font of the machine is asked for, so that a picture is the same on each. HarfBuzz joins Arabic
letters and places their marks, as a browser does.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

import uharfbuzz as hb

from mapgen.errors import PublishError
from mapgen.picture.bidi import runs
from mapgen.picture.width import is_joined

if TYPE_CHECKING:
    from collections.abc import Iterator

REGULAR, ITALIC, BOLD = "400Regular", "400Regular_Italic", "600SemiBold"
LATIN, ARABIC = "SourceSans3", "Vazirmatn"
BOLD_FROM = 550
# A hundredth of a pixel of the picture is less than any printer shows.
STEPS = 100
# Arabic letters of the one family look smaller beside the Latin of the other.
SIZES = {LATIN: 1.0, ARABIC: 0.94}
# Kinds of characters that only say how others are joined or ordered.
SILENT = ("Cc", "Cf")
JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True)
class Look:
    """How a line is written.

    Attributes:
        size: height of the letters in pixels.
        weight: as in CSS.
        italic: whether Latin letters are slanted.
        spacing: between the characters, in pixels; never between joined letters.
    """

    size: float
    weight: int = 400
    italic: bool = False
    spacing: float = 0.0


@dataclass(frozen=True)
class Glyph:
    """A letter on a line: its font and number, and where it stands, in pixels, y upwards."""

    family: str
    style: str
    number: int
    x: float
    y: float


Step = tuple[str, tuple[tuple[float, float], ...]]
"""A step of an outline: a command of path data and its points, in units of the font."""


class _Pen:
    """Takes down the outline of a glyph."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the protocol of fontTools
        self.steps.append(("M", (to,)))

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - as above
        self.steps.append(("L", (to,)))

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - as above
        self.steps.append(("Q", points))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - as above
        self.steps.append(("C", points))

    def closePath(self) -> None:  # noqa: N802 - as above
        self.steps.append(("Z", ()))


def advance(text: str, size: float, weight: int, spacing: float) -> float:
    """Return the width of a line in the unit of `size`; `spacing` is in em."""
    return _shaped(text, Look(size, weight, spacing=spacing * size), leftward=False)[1]


def outline(text: str, look: Look, x: float, y: float, leftward: bool) -> tuple[str, float]:
    """Return path data of a line whose left end stands on a point, and its width in pixels."""
    glyphs, width = _shaped(text, look, leftward)
    return "".join(_drawn(glyph, look.size, x, y) for glyph in glyphs), width


@lru_cache(maxsize=4096)
def _shaped(text: str, look: Look, leftward: bool) -> tuple[tuple[Glyph, ...], float]:
    """Return the glyphs of a line and its width."""
    spacing = 0.0 if is_joined(text) else look.spacing
    glyphs: list[Glyph] = []
    x = 0.0
    for run in runs(text, leftward):
        parts = list(_families(run.text, run.leftward))
        for family, part in reversed(parts) if run.leftward else parts:
            style = _style(family, look)
            scale = look.size * SIZES[family] / _font(family, style).face.upem
            for number, step, dx, dy in _glyphs(family, style, part, run.leftward):
                glyphs.append(Glyph(family, style, number, x + dx * scale, dy * scale))
                x += step * scale + spacing
    return tuple(glyphs), x


def _families(text: str, leftward: bool) -> Iterator[tuple[str, str]]:
    """Yield parts of a run with the family that has their letters, the run's own first."""
    order = (ARABIC, LATIN) if leftward or is_joined(text) else (LATIN, ARABIC)
    chosen: list[str] = []
    for character in text:
        if character == " " or unicodedata.category(character) in SILENT:
            chosen.append(chosen[-1] if chosen else order[0])
            continue
        has = (f for f in order if _font(f, REGULAR).get_nominal_glyph(ord(character)) is not None)
        chosen.append(next(has, order[0]))
    for family, part in groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0]):
        yield family, "".join(character for _, character in part)


def _glyphs(
    family: str, style: str, text: str, leftward: bool
) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, advance and offsets of each glyph of a run, from left to right."""
    buffer = hb.Buffer()
    kept = (c for c in text if c in JOINERS or unicodedata.category(c) not in SILENT)
    buffer.add_str("".join(kept))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    hb.shape(_font(family, style), buffer, {})
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield info.codepoint, place.x_advance, place.x_offset, place.y_offset


def _style(family: str, look: Look) -> str:
    """Return the style of a family that comes nearest to a look."""
    if look.weight >= BOLD_FROM:
        return BOLD
    return ITALIC if look.italic and family == LATIN else REGULAR


@cache
def _font(family: str, style: str) -> hb.Font:
    """Return a font of the package.

    Raises:
        PublishError: when the package was installed without its fonts.
    """
    path = files("mapgen").joinpath("static", "fonts", f"{family}_{style}.ttf")
    if not path.is_file():
        raise PublishError(
            f"The letters of pictures, {path.name}, are missing from this installation of mapgen: "
            "install it with pip, which takes them from the packages named in browser/."
        )
    return hb.Font(hb.Face(path.read_bytes()))


@cache
def _steps(family: str, style: str, number: int) -> tuple[Step, ...]:
    """Return the outline of a glyph."""
    pen = _Pen()
    _font(family, style).draw_glyph_with_pen(number, pen)
    return tuple(pen.steps)


def _drawn(glyph: Glyph, size: float, x: float, y: float) -> str:
    """Return path data of a glyph on a line that begins at a point."""
    scale = size * SIZES[glyph.family] / _font(glyph.family, glyph.style).face.upem
    left, base = x + glyph.x, y - glyph.y
    return "".join(
        command + " ".join(_pair(left + dx * scale, base - dy * scale) for dx, dy in points)
        for command, points in _steps(glyph.family, glyph.style, glyph.number)
    )


def _pair(x: float, y: float) -> str:
    """Return a point of path data."""
    return f"{round(x * STEPS) / STEPS:g} {round(y * STEPS) / STEPS:g}"
