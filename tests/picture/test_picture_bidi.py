"""Parts of a line stand in the order in which readers of both directions expect them."""

import pytest

from mapgen.picture.bidi import runs

# What is read, whether the line reads leftward, and its runs from left to right.
LINES = [
    ("Kabul 12%", False, ["Kabul 12%"]),
    ("کابل", True, ["کابل"]),
    ("حملات 2015", True, ["2015", "حملات "]),
    ("در Kabul و هرات", True, [" و هرات", "Kabul", "در "]),
    ("Kabul (کابل) today", False, ["Kabul (", "کابل", ") today"]),
    ("in کابل 12, then", False, ["in ", "12", "کابل ", ", then"]),
    ("۲٬۴۰۰ تن", True, [" تن", "۲٬۴۰۰"]),
    ("تا 12% کم", True, ["% کم", "12", "تا "]),
]


@pytest.mark.parametrize(("line", "leftward", "expected"), LINES)
def test_runs_stand_as_they_are_written(line: str, leftward: bool, expected: list[str]) -> None:
    assert [run.text for run in runs(line, leftward)] == expected


def test_only_letters_of_that_direction_run_leftward() -> None:
    assert [run.leftward for run in runs("در Kabul و 12", True)] == [False, True, False, True]


@pytest.mark.parametrize("leftward", [False, True])
def test_an_empty_line_has_no_runs(leftward: bool) -> None:
    assert runs("", leftward) == []
