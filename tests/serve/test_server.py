"""What the server answers, and to whom."""

import pytest
from served import Desk

from mapgen.errors import UsageError
from mapgen.serve import Board, server


def test_a_map_is_served_byte_for_byte(desk: Desk) -> None:
    status, data = desk.get("/pages/one.html")
    assert status == 200
    assert data == (desk.project.parent / "output" / "one.html").read_bytes()


@pytest.mark.parametrize("path", ["/", "/one", "/index"])
def test_the_shell_stands_at_the_name_of_a_map(desk: Desk, path: str) -> None:
    status, data = desk.get(path)
    assert status == 200
    assert b"/shell.js" in data


@pytest.mark.parametrize("name", ["index.html", "manifest.json"])
def test_the_other_files_of_a_build_are_served(desk: Desk, name: str) -> None:
    assert desk.get(f"/pages/{name}")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/pages/../mapgen.toml",
        "/pages/%2e%2e/mapgen.toml",
        "/pages/..%2fmapgen.toml",
        "/pages//etc/passwd",
        "/pages/%2fetc%2fpasswd",
        "/pages/",
        "/pages/one.html/",
        "/../shell/shell.html",
        "/mapgen.toml",
    ],
)
def test_nothing_but_the_files_of_the_build_is_served(desk: Desk, path: str) -> None:
    assert desk.get(path)[0] == 404


def test_a_file_beside_the_pages_that_no_build_made_is_not_served(desk: Desk) -> None:
    (desk.project.parent / "output" / "private.html").write_text("mine")
    assert desk.get("/pages/private.html")[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_name_that_is_not_this_machine_is_refused(desk: Desk, host: str) -> None:
    status, data = desk.get("/pages/one.html", Host=host)
    assert (status, b"localhost" in data) == (403, True)


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(desk: Desk, host: str) -> None:
    assert desk.get("/pages/one.html", Host=host)[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_written(desk: Desk, method: str) -> None:
    assert desk.get("/pages/one.html", method=method)[0] == 405


def test_head_answers_without_a_body(desk: Desk) -> None:
    assert desk.get("/pages/one.html", method="HEAD") == (200, b"")


def test_it_listens_on_the_loopback_address_only(desk: Desk) -> None:
    assert desk.server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(UsageError, match=r"Port \d+ cannot be had: .+ --port 0"):
        server(Board(), desk.server.server_port)
