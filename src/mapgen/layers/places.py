"""Places: named points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mapgen.layers.features import feature_collection
from mapgen.layers.layer import DataLayer
from mapgen.records import check_frame

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class PlaceLayer(DataLayer):
    """A layer of named points.

    Args:
        places: points with at least `title`.
        name: what the layer control says.
        id: slug for `data-layer`; made of the name when absent.
        shown: whether it is on when the page opens.

    Raises:
        RecordError: with every fault of the frame.
    """

    kind: ClassVar[str] = "place"

    def __init__(
        self,
        places: GeoDataFrame,
        name: str,
        id: str | None = None,  # noqa: A002 - the word for it, here as in HTML
        shown: bool = True,
    ) -> None:
        super().__init__(name, id, shown)
        self.frame = check_frame(places, "place")

    def blocks(self) -> dict[str, bytes]:
        """Return the places as GeoJSON."""
        words = ("id", "title", "description", "caution", "sources")
        return {f"mapgen-{self.id}": feature_collection(self.frame, words)}

    def spec(self) -> dict[str, Any]:
        """Return the layer's name; a place needs no colour."""
        return {
            "id": self.id,
            "name": self.layer_name,
            "kind": self.kind,
            "color": "",
            "certainty": "",
            "dashed": False,
            "types": [],
        }
