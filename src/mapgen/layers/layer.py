"""What all our layers share: a kind, an id, and data that travel in blocks, never as statements."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from folium.map import Layer
from folium.template import Template

from mapgen.errors import LayerError
from mapgen.layers.language import in_language
from mapgen.layers.slug import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopandas import GeoDataFrame

REGION_COLORS = ("#3f6b8c", "#8c5a3f", "#5c6b3f", "#6d4f80", "#3f7d77", "#80604f")
"""Quiet colours for regions that name none, given in order of the layers."""


class DataLayer(Layer):
    """A layer of the map that carries its data as blocks of bytes.

    Attributes:
        given_id: the slug that its maker gave it, or None.
        id: the given slug, or one made of the name, which the map makes unique.
        frame: the checked records of the layer.
    """

    kind: ClassVar[str]

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "const {{ this.get_name() }} = page.{{ this.kind }}s({{ this.id|tojson }});"
        "{% endmacro %}"
    )

    frame: GeoDataFrame

    def __init__(self, name: str, layer_id: str | None, shown: bool) -> None:
        super().__init__(name=name, overlay=True, control=True, show=shown)
        self._name = type(self).__name__
        if layer_id is not None and layer_id != slug(layer_id):
            raise LayerError(
                f"Layer {name!r}: the id is {layer_id!r}; expected lower-case Latin letters, "
                "digits and hyphens, such as 'attacks-2021'."
            )
        self.given_id = layer_id
        self.id = layer_id or slug(name)

    def tell_in(self, lang: str, words: Mapping[str, str]) -> None:  # noqa: ARG002 - for those with words of their own
        """Choose the words of the data for a page: those marked with its language, or unmarked.

        Args:
            lang: of the page.
            words: of the interface in that language.
        """
        self.frame = in_language(self.frame, lang)

    @abstractmethod
    def blocks(self) -> dict[str, bytes]:
        """Return the layer's data by the id of the block that carries it."""

    @abstractmethod
    def spec(self) -> dict[str, Any]:
        """Return what the layer control and the cards need to know of the layer."""

    def _get_self_bounds(self) -> list[list[float | None]]:
        """Return [[south, west], [north, east]] of the drawn records, as folium asks for it."""
        west, south, east, north = self.frame.total_bounds.tolist()
        if not west <= east:
            return [[None, None], [None, None]]
        return [[south, west], [north, east]]
