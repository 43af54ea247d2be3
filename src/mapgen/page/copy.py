"""A copy of a map for one rendering, so that rendering leaves no trace and ids follow the order."""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Iterator
from itertools import count
from typing import TypeVar

import folium
from branca.element import Element
from folium.map import Layer

from mapgen.layers import Features

AnElement = TypeVar("AnElement", bound=Element)


def for_rendering(element: AnElement) -> AnElement:
    """Return a copy of an element and all below it, numbered in document order.

    Frames and other data are shared, not copied. A folium.GeoJson becomes `Features`.
    """
    return _copied(element, count(1))


def _copied(element: AnElement, numbers: Iterator[int]) -> AnElement:
    twin = copy.copy(element)
    twin._id = str(next(numbers))  # noqa: SLF001 - branca's hook for ids goes by class, not by map
    twin._children = OrderedDict()  # noqa: SLF001 - branca has no other way in
    if isinstance(twin, Layer) and twin.layer_name == element.get_name():
        twin.layer_name = f"Layer {twin._id}"  # noqa: SLF001 - as above
    for child in element._children.values():  # noqa: SLF001 - as above
        below = _copied(child, numbers)
        twin.add_child(Features(below) if isinstance(below, folium.GeoJson) else below)
    return twin
