"""A page's elements in document order, by an HTML parser that passes the standard's own tests.

The standard library's parser will not do: before Python 3.14 it reads `</script foo>` as text and
the words of a `<title>` or `<textarea>` as elements, so that a page could show it one document and
a browser another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from justhtml import JustHTML


@dataclass(frozen=True)
class Tag:
    """An element as written.

    Attributes:
        place: where it begins, characters from 0; in a frame's own document, where the frame does.
        line: the same as a line from 1.
        name: in lower case, of SVG as SVG spells it.
        foreign: whether it is of SVG or MathML.
        attrs: names as the parser spells them, and values.
        text: the characters directly inside it.
        in_head: whether it is a child of the head.
        framed: whether it stands in a frame's own document (`srcdoc`).
    """

    place: int
    line: int
    name: str
    foreign: bool
    attrs: Mapping[str, str]
    text: str
    in_head: bool
    framed: bool = False


def tags(page: bytes | str, *, scripting: bool) -> Iterator[Tag]:
    """Yield the elements of a page, those of templates and of `srcdoc` frames included."""
    parsed = JustHTML(page, sanitize=False, track_node_locations=True, scripting_enabled=scripting)
    # A stack, not recursion: markup nests as deep as it likes.
    ahead: list[Any] = [parsed.root]
    while ahead:
        node = ahead.pop()
        content = getattr(node, "template_content", None)
        ahead.extend(reversed([*(node.children or ()), *([content] if content else ())]))
        if node.name.startswith(("#", "!")):
            continue
        tag = _tag(node)
        yield tag
        if tag.name == "iframe" and "srcdoc" in tag.attrs:
            yield from _framed(tag, scripting=scripting)


def _tag(node: Any) -> Tag:  # noqa: ANN401 - the parser's kinds of nodes share no base that says so
    return Tag(
        place=node.origin_offset or 0,
        line=node.origin_line or 1,
        name=node.name,
        foreign=node.namespace != "html",
        attrs={name: value or "" for name, value in node.attrs.items()},
        text="".join(child.data for child in node.children or () if child.name == "#text"),
        in_head=node.parent is not None and node.parent.name == "head",
    )


def _framed(frame: Tag, *, scripting: bool) -> Iterator[Tag]:
    for tag in tags(frame.attrs["srcdoc"], scripting=scripting):
        yield Tag(
            frame.place, frame.line, tag.name, tag.foreign, tag.attrs, tag.text, False, framed=True
        )
