"""The map in a page that runs from right to left: what is laid over it lies where it belongs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mapgen.build import Report


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("size", [(360, 640), (1000, 700)], ids=["phone", "desk"])
def test_arrows_at_the_edge_stand_within_the_map_and_under_no_control(
    built: tuple[Path, Report], persian: Path, visit: Callable, size: tuple[int, int], lang: str
) -> None:
    folder = persian if lang == "fa" else built[0]
    page = visit(folder / "attacks.html", viewport={"width": size[0], "height": size[1]}).page
    hit = page.locator(".mg-edges button").evaluate_all(
        "all => all.map(it => { const {left, right, top, bottom} = it.getBoundingClientRect();"
        "return left >= 0 && right <= innerWidth && it.contains("
        "document.elementFromPoint((left + right) / 2, (top + bottom) / 2)) })"
    )
    assert len(hit) > 0
    assert all(hit)


def test_the_focus_of_a_mark_lies_where_it_does_from_left_to_right(
    built: tuple[Path, Report], persian: Path, visit: Callable
) -> None:
    def boxes(folder: Path) -> list[dict[str, float]]:
        marks = visit(folder / "nangarhar.html").page.locator(".mg-focus button").all()
        return [mark.bounding_box() for mark in marks]

    assert len(boxes(persian)) > 3
    assert boxes(persian) == boxes(built[0])
