"""A page in frames of others, and a page whose data are damaged."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mapgen.build import Report

READY = "html[data-mapgen=ready]"


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-popups"])
def test_a_page_draws_in_a_sandboxed_frame(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path, sandbox: str
) -> None:
    address = (built[0] / "nangarhar.html").as_uri()
    parent = tmp_path / "parent.html"
    parent.write_text(f'<iframe sandbox="{sandbox}" src="{address}" width=600 height=400></iframe>')
    page = browser.new_page()
    page.goto(parent.as_uri())
    page.frame_locator("iframe").locator(READY).wait_for(state="attached")
    page.close()


def test_a_page_draws_as_srcdoc(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path
) -> None:
    text = html.escape((built[0] / "nangarhar.html").read_text(encoding="utf-8"), quote=True)
    parent = tmp_path / "parent.html"
    parent.write_text(
        f'<meta charset="utf-8"><iframe sandbox="allow-scripts" srcdoc="{text}"></iframe>',
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(parent.as_uri())
    page.frame_locator("iframe").locator(READY).wait_for(state="attached")
    page.close()


def test_a_frame_that_is_out_of_sight_is_ready_before_it_is_seen(
    built: tuple[Path, Report], browser: Browser, tmp_path: Path
) -> None:
    # The browser draws nothing of such a frame, so that no picture of it ever comes.
    parent = tmp_path / "parent.html"
    frame = (
        f'<iframe sandbox="allow-scripts" src="{(built[0] / "attacks.html").as_uri()}"></iframe>'
    )
    parent.write_text(f'<p style="height: 4000px"></p>{frame}', encoding="utf-8")
    page = browser.new_page()
    page.goto(parent.as_uri())
    page.frame_locator("iframe").locator(READY).wait_for(state="attached")
    assert page.evaluate("scrollY") == 0
    page.close()


def test_damaged_data_are_said_and_the_poster_stands(
    built: tuple[Path, Report], visit: Callable, tmp_path: Path
) -> None:
    whole = (built[0] / "nangarhar.html").read_text(encoding="utf-8")
    block = re.search(r'id="mapgen-events">([^<]+)<', whole)
    assert block is not None
    damaged = tmp_path / "damaged.html"
    damaged.write_text(whole.replace(block[1], block[1][: len(block[1]) // 8 * 4]))
    page = visit(damaged, ready=False).page
    page.locator("html[data-mapgen=failed]").wait_for(state="attached")
    assert page.get_by_role("alert").is_visible()
    assert page.locator(".mg-poster svg").is_visible()
    assert page.locator(".mg-twin tbody tr").count() > 0
