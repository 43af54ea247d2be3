"""Where title, map, legend and credit stand on a sheet."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapgen.picture.paragraph import Paragraph, evened, fitted, paragraph
from mapgen.picture.plan import Frame, Plan, Point

if TYPE_CHECKING:
    from mapgen.picture.caption import Caption
    from mapgen.picture.legend import Entry

BAR_PX, BAR_HIGH_PX = 34.0, 4.0
TITLE_WEIGHT = 600
FOOT_PX = 21.0
TITLE_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
FEW_LINES = 4
# Of the sheet, for the map between title and legend.
LEAST_SHARE = 0.42
PERIOD_SIZE, DESCRIPTION_SIZE, NOTES_SIZE = 12.0, 11.5, 10.0
GAP_PX = 10.0
# Between entries of a legend that stand in a row.
APART_PX = 22.0


@dataclass(frozen=True)
class Layout(ABC):
    """A way to lay out a sheet of a width and height."""

    wide: float
    high: float

    @property
    def margin(self) -> float:
        """Return the free border of the words."""
        return round(min(self.wide, self.high) / 24, 1)

    @property
    def legend_size(self) -> float:
        """Return the height of the legend's letters."""
        return 11.5

    @property
    @abstractmethod
    def map_px(self) -> tuple[int, int]:
        """Return the greatest size that the map can have."""

    @property
    @abstractmethod
    def legend_width(self) -> float:
        """Return the width that lines of words have."""

    @abstractmethod
    def flow(self, lines: Sequence[Entry]) -> list[Point]:
        """Return the start of each line of the legend, from the legend's own start."""

    @abstractmethod
    def planned(self, caption: Caption, notes: str, lines: Sequence[Entry]) -> Plan:
        """Return where everything stands."""


class Beside(Layout):
    """The words in a column, the map beside it up to the sheet's edge."""

    @property
    def column(self) -> int:
        """Return the width of the column of words."""
        return round(min(max(self.wide * 0.325, 200), 330))

    @property
    def map_px(self) -> tuple[int, int]:
        """Return the size of the map."""
        return round(self.wide) - self.column, round(self.high - FOOT_PX)

    @property
    def legend_width(self) -> float:
        """Return the width of the column without its borders."""
        return self.column - 2 * self.margin

    def flow(self, lines: Sequence[Entry]) -> list[Point]:
        """Return lines below each other."""
        y, found = 0.0, []
        for line in lines:
            found.append((0.0, y))
            y += line.height
        return found

    def planned(self, caption: Caption, notes: str, lines: Sequence[Entry]) -> Plan:
        """Return the words from the top, the legend and the notes from the foot."""
        width, margin = self.legend_width, self.margin
        said = paragraph(notes, NOTES_SIZE, width)
        legend = sum(line.height for line in lines)
        bottom = self.high - FOOT_PX - margin / 2
        notes_y = bottom - said.height
        legend_y = notes_y - (GAP_PX / 2 if said.lines else 0) - legend
        period = paragraph(caption.period, PERIOD_SIZE, width)
        title_y = margin + BAR_HIGH_PX + 6
        room = legend_y - title_y - period.height - 2 * GAP_PX
        title = _titled(caption.title, width, room)
        period_y = title_y + title.height + GAP_PX * 0.7
        description_y = period_y + period.height + (GAP_PX if period.lines else 0)
        wide, high = self.map_px
        leftward = caption.leftward
        return Plan(
            layout=self,
            map=Frame(0 if leftward else self.column, 0, wide, high),
            start=self.wide - margin if leftward else margin,
            bar_y=margin,
            title=title,
            title_y=title_y,
            period=period,
            period_y=period_y,
            description=_told(caption.description, width, legend_y - 2 * GAP_PX - description_y),
            description_y=description_y,
            notes_y=notes_y,
            legend_y=legend_y,
            leftward=leftward,
            fits=_whole(title, caption) and period_y + period.height < legend_y,
        )


class Stacked(Layout):
    """The title above the map, the legend below it in rows."""

    @property
    def map_px(self) -> tuple[int, int]:
        """Return the size that the map has on a sheet with few words."""
        return round(self.wide), round(self.high * 0.7)

    @property
    def legend_width(self) -> float:
        """Return the width of the sheet without its borders."""
        return self.wide - 2 * self.margin

    def flow(self, lines: Sequence[Entry]) -> list[Point]:
        """Return lines beside each other, in columns of the widest where there are many."""
        found: list[Point] = []
        x = y = high = 0.0
        for line in lines:
            if x and x + line.width > self.legend_width:
                x, y, high = 0.0, y + high, 0.0
            found.append((x, y))
            x += line.width + APART_PX
            high = max(high, line.height)
        return found

    def planned(self, caption: Caption, notes: str, lines: Sequence[Entry]) -> Plan:
        """Return the title from the top, the legend and the notes from the foot."""
        width, margin = self.legend_width, self.margin
        said = paragraph(notes, NOTES_SIZE, width)
        places = self.flow(lines)
        legend = max((y + one.height for (_, y), one in zip(places, lines, strict=True)), default=0)
        notes_y = self.high - FOOT_PX - said.height - 4
        legend_y = notes_y - (2 if said.lines else 0) - legend
        period = paragraph(caption.period, PERIOD_SIZE, width)
        title_y = margin + BAR_HIGH_PX + 5
        title = _titled(caption.title, width, self.high * 0.16)
        period_y = title_y + title.height + 4
        top = round(period_y + period.height + (GAP_PX if period.lines else GAP_PX / 2))
        bottom = round(legend_y - GAP_PX)
        leftward = caption.leftward
        return Plan(
            layout=self,
            map=Frame(0, top, round(self.wide), max(bottom - top, 40)),
            start=self.wide - margin if leftward else margin,
            bar_y=margin,
            title=title,
            title_y=title_y,
            period=period,
            period_y=period_y,
            description=_told("", width, 0),
            description_y=period_y,
            notes_y=notes_y,
            legend_y=legend_y,
            leftward=leftward,
            fits=_whole(title, caption) and bottom - top >= LEAST_SHARE * self.high,
        )


def _titled(words: str, width: float, room: float) -> Paragraph:
    """Return a title as large as its width and room allow, on few lines if that can be."""
    best = [paragraph(words, size, width, TITLE_WEIGHT) for size in TITLE_SIZES]
    fit = [one for one in best if one.height <= room and one.width <= width]
    few = [one for one in fit if len(one.lines) <= FEW_LINES]
    if few or fit:
        return evened((few or fit)[0], width)
    lines = max(1, int(room / best[-1].height * len(best[-1].lines)))
    return fitted(words, TITLE_SIZES[-1:], width, lines, TITLE_WEIGHT)


def _whole(title: Paragraph, caption: Caption) -> bool:
    """Return whether nothing of a title is left out."""
    return " ".join(title.lines).split() == caption.title.split()


def _told(words: str, width: float, room: float) -> Paragraph:
    """Return a description, whole or not at all."""
    found = paragraph(words, DESCRIPTION_SIZE, width)
    return found if found.height <= room else paragraph("", DESCRIPTION_SIZE, width)


def beside(wide: float, high: float) -> Layout:
    """Return the layout of a broad sheet."""
    return Beside(wide, high)


def stacked(wide: float, high: float) -> Layout:
    """Return the layout of a sheet that is not broad."""
    return Stacked(wide, high)
