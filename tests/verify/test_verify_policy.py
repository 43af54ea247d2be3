"""What a policy lets in, and what is said of each hole."""

import pytest

from mapgen.verify.holes import holes
from mapgen.verify.policy import Policy, loads, parse, runs

DIGEST = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
TIGHT = "; base-uri 'none'; form-action 'none'"


def said(text: str) -> list[tuple[bool, str]]:
    return [(one.fault, one.text) for one in holes([parse(text + TIGHT)])]


def test_a_sealed_policy_has_no_hole() -> None:
    text = f"default-src 'none'; script-src '{DIGEST}'; style-src '{DIGEST}'; img-src data:"
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "script-src 'unsafe-inline'",
        "script-src 'unsafe-eval'",
        "script-src 'self'",
        "script-src 'nonce-abc'",
        "script-src blob:",
        "script-src data:",
        f"script-src '{DIGEST}' 'strict-dynamic'",
        "style-src 'unsafe-inline'",
        "img-src https:",
        "img-src *",
        "img-src *.tile.example",
        "connect-src https://data.example:443/x",
        "worker-src blob:",
        "frame-src data:",
    ],
)
def test_a_hole_is_a_fault_and_names_itself(text: str) -> None:
    (found,) = said(f"default-src 'none'; {text}")
    assert found[0]
    assert found[1].startswith(" ".join(text.replace(f" '{DIGEST}'", "").split()))


@pytest.mark.parametrize(
    "text",
    [
        f"script-src '{DIGEST}' 'unsafe-inline'",
        "img-src blob:",
        "script-src 'wasm-unsafe-eval'",
        "script-src 'unsafe-everything'",
        "frame-ancestors 'none'",
        "image-src 'none'",
        "default-src *",
    ],
)
def test_what_opens_nothing_is_a_note(text: str) -> None:
    (found,) = said(f"default-src 'none'; {text}")
    assert not found[0]


def test_without_default_src_what_no_directive_names_is_free() -> None:
    ((fault, text),) = said("script-src 'none'; style-src 'none'; img-src 'none'; font-src 'none'")
    assert fault
    assert text.startswith("The policy has no default-src, so nothing limits media, connections")


def test_base_and_form_are_not_covered_by_default_src() -> None:
    notes = [one.text for one in holes([parse("default-src 'none'")])]
    assert [note.split(" ")[0] for note in notes] == ["base-uri", "form-action"]


def test_what_one_policy_leaves_open_another_may_close() -> None:
    wide, tight = parse(f"default-src *{TIGHT}"), parse(f"default-src 'none'{TIGHT}")
    assert any(one.fault for one in holes([wide]))
    assert not any(one.fault for one in holes([wide, tight]))


@pytest.fixture
def policy() -> Policy:
    return parse("default-src 'none'; img-src data: https://*.a.example; script-src 'self'")


@pytest.mark.parametrize(
    ("load", "url", "let"),
    [
        ("img-src", "data:image/gif;base64,AA", True),
        ("img-src", "https://x.a.example/1.png", True),
        ("img-src", "https://a.example/1.png", False),
        ("img-src", "//x.a.example/1.png", True),
        ("img-src", "beside.png", False),
        ("script-src-elem", "beside.js", True),
        ("script-src-elem", "https://x.a.example/1.js", False),
        ("font-src", "data:font/woff2,AA", False),
    ],
)
def test_an_address_is_let_by_its_source(policy: Policy, load: str, url: str, let: bool) -> None:
    assert loads(policy, load, url) is let


@pytest.mark.parametrize(
    ("text", "load", "let"),
    [
        (f"script-src '{DIGEST}'", "script-src-elem", True),
        (f"script-src '{DIGEST.replace('+', '-').replace('/', '_')}'", "script-src-elem", True),
        (f"script-src '{DIGEST}'", "script-src-attr", False),
        (f"script-src '{DIGEST}' 'unsafe-hashes'", "script-src-attr", True),
        ("default-src 'unsafe-inline'", "style-src-elem", True),
        (f"script-src 'unsafe-inline' '{DIGEST[:-2]}A='", "script-src-elem", False),
        ("img-src 'none'", "script-src-elem", True),
    ],
)
def test_an_inline_script_is_let_by_its_hash(text: str, load: str, let: bool) -> None:
    assert runs(parse(text), load, [DIGEST]) is let
