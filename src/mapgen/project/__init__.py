"""What `mapgen.toml` says, parsed once: the editor's whole interface."""

from mapgen.project.model import (
    LANGUAGES,
    SYMBOLS,
    Bounds,
    EventFilter,
    EventType,
    LayerSpec,
    MapSpec,
    Project,
)
from mapgen.project.read import read_project, survey_project
from mapgen.project.sentences import ValueFault, nearest
from mapgen.project.values import folder_url
from mapgen.project.vision import too_near

__all__ = [
    "LANGUAGES",
    "SYMBOLS",
    "Bounds",
    "EventFilter",
    "EventType",
    "LayerSpec",
    "MapSpec",
    "Project",
    "ValueFault",
    "folder_url",
    "nearest",
    "read_project",
    "survey_project",
    "too_near",
]
