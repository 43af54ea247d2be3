"""How far apart colours are for readers who see them otherwise.

Colour blindness is simulated with the matrices of severity 1.0 of Machado, Oliveira and Fernandes,
"A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009,
on linear light; distance is that of CIE L*a*b* (CIE76), in which about 2.3 is just noticed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from mapgen.errors import Fault

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.project.model import EventType

    Triple = tuple[float, float, float]

SIGHTS: Mapping[str, tuple[Triple, Triple, Triple]] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red (protanopia)": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green (deuteranopia)": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue (tritanopia)": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
"""From linear sRGB to CIE XYZ, white at D65."""
WHITE: Triple = (0.95047, 1.0, 1.08883)
NEAR = 12.0
"""Types of one symbol must be farther apart than this."""


def distance(one: str, other: str, sight: str) -> float:
    """Return the distance in L*a*b* of two colours `#rrggbb` for a sight of `SIGHTS`."""
    return math.dist(_lab(one, sight), _lab(other, sight))


def too_near(path: Path, types: Mapping[str, EventType]) -> tuple[Fault, ...]:
    """Return a warning for every two types that share a symbol and a colour, for some readers.

    Args:
        path: the project file.
        types: its event types.
    """
    faults = []
    for one, other in combinations(types.values(), 2):
        apart, sight = min((distance(one.color, other.color, word), word) for word in SIGHTS)
        if one.symbol == other.symbol and apart < NEAR:
            problem = (
                f"{one.color} is hard to tell from {other.color} of type {other.id}, which has the "
                f"same symbol, {one.symbol}, for readers who see {sight}; expected another symbol "
                "or a colour farther away"
            )
            faults.append(Fault(str(path), f'type "{one.id}"', "color", problem))
    return tuple(faults)


def _lab(color: str, sight: str) -> Triple:
    """Return L*, a* and b* of a colour as a sight sees it."""
    light = [_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [min(max(part, 0.0), 1.0) for part in _times(SIGHTS[sight], light)]
    x, y, z = (_bent(part / white) for part, white in zip(_times(XYZ, seen), WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _times(matrix: Sequence[Triple], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(part: float) -> float:
    """Return linear light of a part of sRGB (IEC 61966-2-1)."""
    if part <= 0.04045:  # noqa: PLR2004 - the knee of the curve in the standard
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)


def _bent(part: float) -> float:
    """Return the response of CIE 1976 to a part of white (CIE 15, 8.2.1)."""
    return float(math.cbrt(part)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
