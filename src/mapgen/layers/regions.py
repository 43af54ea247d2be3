"""Regions: areas with a certainty, drawn soft where their edge is not known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from mapgen.errors import LayerError
from mapgen.layers.features import feature_collection
from mapgen.layers.layer import DataLayer
from mapgen.records import check_frame

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class RegionLayer(DataLayer):
    """A layer of regions.

    Args:
        regions: polygons with at least `title`, and `certainty` (certain, approximate, schematic).
        name: what the layer control says.
        id: slug for `data-layer`; made of the name when absent.
        shown: whether it is on when the page opens.
        color: `#rrggbb`, or None for a quiet one in turn.
        dashed: whether the edge is a broken line, as for a claim.

    Raises:
        RecordError: with every fault of the frame.
    """

    kind: ClassVar[str] = "region"

    def __init__(  # noqa: PLR0913, PLR0917 - each is a word of the project file, and named at the call
        self,
        regions: GeoDataFrame,
        name: str,
        id: str | None = None,  # noqa: A002 - the word for it, here as in HTML
        shown: bool = True,
        color: str | None = None,
        dashed: bool = False,
    ) -> None:
        super().__init__(name, id, shown)
        if color is not None and not re.fullmatch(r"#[0-9a-fA-F]{6}", color):
            raise LayerError(f"Layer {name!r}: the color is {color!r}; expected one like #3f6b8c.")
        self.frame = check_frame(regions, "region")
        self.color = color or ""
        self.dashed = dashed

    def blocks(self) -> dict[str, bytes]:
        """Return the regions as GeoJSON."""
        words = ("id", "title", "description", "caution", "certainty", "valid", "sources")
        return {f"mapgen-{self.id}": feature_collection(self.frame, words)}

    def spec(self) -> dict[str, Any]:
        """Return the layer's name, colour and the least certain edge in it."""
        return {
            "id": self.id,
            "name": self.layer_name,
            "kind": self.kind,
            "color": self.color,
            "certainty": least_certain(self.frame),
            "dashed": self.dashed,
            "types": [],
        }


def least_certain(regions: GeoDataFrame) -> str:
    """Return the least certain word of a frame of regions; "certain" when none says otherwise."""
    known = set(regions["certainty"].dropna())
    return next((word for word in ("schematic", "approximate") if word in known), "certain")
