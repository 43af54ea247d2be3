"""Where things are: what an event's point means, the areas that words name, what lies within."""

from mapgen.places.cells import BITS, Cells, cells, latitude, middles
from mapgen.places.references import unknown_references
from mapgen.places.resolve import Placed, resolve
from mapgen.places.select import select, within

__all__ = [
    "BITS",
    "Cells",
    "Placed",
    "cells",
    "latitude",
    "middles",
    "resolve",
    "select",
    "unknown_references",
    "within",
]
