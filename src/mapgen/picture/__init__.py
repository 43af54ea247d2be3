"""The same map as a picture: SVG drawn by Python from the layers of a scene.

poster(scene) -> Poster            inline SVG for a page, coloured by classes, and its forms
draw(scene) -> Markup              the inline SVG alone
theme_css() -> str                 the style sheet of these classes, light and dark
sheet(scene, caption, ...)         an SVG document of its own: title, map, legend and credit
rasterised(svg, form) -> bytes     the same as PNG
small(png, width)                  and that as a small WebP
*_picture(...) -> Markup           small pictures that explain it in a legend
"""

from mapgen.picture.caption import KEYS, Caption, RegionEntry, TypeEntry
from mapgen.picture.draw import Poster, draw, poster
from mapgen.picture.form import CARD, PRESETS, Form, form_named, form_of
from mapgen.picture.png import rasterised
from mapgen.picture.scene import EventMarks, RegionShapes, Scene
from mapgen.picture.sheet import Ground, sheet
from mapgen.picture.small import small
from mapgen.picture.swatches import form_picture, place_picture, region_picture, type_picture
from mapgen.picture.theme import theme_css

__all__ = [
    "CARD",
    "KEYS",
    "PRESETS",
    "Caption",
    "EventMarks",
    "Form",
    "Ground",
    "Poster",
    "RegionEntry",
    "RegionShapes",
    "Scene",
    "TypeEntry",
    "draw",
    "form_named",
    "form_of",
    "form_picture",
    "place_picture",
    "poster",
    "rasterised",
    "region_picture",
    "sheet",
    "small",
    "theme_css",
    "type_picture",
]
