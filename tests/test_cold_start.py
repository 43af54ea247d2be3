"""What a command does not need is not loaded."""

import subprocess
import sys

import pytest

MEASURE = """
import sys
from mapgen.cli import main
sys.argv[1:] = {words!r}
try:
    main()
except SystemExit:
    pass
print(*(name for name in {heavy!r} if name in sys.modules), file=sys.stderr)
"""
HEAVY = ["geopandas", "pandas", "folium", "shapely", "watchfiles", "http.server", "mapgen.serve"]


def loaded(words: list[str], heavy: list[str]) -> list[str]:
    code = MEASURE.format(words=words, heavy=heavy)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split()


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["build", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded(words, HEAVY) == []


def test_a_build_loads_nothing_of_the_server() -> None:
    code = "import sys, mapgen.build; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = done.stdout.split()
    assert "geopandas" in names
    assert [name for name in names if name.startswith(("watchfiles", "mapgen.serve"))] == []
