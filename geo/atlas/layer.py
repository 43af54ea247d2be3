"""A layer of arcs made ready for the product: strung, ordered, and as columns of numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from chains import string
from levels import vertex

if TYPE_CHECKING:
    from arcs import Arcs, Rings
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Layer:
    """Arcs with the number of the kind and the least zoom of each, and the rings they make.

    `level_of` is the coarsest level of each vertex key; `strung` are the arcs that may be drawn
    far away, where a chain of them is one line.
    """

    arcs: Arcs
    kind: NDArray[np.uint8]
    zoom: NDArray[np.uint8]
    level_of: dict[int, int]
    strung: list[int]
    rings: Rings = field(default_factory=list)


def columns(layers: list[Layer]) -> tuple[dict[str, NDArray[Any]], list[Rings]]:
    """Return the columns of all arcs, chain after chain, and each layer's rings of them."""
    parts, rings, first = [], [], 0
    for layer in layers:
        chains = string(layer.arcs, list(zip(layer.kind, layer.zoom, strict=True)), layer.strung)
        order = [arc for chain in chains for arc in chain]
        place = {arc: first + number for number, arc in enumerate(order)}
        place |= {~arc: ~number for arc, number in place.items()}
        rings.append([tuple(place[arc] for arc in ring) for ring in layer.rings])
        parts.append(_columns(layer, chains, order))
        first += len(order)
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}, rings


def _columns(layer: Layer, chains: list[list[int]], order: list[int]) -> dict[str, NDArray[Any]]:
    """Return the columns of one layer's arcs in this order; `~i` is arc i run backwards."""
    arcs = layer.arcs
    runs = [arcs.runs[arc] if arc >= 0 else arcs.runs[~arc][::-1] for arc in order]
    flat = np.concatenate(runs)
    xy = vertex(flat)
    unsigned = np.array([max(arc, ~arc) for arc in order])
    return {
        "chain": np.array([len(chain) for chain in chains], dtype=np.uint16),
        "size": np.array([len(run) for run in runs], dtype=np.uint16),
        "kind": layer.kind[unsigned],
        "zoom": layer.zoom[unsigned],
        "left": np.array([arcs.left[arc] if arc >= 0 else arcs.right[~arc] for arc in order]),
        "right": np.array([arcs.right[arc] if arc >= 0 else arcs.left[~arc] for arc in order]),
        "x": xy[:, 0],
        "y": xy[:, 1],
        "level": np.array([layer.level_of[key] for key in flat.tolist()], dtype=np.uint8),
    }
