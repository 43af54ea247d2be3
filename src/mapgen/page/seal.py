"""The seal: a policy that lets only the document's own scripts and styles run, and nothing load."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

SLOT = "sha256-SEAL"
"""Stands in the document where the policy goes until its hashes are known."""


_DATA = re.compile(r"(?<=>)[A-Za-z0-9+/=]{1000,}(?=</script>)", re.ASCII)
"""A data block's text: letters and digits alone, of which no parser makes anything."""


class _Inline(HTMLParser):
    """Collects the text of inline scripts and styles as a browser hashes it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        runs = dict(attrs).get("type") in {None, "", "text/javascript"}
        self._open = tag if tag in self.texts and runs else ""
        if self._open:
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""


def policy(document: str) -> str:
    """Return the Content-Security-Policy of a document, by what an HTML parser reads in it."""
    inline = _Inline()
    inline.feed(_DATA.sub("", document))
    inline.close()
    scripts, styles = (_sources(inline.texts[tag]) for tag in ("script", "style"))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def sealed(document: str) -> str:
    """Return the document with its policy in the place of `SLOT`."""
    return document.replace(SLOT, policy(document), 1)


def _sources(texts: list[str]) -> str:
    return " ".join(dict.fromkeys(_hash(text) for text in texts)) or "'none'"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
