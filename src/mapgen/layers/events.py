"""Events: one layer, its types as switches of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from mapgen.layers.layer import DataLayer
from mapgen.layers.order import packed
from mapgen.layers.pack import pack
from mapgen.layers.types import NO_TYPE, event_types
from mapgen.layers.words import ORDER, id_block, told, word_blocks
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

    Attributes:
        frame: the checked events in packed order, the order of the page's rows.
        types: those that occur.
        packed: the events with what is worked out for their packing.

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
        self.types = event_types(events["event_type"], types)
        self.packed = packed(events)
        self.frame = self.packed.events

    def tell_in(self, lang: str, words: Mapping[str, str]) -> None:
        """Choose the words of the events and the labels of their types for a page's language."""
        super().tell_in(lang, words)
        self.packed = replace(self.packed, events=self.frame, words=told(self.frame))
        self.types = tuple(
            replace(type_, label=words["event"])
            if type_ == NO_TYPE
            else replace(type_, label=type_.labels.get(lang, type_.label))
            for type_ in self.types
        )

    def blocks(self) -> dict[str, bytes]:
        """Return the numbers of the events, their ids where they are kept, and their words."""
        block, found = f"mapgen-{self.id}", self.packed
        blocks = {block: pack(found, self.types)}
        if found.ids != ORDER:
            blocks[f"{block}-ids"] = id_block(self.frame["id"])
        words = word_blocks(self.frame, found.words, found.rows)
        return blocks | {f"{block}-words-{number}": data for number, data in enumerate(words)}

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
