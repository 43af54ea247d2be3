"""`mapgen verify` as a command: words, exit codes, files that are none, and no browser."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from commanded import command

NOWHERE = {"MAPGEN_CHROMIUM": "/nowhere/chromium", "PATH": ""}

Pages = Mapping[str, Path]


def test_the_exit_code_is_0_when_every_page_is_sealed(pages: Pages) -> None:
    done = command(str(pages["sealed"]), **NOWHERE)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"{pages['sealed']}: sealed"


def test_without_a_browser_the_report_says_that_only_the_file_was_read(pages: Pages) -> None:
    done = command(str(pages["sealed"]), **NOWHERE)
    assert (
        "Only the file was read: MAPGEN_CHROMIUM names /nowhere/chromium, "
        "where there is no browser." in done.stdout
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("byte", "The script matches no hash of the policy, so a browser refuses it."),
        ("image", "image https://tiles.example/1.png; the policy refuses it"),
        ("moved", "The script stands before the policy, which does not govern it."),
        ("fetch", "default-src * lets any host be asked."),
        ("folium", "It asks for 10 things outside itself:"),
    ],
)
def test_without_a_browser_the_verdict_stands(pages: Pages, name: str, sentence: str) -> None:
    done = command(str(pages[name]), **NOWHERE)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{pages[name]}: not sealed\n")
    assert sentence in done.stdout


def test_the_same_file_is_reported_in_the_same_words(pages: Pages) -> None:
    words = [str(pages["ways"]), str(pages["folium"])]
    assert command(*words).stdout == command(*words).stdout


def test_what_is_no_page_has_its_sentence_and_the_others_are_read(
    pages: Pages, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "data.json").write_text('{"type": "FeatureCollection"}')
    names = ["none.html", ".", "empty.html", "data.json"]
    files = [str(tmp_path / name) for name in names]
    done = command("--no-browser", *files, str(pages["sealed"]))
    assert done.returncode == 1
    assert done.stdout.splitlines()[:5] == [
        f"{files[0]}: not read. There is no such file.",
        f"{tmp_path}: not read. It is a folder; name the files in it.",
        f"{files[2]}: not read. It is empty.",
        f"{files[3]}: not read. It is no HTML page.",
        f"{pages['sealed']}: sealed",
    ]


def test_the_structure_says_why_no_browser_opened_the_page(pages: Pages) -> None:
    (report,) = json.loads(command("--json", str(pages["sealed"]), **NOWHERE).stdout)
    assert report["sealed"]
    assert report["browser"] is None
    assert "/nowhere/chromium" in report["no_browser"]


@pytest.mark.parametrize("words", [[], ["--colour"]])
def test_words_that_are_not_understood_give_exit_code_2(words: list[str]) -> None:
    assert command(*words).returncode == 2
