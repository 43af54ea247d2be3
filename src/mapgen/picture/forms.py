"""What the form of a mark says, as in `browser/src/layers/forms.ts`.

In a ring where the place is not known; the outline by who is said to have done it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    from mapgen.picture.events import Events

LINES = ("solid", "dashed", "hollow")
"""Claimed or nothing stated, attributed by others and not claimed, disputed."""
_LINE_OF = {"attributed": 1, "disputed": 2}


@dataclass(frozen=True, order=True)
class Form:
    """The form of a mark.

    Attributes:
        soft: whether no event of it is at a place that is known.
        line: one of `LINES`, which all its events share; "solid" where they differ.
    """

    soft: bool
    line: str


PLAIN = Form(soft=False, line="solid")


def lines_of(frame: GeoDataFrame) -> NDArray[np.int8]:
    """Return the number in `LINES` of each event's outline."""
    if "attribution" not in frame.columns:
        return np.zeros(len(frame), dtype=np.int8)
    words = pd.Categorical(frame["attribution"])
    numbers = [_LINE_OF.get(word, 0) for word in words.categories]
    lines: NDArray[np.int8] = np.array([*numbers, 0], dtype=np.int8)[words.codes]
    return lines


def form_of(events: Events, rows: NDArray[np.intp]) -> Form:
    """Return what the events of a mark have in common."""
    if events.plain:
        return PLAIN
    lines = events.lines[rows]
    line = LINES[lines[0]] if (lines == lines[0]).all() else LINES[0]
    return Form(soft=not bool(events.sharp[rows].any()), line=line)
