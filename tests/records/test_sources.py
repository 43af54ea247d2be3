"""An event names its sources, each with a title and an address that a reader may follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from written import SOURCE, Checked, Faults, event

from mapgen.records import Source

Fault = Callable[..., str]
LIST = 'expected a list such as [{"title": "...", "publisher": "...", "url": "https://..."}]'
ADDRESS = "expected an address that begins with https:// or http://"


def test_a_source_keeps_what_is_told_of_it(checked: Checked) -> None:
    given = SOURCE | {"date": "2021-08-27", "archive_url": "https://example.org/b"}
    assert checked(event(sources=[given])).events["sources"][0] == (
        Source(
            "A report", "A paper", "2021-08-27", "https://example.org/a", "https://example.org/b"
        ),
    )


def test_null_in_a_source_is_not_told(checked: Checked) -> None:
    (source,) = checked(event(sources=[{"title": "T", "url": None}])).events["sources"][0]
    assert source == Source("T")


def test_a_key_that_is_no_slip_is_passed_over(checked: Checked) -> None:
    sources = [SOURCE | {"checked": True}]
    assert len(checked(event(sources=sources)).events["sources"][0]) == 1


@pytest.mark.parametrize(
    ("sources", "problem"),
    [
        ([{"url": "https://example.org"}], "source 1 has no title"),
        ([{"title": ""}], "source 1 has no title"),
        ([SOURCE, {"title": 5}], "source 2: title is 5, expected text"),
        (
            [{"title": "T", "url": "javascript:alert(1)"}],
            f'source 1: url is "javascript:alert(1)", {ADDRESS}',
        ),
        ([{"title": "T", "url": "example.org"}], f'source 1: url is "example.org", {ADDRESS}'),
        ([{"title": "T", "url": "https://"}], f'source 1: url is "https://", {ADDRESS}'),
        ([{"title": "T", "url": "http://[1"}], f'source 1: url is "http://[1", {ADDRESS}'),
        (
            [{"title": "T", "url": "https://a b.org"}],
            f'source 1: url is "https://a b.org", {ADDRESS}',
        ),
        (
            [{"title": "T", "archive_url": "ftp://example.org"}],
            f'source 1: archive_url is "ftp://example.org", {ADDRESS}',
        ),
        ([{"title": "T", "urls": "x"}], 'source 1 has the key "urls"; did you mean "url"?'),
        (["Reuters"], f'source 1 is "Reuters", {LIST}'),
        ({"title": "T"}, f'is {{"title": "T"}}, {LIST}'),
        (
            '[{"title": "T"',
            (
                'is "[{\\"title\\": \\"T\\"", which is no JSON '
                f"(Expecting ',' delimiter at 14); {LIST}"
            ),
        ),
        ("x" * 100_001, "holds 100,001 characters, expected at most 100,000"),
        (
            "[" * 99_999,
            f'is "{"[" * 59}…, which is no JSON (nested too deeply); {LIST}',
        ),
        ("Reuters", f'is "Reuters", which is no JSON (Expecting value at 0); {LIST}'),
    ],
)
def test_a_source_that_cannot_be_followed_is_named(
    fault: Fault, sources: object, problem: str
) -> None:
    assert fault(sources=sources) == f"e, sources: {problem}"


@pytest.mark.parametrize("nothing", [None, [], "", "[]", "null"])
def test_an_event_without_a_source_is_a_warning(checked: Checked, nothing: object) -> None:
    (warning,) = checked(event(sources=nothing)).warnings
    assert str(warning) == "a.geojson, e, sources: is missing, expected at least one source"


def test_an_event_without_a_source_is_an_error_where_the_project_is_strict(faults: Faults) -> None:
    assert faults(event(sources=[]), strict=True) == [
        "e, sources: is missing, expected at least one source"
    ]


def test_a_wrong_source_is_not_missing_too(faults: Faults) -> None:
    assert len(faults(event(sources="Reuters"), strict=True)) == 1


def test_an_event_without_a_source_has_an_empty_tuple(checked: Checked) -> None:
    assert checked(event(sources=None)).events["sources"].tolist() == [()]


def test_a_place_needs_no_source(checked: Checked) -> None:
    assert checked(event(kind="place", sources=None)).warnings == ()
