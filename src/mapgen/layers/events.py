"""Events: one layer, its types as switches of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from mapgen.layers.layer import DataLayer
from mapgen.layers.pack import pack, pack_stories
from mapgen.layers.types import UNTYPED, event_types
from mapgen.places import resolve
from mapgen.records import check_frame

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from mapgen.project import EventType


class EventLayer(DataLayer):
    """A layer of events.

    Args:
        events: points with the columns of `mapgen.records.schema`; every one but geometry may be
            missing. A polygon is an event of which only the area is known; null geometry is an
            event without a place, which is listed.
        name: what the layer control says.
        types: event types by id; None takes those in the data, with the default palette.
        id: slug for `data-layer`; made of the name when absent.
        shown: whether it is on when the page opens.

    Raises:
        RecordError: with every fault of the frame.
    """

    kind: ClassVar[str] = "event"

    def __init__(
        self,
        events: GeoDataFrame,
        name: str,
        types: Mapping[str, EventType] | None = None,
        id: str | None = None,  # noqa: A002 - the word for it, here as in HTML
        shown: bool = True,
    ) -> None:
        super().__init__(name, id, shown)
        if "placement" not in events.columns:
            checked = check_frame(events, "event", types)
            events = resolve(checked, checked.iloc[:0]).events
        words = events["event_type"].astype(object)
        self.frame = events.assign(event_type=words.fillna(UNTYPED))
        self.types = event_types(events["event_type"], types)

    def blocks(self) -> dict[str, bytes]:
        """Return the numbers of the events, and their words."""
        block = f"mapgen-{self.id}"
        return {
            block: pack(self.frame, self.types),
            f"{block}-words": pack_stories(self.frame, self.types),
        }

    def spec(self) -> dict[str, Any]:
        """Return the layer's name and its types with their counts."""
        counts = self.frame["event_type"].value_counts()
        return {
            "id": self.id,
            "name": self.layer_name,
            "kind": self.kind,
            "color": "",
            "certainty": "",
            "dashed": False,
            "types": [
                {
                    "id": type_.id,
                    "label": type_.label,
                    "color": type_.color,
                    "symbol": type_.symbol,
                    "count": int(counts.get(type_.id, 0)),
                }
                for type_ in self.types
            ],
        }
