"""The figure that seals: one document with everything in it, made anew at every rendering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from branca.element import Element
from branca.element import Figure as BrancaFigure
from folium.map import Layer
from markupsafe import Markup

from mapgen.layers import Basemap, DataLayer, EventLayer, Features, PlaceLayer
from mapgen.page import words as wording
from mapgen.page.assets import asset, script
from mapgen.page.blocks import encoded
from mapgen.page.copy import for_rendering
from mapgen.page.describe import describe
from mapgen.page.gate import admit
from mapgen.page.ids import with_ids
from mapgen.page.legend import legend
from mapgen.page.scene import scene
from mapgen.page.seal import SLOT, sealed
from mapgen.page.spec import spec
from mapgen.page.templates import templates
from mapgen.page.twin import twin
from mapgen.picture import CARD, poster, theme_css

if TYPE_CHECKING:
    from mapgen.page.map import Map

TEMPLATES = templates("mapgen.page")


class Figure(BrancaFigure):
    """A branca.Figure whose rendering is the sealed page of its one map."""

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the sealed page.

        Raises:
            LayerError: when something on the map cannot be sealed.
        """
        admit(self)
        (original,) = self._children.values()
        folium_map: Map = for_rendering(original)  # type: ignore[assignment] # a figure of ours holds a map of ours
        stage = Figure()
        stage.add_child(folium_map)
        layers = with_ids(folium_map)
        words = wording.load(folium_map.lang)
        basemap = folium_map.with_basemap()
        for carrier in _carriers(folium_map):
            if isinstance(carrier, DataLayer):
                carrier.tell_in(folium_map.lang, words)
            if isinstance(carrier, PlaceLayer) and basemap:
                carrier.recognise(basemap.basemap.labels, folium_map.lang)
        folium_map.render(**kwargs)
        statements = "".join(part.render() for part in stage.script._children.values())  # noqa: SLF001 - branca has no other way in
        return _document(folium_map, layers, basemap, statements, words)

    def _repr_html_(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the page of the figure's map as a notebook shows it."""
        (only,) = self._children.values()
        folium_map: Map = only  # type: ignore[assignment] # a figure of ours holds a map of ours
        return folium_map._repr_html_(**kwargs)


def _document(
    folium_map: Map,
    layers: Mapping[str, Layer],
    basemap: Basemap | None,
    statements: str,
    words: Mapping[str, str],
) -> str:
    """Return the page of a map, sealed."""
    events = [layer for layer in layers.values() if isinstance(layer, EventLayer)]
    parts: dict[str, bytes] = {}
    for carrier in _carriers(folium_map):
        parts |= carrier.blocks()
    picture = poster(scene(folium_map, layers.values(), basemap))
    start = ", ".join(f'"{id_}": {layer.get_name()}' for id_, layer in layers.items())
    page = TEMPLATES.get_template("page.html.jinja").render(
        alt=words["picture.alt"].replace("{title}", folium_map.title),
        blocks=encoded(parts),
        bundle=script(asset("mapgen.js").strip()),
        container=folium_map.get_name(),
        counted=wording.counted,
        card=folium_map.card,
        card_px=(CARD.width_px, CARD.height_px),
        credits=basemap.credits if basemap else (),
        description=folium_map.description or describe(layers.values(), words, folium_map.lang),
        direction=wording.direction(folium_map.lang),
        lang=folium_map.lang,
        licences=Markup(asset("LICENSES.txt").strip().replace("--", "- -")),  # noqa: S704 - a licence, no data
        legend=legend(layers.values(), picture.forms, words),
        poster=picture.svg,
        seal=SLOT,
        spec=spec(folium_map, layers, words),
        statements=script(_tidy(f"{statements}\npage.start({{{start}}});")),
        style=Markup(theme_css() + asset("style.css").strip()),  # noqa: S704 - our own sheet, no data
        timeline=_takes_time(events),
        title=folium_map.title,
        twin=twin(events, words, folium_map.lang),
        url=folium_map.url,
        words=words,
        written=wording.written,
    )
    return sealed(page)


def _takes_time(layers: Sequence[EventLayer]) -> bool:
    """Return whether the events are of more than one day, so that the page has a timeline."""
    ends = [layer.frame[word] for layer in layers for word in ("start", "end")]
    known = [(days.min(), days.max()) for days in ends if days.notna().any()]
    return bool(known) and min(first for first, _ in known) < max(last for _, last in known)


def _carriers(element: Element) -> Iterator[Basemap | DataLayer | Features]:
    """Yield everything below an element whose data travel in blocks."""
    for child in element._children.values():  # noqa: SLF001 - branca has no other way in
        if isinstance(child, Basemap | DataLayer | Features):
            yield child
        yield from _carriers(child)


def _tidy(statements: str) -> str:
    """Return the statements without the indents and empty lines of folium's templates."""
    return re.sub(r"\n\s*", "\n", statements).strip()
