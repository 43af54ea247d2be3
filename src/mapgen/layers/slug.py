"""Ids made of names."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """Return the name in lower-case Latin letters, digits and hyphens; "" when it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
