"""A map of the project file as a mapgen.Map with its layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.layers import EventLayer, PlaceLayer, RegionLayer
from mapgen.page import Map
from mapgen.places import select

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from mapgen.layers import DataLayer
    from mapgen.project import LayerSpec, MapSpec, Project
    from mapgen.records import Records


def compose(spec: MapSpec, project: Project, records: Records, events: GeoDataFrame) -> Map:
    """Return the map that a project asks for.

    Args:
        spec: the map.
        project: with the event types.
        records: the checked places and regions.
        events: the checked events, resolved to their places.
    """
    composed = Map(
        title=spec.title,
        description=spec.description,
        lang=spec.lang,
        focus=spec.focus,
        relief=spec.relief,
        basemap=spec.basemap,
        url=f"{project.url}{spec.id}.html" if project.url else "",
        card=f"{project.url}{spec.id}.png" if project.url else "",
        origins=project.origins,
    )
    for layer in spec.layers:
        _layer(layer, project, records, events).add_to(composed)
    return composed


def _layer(spec: LayerSpec, project: Project, records: Records, events: GeoDataFrame) -> DataLayer:
    if spec.events is not None:
        chosen = select(events, spec.events, records.regions)
        return EventLayer(chosen, spec.name, project.types or None, spec.id, spec.shown)
    if spec.places:
        return PlaceLayer(_named(records.places, spec.places), spec.name, spec.id, spec.shown)
    regions = _named(records.regions, spec.regions)
    return RegionLayer(regions, spec.name, spec.id, spec.shown, spec.color, spec.dashed)


def _named(frame: GeoDataFrame, ids: tuple[str, ...]) -> GeoDataFrame:
    """Return the records of these ids in this order."""
    rows = frame.set_index(frame["id"].astype(str)).loc[list(ids)]
    return rows.reset_index(drop=True)
