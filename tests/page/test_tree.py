"""What a screen reader is given, as text in `snapshots/`, compared exactly.

After a change that is meant: `RENEW=1 pytest tests/page/test_tree.py`, then read the diff.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mapgen.build import Report

SNAPSHOTS = Path(__file__).parent / "snapshots"
CARD = "mapgen.show('jalalabad-sikh-2018-07-01')"
PARTS = {
    "attacks": ("attacks", "void 0", "main"),
    "attacks-card": ("attacks", CARD, "[role=dialog]"),
    "khorasan": ("khorasan", "void 0", "main"),
}
"""A map, what is done to it, and the part of the page that is written down."""
SHORTEN = (
    "document.querySelectorAll('.mg-twin tbody tr:nth-child(n + 4)').forEach(it => it.remove())"
)
"""Three rows tell how a row is read."""


@pytest.mark.parametrize("name", PARTS)
def test_a_screen_reader_is_given_this(
    built: tuple[Path, Report], visit: Callable, name: str
) -> None:
    map_id, act, part = PARTS[name]
    page = visit(built[0] / f"{map_id}.html", reduced_motion="reduce").page
    if map_id == "attacks":
        heads = page.locator(".mg-twin thead button")
        expect(heads.first).to_be_attached()
    page.evaluate(f"void {act}")
    expect(page.locator(part)).to_be_visible()
    page.wait_for_timeout(500)
    page.evaluate(SHORTEN)
    told = page.locator(part).aria_snapshot() + "\n"
    kept = SNAPSHOTS / f"{name}.yml"
    if os.environ.get("RENEW"):
        kept.write_text(told, encoding="utf-8")
    assert told == kept.read_text(encoding="utf-8")
