"""A map in a notebook: its sealed page in a frame, inside the notebook itself."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

HEIGHT_PX = 640
"""Shows the title, the map and its timeline without scrolling in the width of a notebook."""

TEMPLATES = Environment(
    loader=PackageLoader("mapgen.page", "."), autoescape=True, undefined=StrictUndefined
)


def framed(page: str, title: str) -> str:
    """Return a page as a frame that holds it whole: nothing is loaded to show it.

    The frame runs the page's scripts with no rights over the notebook. What a reader opens from
    it, such as a source, opens as an ordinary page.
    """
    template = TEMPLATES.get_template("notebook.html.jinja")
    return template.render(page=page, title=title, height_px=HEIGHT_PX)
