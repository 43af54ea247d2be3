"""What the wheel carries for every page: our script with Leaflet in it, the sheet, the licences."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from mapgen.errors import PublishError


@cache
def asset(name: str) -> str:
    """Return the text of a file of `mapgen/static`, with LF line ends as a browser hashes them.

    Raises:
        PublishError: when the package was installed without its bundle.
    """
    path = files("mapgen").joinpath("static", name)
    if not path.is_file():
        raise PublishError(
            f"{name} is missing from this installation of mapgen: "
            "install it with pip, which builds it from browser/."
        )
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def script(text: str) -> Markup:
    """Return script text that cannot close its own element.

    A backslash before the slash changes nothing to JavaScript, in strings and in expressions.
    """
    return Markup(text.replace("</", "<\\/").replace("<!--", "<\\!--"))  # noqa: S704 - code of ours, not data
