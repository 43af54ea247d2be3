"""The colours of the picture: its own style sheet, light and dark, made from the one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.picture.style import style

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = ".mg-picture "
HUES = {"light": "currentColor", "dark": "color-mix(in srgb,currentColor {:.0%},white)"}
# What a picture that stands alone has beside: its paper, its letters and the quieter of them.
SHEET = {
    "light": {"sheet": "#fdfcfa", "ink": "#22211f", "muted": "#5f5a53"},
    "dark": {"sheet": "#14181b", "ink": "#eceae6", "muted": "#a9aeb3"},
}
SHEET_RULES: Mapping[str, str] = {
    ".names.letters": "paint-order:stroke;stroke:{halo};stroke-width:3;stroke-linejoin:round",
    ".scale": "fill:none;stroke:{town};stroke-width:1.2",
}
# What each class takes from the table; `{name}` stands for a colour of it. Regions and areas are
# drawn on the grid of path data, of half pixels. `{hue}` is the colour of the data, which elements
# bring as their `color`, by the light.
RULES: Mapping[str, str] = {
    ".sea": "fill:{sea}",
    ".glow": "fill:none;stroke:{glow};stroke-opacity:.24;stroke-linejoin:round",
    ".land": "fill:{land};fill-rule:evenodd",
    ".coast": "fill:none;stroke:{coast};stroke-linejoin:round",
    ".lake": "fill:{sea};stroke:{coast};fill-rule:evenodd",
    ".river": "fill:none;stroke:{river};stroke-linejoin:round;stroke-linecap:round",
    ".province": "fill:none;stroke:{province}",
    ".border": "fill:none;stroke:{border};stroke-linejoin:round",
    ".disputed": "fill:none;stroke:{disputed}",
    ".region": "fill:{hue};stroke:{hue};fill-opacity:.16;stroke-opacity:.3;fill-rule:evenodd",
    ".certain": "stroke-opacity:.95;stroke-width:3.2",
    ".schematic": "fill-opacity:.12",
    ".claim": "fill-opacity:.05;stroke-opacity:.9;stroke-width:3.6;stroke-dasharray:14 10",
    ".area": "stroke:{hue};fill-opacity:.6;stroke-opacity:.1;stroke-width:14;fill-rule:evenodd",
    ".hatch": "fill:none;stroke:{hue}",
    ".ring": "fill:{hue};fill-opacity:.08;stroke:{hue};stroke-width:1.2",
    ".around": "fill:{hue};fill-opacity:.25",
    ".solid": "fill:{hue}",
    ".dashed": "fill:{hue};fill-opacity:{tint};stroke:{hue}",
    ".hollow": "fill:none;stroke:{hue}",
    ".rim": "fill:{paper};stroke:{paper}",
    ".veil": "fill:{paper};fill-opacity:.75",
    ".paper": "fill:{paper}",
    ".line": "fill:none;stroke:{ink};stroke-width:1.2",
    ".broken": "stroke-dasharray:3.5 2.5",
    ".near": "fill:none;stroke:{hue};stroke-width:1.2",
    ".heart": "fill:none;stroke:{paper};stroke-width:1",
    ".broken-share": "stroke-dasharray:4 2.5",
    ".share": "fill:none;stroke:{hue};stroke-width:2.5",
    ".slices": "fill:none;stroke:{hue}",
    ".dots": "fill:none;stroke:{hue};stroke-linecap:round",
    ".pale": "stroke-opacity:{tint}",
    ".paper-dots": "fill:none;stroke-linecap:round;stroke:{paper}",
    ".numbers": "paint-order:stroke;stroke:{paper};stroke-width:3;stroke-linejoin:round",
    ".numbers text": "fill:{ink};text-anchor:middle;font-weight:600",
    ".names": "paint-order:stroke;stroke:{halo};stroke-width:3;stroke-linejoin:round",
    ".dot": "stroke:{dot}",
    ".place-rim": "stroke:{halo}",
    ".place-dot": "stroke:{ink}",
    ".place-heart": "stroke:{paper}",
    ".place": "fill:{ink}",
}


def theme_css() -> str:
    """Return the style sheet of every picture in a page.

    The colours are custom properties of `:root`, `--mg-` and their name in the table, for the rest
    of the page to use. They are dark where the reader asks for it, unless `data-theme` on the root
    says otherwise, and always light on paper.
    """
    light, dark = _properties("light"), _properties("dark")
    rules = _rules({name: f"var(--mg-{name})" for name in (*_palette("light"), "hue")}, RULES)
    return (
        f":root{{{light}}}\n"
        "@media screen and (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
        f"{rules}"
    )


def fixed_css(theme: str) -> str:
    """Return the style sheet of a picture that stands alone, in the colours of one theme.

    Its text has become outlines, of the class `letters`. Not every drawer of SVG mixes colours:
    those of the data must be mixed already.
    """
    rules = {**RULES, **SHEET_RULES}
    rules = {selector.replace(" text", " .letters"): rule for selector, rule in rules.items()}
    return _rules({**_palette(theme), "hue": "currentColor"}, rules)


def sheet_colors(theme: str) -> dict[str, str]:
    """Return the colours of what stands round the map: sheet, ink and muted."""
    return SHEET[theme]


def _palette(theme: str) -> dict[str, str]:
    """Return the colours of a theme by name."""
    return {**style()[theme], **style()["marks"][theme]}


def _properties(theme: str) -> str:
    """Return the colours of a theme as custom properties; `hue` is resolved where it is used."""
    colors = {**_palette(theme), "hue": HUES[theme].format(style()["marks"]["hue"])}
    return ";".join(f"--mg-{name}:{color}" for name, color in colors.items())


def _rules(colors: Mapping[str, str], rules: Mapping[str, str]) -> str:
    """Return the rules with their colours."""
    inks = {f".{look['ink']}": f"fill:{{{look['ink']}}}" for look in style()["labels"].values()}
    tint = style()["marks"]["tint"]
    return "".join(
        f"{PREFIX}{selector}{{{rule.format(**colors, tint=tint)}}}\n"
        for selector, rule in {**rules, **inks}.items()
    )
