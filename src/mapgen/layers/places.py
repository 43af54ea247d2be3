"""Places: named points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mapgen.layers.features import feature_collection
from mapgen.layers.layer import DataLayer
from mapgen.records import check_frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geopandas import GeoDataFrame

    from mapgen.atlas.labels import Label

TOWNS = ("capital", "seat", "town")
NEAR_DEGREES = 0.4


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

    def recognise(self, labels: Iterable[Label], lang: str) -> None:
        """Note what the basemap calls these places, so that no page names a town twice.

        Args:
            labels: of the basemap; a town near a place that has its name in any language is it.
            lang: in which the page writes them.
        """
        towns = [label for label in labels if label.kind in TOWNS]
        titles, points = self.frame["title"].astype(str), self.frame.geometry
        also = [
            next((town.names.get(lang, town.name) for town in towns if _is(town, *place)), None)
            for place in zip(titles.str.casefold(), points.x, points.y, strict=True)
        ]
        self.frame = self.frame.assign(
            also=[None if name == title else name for name, title in zip(also, titles, strict=True)]
        )

    def blocks(self) -> dict[str, bytes]:
        """Return the places as GeoJSON."""
        words = ("id", "title", "also", "description", "caution", "sources")
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


def _is(town: Label, title: str, lon: float, lat: float) -> bool:
    """Return whether a town of the basemap is a place, by the title of it in small letters."""
    if abs(town.lat - lat) > NEAR_DEGREES or abs(town.lon - lon) > NEAR_DEGREES:
        return False
    return title in {name.casefold() for name in (town.name, *town.names.values())}
