"""Files leave whole or not at all."""

from pathlib import Path

import pytest

from mapgen.errors import PublishError
from mapgen.publish import write


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b.html", "text\n")
    assert (tmp_path / "a" / "b.html").read_bytes() == b"text\n"


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "a.html", "old")
    write(tmp_path / "a.html", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "new"


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file where a folder should be")
    with pytest.raises(PublishError, match=r"a/b\.html could not be written"):
        write(tmp_path / "a" / "b.html", "text")


def test_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    write(tmp_path / "a.html", "old")
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path / "a.html", "\ud800")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
