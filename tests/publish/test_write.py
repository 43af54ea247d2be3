"""Files leave whole or not at all."""

import os
from pathlib import Path

import pytest

from mapgen.errors import PublishError
from mapgen.publish import write, write_all


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


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    write(tmp_path / "a.html", "old")
    (tmp_path / "c.html").mkdir()
    files = {tmp_path / name: "new" for name in ("a.html", "b.html", "c.html")}
    with pytest.raises(PublishError, match=r"c\.html could not be written"):
        write_all(files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "c.html"]
    assert (tmp_path / "a.html").read_text() == "old"


def test_files_that_took_their_places_are_put_back_when_a_later_one_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.html", "old")
    time = (tmp_path / "a.html").stat().st_mtime_ns
    replace = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if target.name == "c.html":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    # The disk's refusal, which nothing but the disk could bring about at this very moment.
    monkeypatch.setattr(Path, "replace", stubborn)
    with pytest.raises(PublishError, match=r"c\.html could not be written: Permission denied"):
        write_all({tmp_path / name: "new" for name in ("a.html", "b.html", "c.html")})
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "old"
    assert (tmp_path / "a.html").stat().st_mtime_ns == time


def test_folders_that_were_made_in_vain_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    files = {tmp_path / "new" / "folder" / "a": "text", tmp_path / "file" / "b": "text"}
    with pytest.raises(PublishError):
        write_all(files)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_that_holds_the_text_already_keeps_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert write(path, "text")
    os.utime(path, ns=(1, 1))
    assert not write(path, "text")
    assert path.stat().st_mtime_ns == 1
