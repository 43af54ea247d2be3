"""The same map as a picture: SVG drawn by Python from the layers of a scene.

draw(scene) -> Markup              inline SVG for a page, coloured by classes
theme_css() -> str                 the style sheet of these classes, light and dark
document(scene, theme) -> Markup   an SVG document of its own
"""

from mapgen.picture.draw import document, draw
from mapgen.picture.scene import EventMarks, RegionShapes, Scene
from mapgen.picture.theme import theme_css

__all__ = ["EventMarks", "RegionShapes", "Scene", "document", "draw", "theme_css"]
