"""Lines of words round the map, as text that a picture then outlines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from mapgen.picture.element import element
from mapgen.picture.letters import advance
from mapgen.picture.width import runs_left

LEADING = 1.22
# From the top of a line to its baseline, in em.
ASCENT = 0.95


@dataclass(frozen=True)
class Paragraph:
    """Words broken into lines.

    Attributes:
        lines: from the top.
        size: height of the letters in pixels.
        weight: as in CSS.
    """

    lines: tuple[str, ...]
    size: float
    weight: int = 400

    @property
    def height(self) -> float:
        """Return the height of all lines in pixels."""
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        """Return the width of the widest line in pixels."""
        return max((advance(line, self.size, self.weight, 0) for line in self.lines), default=0.0)

    def drawn(self, x: float, y: float, fill: str, leftward: bool) -> Markup:
        """Return the lines with their start at `x`, which is their right end when leftward.

        Words of another direction than the sheet's keep their own.
        """
        own = runs_left(" ".join(self.lines))
        return Markup().join(
            element(
                "text",
                line,
                x=x,
                y=y + self.size * (i * LEADING + ASCENT),
                fill=fill,
                font_size=self.size,
                font_weight=self.weight,
                direction="rtl" if own else None,
                text_anchor="end" if own != leftward else None,
            )
            for i, line in enumerate(self.lines)
        )


def paragraph(words: str, size: float, width: float, weight: int = 400) -> Paragraph:
    """Return words on lines of at most a width in pixels; a word that is wider has its own."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if line and advance(longer, size, weight, 0) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return Paragraph((*lines, line) if line else (), size, weight)


def evened(found: Paragraph, width: float) -> Paragraph:
    """Return a paragraph of as many lines, each about as far from a width as the others."""
    words = " ".join(found.lines).split()
    # Of each number of words: the least sum of squared gaps, and the lines that have it.
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for count in range(len(found.lines)):
        longer: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (gaps, lines) in best.items():
            left = len(found.lines) - count - 1
            for end in range(start + 1, len(words) - left + 1):
                line = " ".join(words[start:end])
                gap = width - advance(line, found.size, found.weight, 0)
                if gap < 0 and end > start + 1:
                    break
                if end not in longer or gaps + gap**2 < longer[end][0]:
                    longer[end] = (gaps + gap**2, (*lines, line))
        best = longer
    return replace(found, lines=best[len(words)][1]) if len(words) in best else found


def fitted(words: str, sizes: tuple[float, ...], width: float, most: int, weight: int) -> Paragraph:
    """Return words in the largest of sizes in which they take at most so many lines.

    In the smallest, what has no room is left out, which is shown.
    """
    found = paragraph(words, sizes[0], width, weight)
    for size in sizes:
        found = paragraph(words, size, width, weight)
        if len(found.lines) <= most and found.width <= width:
            return found
    if len(found.lines) <= most:
        return found
    return replace(found, lines=(*found.lines[: most - 1], f"{found.lines[most - 1]} …"))
