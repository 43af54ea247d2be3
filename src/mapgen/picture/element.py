"""Elements of SVG. Whatever stands in them as text or value is escaped."""

from __future__ import annotations

from markupsafe import Markup

# Characters that no XML document may hold (XML 1.0, 2.2) become the replacement character.
_REPLACED = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF],
    "\ufffd",
)


def element(name: str, /, *children: Markup | str, **attributes: str | float | None) -> Markup:
    """Return an element; children that are no markup are text, attributes of None are left out.

    `_` in an attribute's name stands for `-`, and one at its end is dropped: `class_`.
    """
    words = Markup().join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _written(value))
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup().join(
        child if isinstance(child, Markup) else child.translate(_REPLACED) for child in children
    )
    if not inside:
        return Markup("<{}{}/>").format(name, words)
    return Markup("<{0}{1}>{2}</{0}>").format(name, words, inside)


def number(value: float) -> str:
    """Return a number with at most one decimal and no needless character: `.5`, `-3`, `12.4`."""
    text = f"{round(value * 10) / 10:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _written(value: str | float) -> str:
    """Return an attribute's value as text."""
    if isinstance(value, str):
        return value.translate(_REPLACED)
    return f"{value:g}" if abs(value) < 1 else number(value)
