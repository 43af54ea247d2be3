"""Regions and places that a project names and its files do not hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mapgen.errors import Fault
from mapgen.project import LayerSpec, Project
from mapgen.project.sentences import nearest, shown


def unknown_references(
    project: Project, regions: Collection[str], places: Collection[str]
) -> tuple[Fault, ...]:
    """Return a fault for each id in the project's layers that no region or place has."""
    return tuple(
        Fault(str(project.path), f'map "{spec.id}", layer "{layer.id}"', field, problem)
        for spec in project.maps
        for layer in spec.layers
        for field, problem in _unknown(layer, regions, places)
    )


def _unknown(
    layer: LayerSpec, regions: Collection[str], places: Collection[str]
) -> Iterator[tuple[str, str]]:
    asked = [("regions", word, regions) for word in layer.regions]
    asked += [("places", word, places) for word in layer.places]
    if layer.events is not None and layer.events.within is not None:
        asked.append(("within", layer.events.within, regions))
    for field, word, known in asked:
        if word not in known:
            near = nearest(word, known) if known else "there are none"
            yield field, f"{shown(word)} is no id in the data; {near}"
