"""What the page's script needs to know of the map that is not geometry; `spec.ts` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mapgen.layers import DataLayer, EventLayer, compact
from mapgen.page.countries import named
from mapgen.page.words import MANNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from folium.map import Layer

    from mapgen.page.map import Map

STATIC = ("direction", "list.", "maps", "describe.", "picture.", "embed.")
"""Begin the keys of words that no script says."""
KNOWN_TO_THE_SCRIPT = "en"
"""The language of which the script has the manner of writing in itself."""

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def spec(folium_map: Map, layers: Mapping[str, Layer], words: Mapping[str, str]) -> Markup:
    """Return the map's specification as JSON that no HTML parser reads as markup.

    It is of ASCII alone, as are data blocks and script: one letter of another alphabet makes a
    browser hold the megabytes that come with it as two bytes a letter, which takes longer.
    """
    static = STATIC if folium_map.lang != KNOWN_TO_THE_SCRIPT else (*STATIC, *MANNER)
    shown = {key: text for key, text in words.items() if not key.startswith(static)}
    found = {
        "lang": folium_map.lang,
        "box": folium_map.box(),
        "zooms": folium_map.zooms,
        "origins": folium_map.origins,
        "layers": [_layer_spec(id_, layer) for id_, layer in layers.items()],
        "words": shown | _countries(layers.values(), folium_map.lang),
    }
    text = compact(found, ascii_alone=True).decode()
    return Markup(text.translate(ESCAPES))  # noqa: S704 - escaped on this line


def _countries(layers: Iterable[Layer], lang: str) -> dict[str, str]:
    """Return the names of the countries that events lie in, as words of the page.

    The script asks the browser for those in English; of Pashto, browsers know none.
    """
    if lang == KNOWN_TO_THE_SCRIPT:
        return {}
    columns = [layer.frame["country"] for layer in layers if isinstance(layer, EventLayer)]
    codes = sorted({str(code) for column in columns for code in column.dropna().unique()})
    names = named(lang) if codes else {}
    english = named(KNOWN_TO_THE_SCRIPT)
    return {f"country.{code}": names[code] for code in codes if names[code] != english[code]}


def _layer_spec(id_: str, layer: Layer) -> dict[str, Any]:
    if isinstance(layer, DataLayer):
        return layer.spec()
    name = layer.layer_name
    bare = {"color": "", "certainty": "", "dashed": False, "types": []}
    return {"id": id_, "name": name, "kind": "other", **bare}
