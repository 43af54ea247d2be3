"""mapgen image: one map of a project as a picture, the same on every machine."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

COMMAND = [sys.executable, "-c", "from mapgen.cli import main; main()", "image"]
SMALL = ("--size", "600x400")


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def drawn(root: Path, file: Path, *words: str, **environment: str) -> bytes:
    found = run(root, "attacks", "--output", str(file), *words, **environment)
    assert found.returncode == 0, found.stderr
    return file.read_bytes()


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_two_processes_write_the_same_bytes(root: Path, tmp_path: Path, kind: str) -> None:
    one = drawn(root, tmp_path / f"one.{kind}", *SMALL, PYTHONHASHSEED="1")
    assert drawn(root, tmp_path / f"two.{kind}", *SMALL, PYTHONHASHSEED="2") == one


def test_no_font_of_the_machine_is_used(root: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    bare = {"HOME": str(home), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    bare |= {"XDG_DATA_HOME": str(home), "XDG_DATA_DIRS": str(home)}
    usual = drawn(root, tmp_path / "usual.png", *SMALL)
    assert drawn(root, tmp_path / "bare.png", *SMALL, **bare) == usual


def test_a_card_is_of_the_size_that_networks_show(root: Path, tmp_path: Path) -> None:
    assert Image.open(io.BytesIO(drawn(root, tmp_path / "a.png"))).size == (1200, 630)


def test_a_picture_for_paper_has_the_size_of_the_paper(root: Path, tmp_path: Path) -> None:
    svg = drawn(root, tmp_path / "a.svg", "--preset", "print").decode()
    assert 'width="297mm" height="210mm"' in svg[:300]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["attacs"], 2, 'mapgen.toml has no map "attacs"; did you mean "attacks"?'),
        (["attacks", "--output", "a.jpg"], 2, "a.jpg names no format of pictures"),
        (["attacks", "--size", "20x30"], 2, "The width of a picture is 20 pixels"),
        (["attacks", "--output", "/proc/none/a.png"], 3, "/proc/none/a.png could not be written"),
        (["attacks", "--project", "none.toml"], 1, "none.toml: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    root: Path, words: list[str], code: int, sentence: str
) -> None:
    found = run(root, *words)
    assert found.returncode == code
    assert sentence in found.stderr
    assert "Traceback" not in found.stderr
