"""What `mapgen verify` says of real pages, opened in a real Chromium."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Reports = Mapping[str, dict[str, Any]]
Faults = Callable[[str], list[str]]

REFUSED = "matches no hash of the policy, so a browser refuses it"


def urls(report: dict[str, Any]) -> list[str]:
    return [one["url"] for one in report["requests"]]


def test_a_page_as_built_is_sealed(reports: Reports) -> None:
    report = reports["sealed"]
    assert report["sealed"]
    assert report["findings"] == []
    assert report["requests"] == []


def test_a_sealed_page_was_opened_and_tried(reports: Reports) -> None:
    seen = reports["sealed"]["browser"]
    assert seen["state"] == "ready"
    assert seen["switches_tried"] >= 1
    assert seen["events_opened"] == 1
    assert seen["console"] == []


def test_every_script_and_style_of_a_sealed_page_is_let_by_its_hash(reports: Reports) -> None:
    assert reports["sealed"]["inline"] == [
        {"what": "script", "there": 3, "let": 3},
        {"what": "style", "there": 1, "let": 1},
    ]


def test_no_variant_but_the_page_as_built_is_sealed(reports: Reports) -> None:
    assert [name for name, report in reports.items() if report["sealed"]] == ["sealed"]


def test_one_byte_of_a_script_changed_is_seen(reports: Reports, faults: Faults) -> None:
    assert f"The script {REFUSED}" in faults("byte")
    assert reports["byte"]["inline"][0] == {"what": "script", "there": 3, "let": 2}


def test_the_hash_of_what_was_there_before_is_noted(reports: Reports) -> None:
    notes = [one["text"] for one in reports["byte"]["findings"] if not one["fault"]]
    assert any("is the hash of nothing that stands in the page" in note for note in notes)


def test_a_hash_removed_is_seen(faults: Faults) -> None:
    assert f"The script {REFUSED}" in faults("hash")


def test_the_browser_refuses_what_the_reading_says_it_would(faults: Faults) -> None:
    for name in ("byte", "hash"):
        refusals = [text for text in faults(name) if text.startswith("The browser refused inline")]
        assert len(refusals) == 1
        assert refusals[0].endswith("by script-src-elem")


def test_an_image_from_elsewhere_is_seen_though_the_policy_refuses_it(reports: Reports) -> None:
    (asked,) = reports["image"]["requests"]
    assert asked["url"] == "https://tiles.example/1.png"
    assert asked["kind"] == "image"
    assert asked["fate"] == "refused"
    assert asked["seen"] is False


def test_a_style_sheet_of_a_style_sheet_is_seen(reports: Reports, faults: Faults) -> None:
    assert urls(reports["import"]) == ["https://css.example/a.css"]
    assert f"The style {REFUSED}" in faults("import")


def test_an_event_handler_is_seen(faults: Faults) -> None:
    assert f"The onclick of <main> {REFUSED}" in faults("onclick")


def test_a_policy_after_the_scripts_is_seen(faults: Faults) -> None:
    assert "The script stands before the policy, which does not govern it" in faults("moved")
    assert "The style stands before the policy, which does not govern it" in faults("moved")


def test_a_fetch_under_an_open_policy_is_seen(reports: Reports, faults: Faults) -> None:
    (asked,) = reports["fetch"]["requests"]
    assert asked["url"] == "https://data.example/j"
    assert asked["line"] == 0
    assert asked["seen"]
    assert "default-src * lets any host be asked" in faults("fetch")
    assert "default-src 'unsafe-inline' lets any script that stands in the page apply" in faults(
        "fetch"
    )


def test_an_image_that_waits_for_a_reader_is_seen_by_reading(reports: Reports) -> None:
    (asked,) = reports["later"]["requests"]
    assert asked["fate"] == "let"
    assert asked["seen"] is False


def test_what_is_fetched_when_a_switch_is_turned_is_seen(reports: Reports) -> None:
    assert urls(reports["switched"]) == ["https://late.example/"]
    assert all(one["later"] for one in reports["switched"]["browser"]["requests"])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("socket", "wss://socket.example/s"),
        ("peer connection", "stun:peer.example"),
        ("service worker", "worker.js"),
    ],
)
def test_a_way_out_that_is_no_request_is_seen(faults: Faults, kind: str, text: str) -> None:
    assert f"The open page tried to open a {kind}: {text}" in faults("ways")


def test_a_beacon_and_a_page_that_leaves_are_seen(reports: Reports) -> None:
    assert urls(reports["ways"]) == ["https://beacon.example/b", "https://away.example/?told"]


def test_a_default_folium_map_is_reported_with_its_requests(
    reports: Reports, pages: Mapping[str, Path]
) -> None:
    written = re.findall(
        r'<(?:script src|link rel="stylesheet" href)="([^"]+)"',
        pages["folium"].read_text(encoding="utf-8"),
    )
    assert len(written) == 10
    assert urls(reports["folium"]) == written
    assert all(one["seen"] for one in reports["folium"]["requests"])


def test_a_default_folium_map_has_no_policy(faults: Faults) -> None:
    (fault,) = faults("folium")
    assert fault.startswith("It has no Content-Security-Policy that counts")


def test_the_console_of_a_map_without_its_library_is_told(reports: Reports) -> None:
    said = {one["text"]: one["times"] for one in reports["folium"]["browser"]["console"]}
    assert said["Failed to load resource: net::ERR_FAILED"] == 10
    assert said["L is not defined"] == 1
