"""Which changes bring a build, and which do not."""

import os
from pathlib import Path

from served import EVENT, Desk

from mapgen.serve import Watch


def test_a_change_of_the_data_is_built(desk: Desk) -> None:
    path = desk.project.parent / "data" / "a.geojson"
    desk.next_build(lambda: path.write_text(EVENT.replace("NAME", "changed")))
    assert b"changed" in desk.get("/pages/one.html")[1]


def test_a_change_of_the_project_file_is_built(desk: Desk) -> None:
    text = desk.project.read_text().replace('"One"', '"Another title"')
    desk.next_build(lambda: desk.project.write_text(text))
    assert b"Another title" in desk.get("/pages/one.html")[1]


def test_a_new_file_that_a_glob_names_is_built(desk: Desk) -> None:
    path = desk.project.parent / "data" / "b.geojson"
    desk.next_build(lambda: path.write_text(EVENT.replace("NAME", "second")))
    assert b"second" in desk.get("/pages/one.html")[1]


def test_a_file_that_is_replaced_as_editors_do_is_built(desk: Desk) -> None:
    path, new = desk.project.parent / "data" / "a.geojson", desk.project.parent / "new"
    new.write_text(EVENT.replace("NAME", "replaced"))
    desk.next_build(lambda: new.replace(path))
    assert b"replaced" in desk.get("/pages/one.html")[1]


def test_a_folder_that_comes_later_is_watched_then(desk: Desk) -> None:
    text = desk.project.read_text().replace("data/*", "d*/**/*")
    desk.next_build(lambda: desk.project.write_text(text))
    deeper = desk.project.parent / "data" / "more" / "deeper"
    deeper.mkdir(parents=True)
    path = deeper / "c.geojson"
    desk.next_build(lambda: path.write_text(EVENT.replace("NAME", "deep")))
    assert b"deep" in desk.get("/pages/one.html")[1]


def test_a_fault_is_told_and_gone_when_it_is_mended(desk: Desk) -> None:
    path = desk.project.parent / "data" / "a.geojson"
    whole = path.read_text()
    desk.next_build(lambda: path.write_text(whole.replace("2020-01-02", "2020-13-02")))
    (fault,) = desk.board.state.faults
    assert "2020-13-02" in fault
    desk.next_build(lambda: path.write_text(whole))
    assert desk.board.state.faults == ()


def test_the_last_map_stands_while_there_is_a_fault(desk: Desk) -> None:
    before = desk.get("/pages/one.html")
    desk.next_build(lambda: desk.project.write_text("no = toml = at all"))
    assert desk.board.state.faults
    assert desk.get("/pages/one.html") == before


def test_a_project_file_that_was_no_toml_is_built_when_it_is_mended(desk: Desk) -> None:
    whole = desk.project.read_text()
    desk.next_build(lambda: desk.project.write_text("no = toml = at all"))
    desk.next_build(lambda: desk.project.write_text(whole))
    assert desk.board.state.faults == ()


def test_what_is_written_to_the_output_folder_brings_no_build(desk: Desk) -> None:
    (desk.project.parent / "output" / "one.html").write_text("scribbled over")
    (desk.project.parent / "notes.txt").write_text("beside the project file")
    assert desk.board.after(desk.board.state.build, 3.0) is None


def test_the_folder_of_the_output_is_not_watched(project: Path) -> None:
    (project.parent / "output").mkdir()
    assert project.parent / "output" not in Watch.of(project).folders


def test_what_belongs_to_a_shapefile_is_watched_with_it(project: Path) -> None:
    for ending in ("shp", "dbf", "txt"):
        (project.parent / "data" / f"a.{ending}").touch()
    text = project.read_text().replace("*.geojson", "*.shp")
    project.write_text(text)
    names = {path.name for path in Watch.of(project).stamps}
    assert names == {"mapgen.toml", "a.shp", "a.dbf"}


def test_a_relative_project_file_is_watched_like_an_absolute_one(project: Path) -> None:
    relative = Path(os.path.relpath(project))
    assert Watch.of(relative).folders == Watch.of(project.resolve()).folders
