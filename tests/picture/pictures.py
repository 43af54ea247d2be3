"""Reading a picture back."""

import xml.etree.ElementTree as ET

from markupsafe import Markup

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: Markup) -> ET.Element:
    return ET.fromstring(str(svg))  # noqa: S314 - our own markup


def of_class(svg: Markup, word: str) -> list[ET.Element]:
    return [e for e in parsed(svg).iter() if word in (e.get("class") or "").split()]


def texts(svg: Markup) -> list[str]:
    return ["".join(e.itertext()) for e in parsed(svg).iter(f"{SVG}text")]


def marks_of(svg: Markup) -> list[ET.Element]:
    return [mark for look in ("symbol", "shared") for mark in of_class(svg, look)]
