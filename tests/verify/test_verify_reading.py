"""A page read strictly, as an HTML parser sees it."""

import base64
import hashlib

import pytest

from mapgen.verify.read import read


def asked(markup: str) -> list[tuple[str, str]]:
    reading = read(f'<!doctype html><meta charset="utf-8">{markup}'.encode())
    return [(one.kind, one.url) for one in reading.asks]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<img src=//x.example/a>", "image"),
        ("<img srcset='data:image/gif;base64,AA 1x'>", "image"),
        ("<input type=image src=a.png>", "image"),
        ("<video poster=a.png></video>", "image"),
        ("<body background=a.png>", "image"),
        ("<video src=a.webm></video>", "media file"),
        ("<audio><source src=a.ogg></audio>", "media file"),
        ("<script src=a.js></script>", "script"),
        ("<link rel=modulepreload href=a.js>", "script"),
        ("<link rel='alternate STYLESHEET' href=a.css>", "style sheet"),
        ("<link rel='shortcut icon' href=a.ico>", "icon"),
        ("<link rel=preload as=font href=a.woff2>", "font"),
        ("<link rel=dns-prefetch href=//x.example>", "connection ahead of need"),
        ("<link rel=preconnect href=//x.example>", "connection ahead of need"),
        ("<link rel=manifest href=a.json>", "manifest"),
        ("<iframe src=a.html></iframe>", "frame"),
        ("<object data=a.svg></object>", "embedded object"),
        ("<embed src=a.svg>", "embedded object"),
        ("<a href=#x ping=https://x.example>x</a>", "report of a click"),
        ("<svg><use href='a.svg#x'/></svg>", "part of another picture"),
        ("<svg><image xlink:href=a.png /></svg>", "image"),
        ("<svg><feImage href=a.png /></svg>", "image"),
        ("<svg><script href=a.js /></svg>", "script"),
        ("<svg><rect fill='url(a.svg#x)'/></svg>", "image of a style"),
        ("<svg><set attributeName=href to=a.png /></svg>", "animated address"),
        ("<p style='background: url(a.png)'>", "image of a style"),
        ("<style>@font-face { src: url(a.woff2) }</style>", "font"),
        ("<style>@IMPORT 'a.css';</style>", "style sheet of a style sheet"),
        ("<style>a { b: u\\72l( 'a.png' ) }</style>", "image of a style"),
        ("<style>a { b: image-set('a.png' 1x) }</style>", "image of a style"),
        ("<style>@media print { a { b: url(a.png) } }</style>", "image of a style"),
        ("<meta http-equiv=refresh content='0; url=a.html'>", "page in the place of this one"),
        ("<noscript><img src=a.png></noscript>", "image"),
        ("<noscript><style></noscript><img src=a.png></style>", "image"),
        ("<template><img src=a.png></template>", "image"),
        ("<iframe srcdoc='&lt;img src=a.png>'></iframe>", "image"),
        ("<script></script foo><img src=a.png>", "image"),
        ("<!--><img src=a.png>-->", "image"),
    ],
)
def test_what_a_browser_would_fetch_is_found(markup: str, kind: str) -> None:
    assert [found for found, _ in asked(markup)] == [kind]


@pytest.mark.parametrize(
    "markup",
    [
        "<a href=https://x.example>x</a>",
        "<link rel=canonical href=https://x.example>",
        "<title><img src=a.png></title>",
        "<textarea><img src=a.png></textarea>",
        "<!-- <img src=a.png> -->",
        "<script type=application/json>'<img src=a.png>'</script>",
        "<style>/* url(a.png) */ a::after { content: 'url(a.png)' }</style>",
        "<style>@namespace url(http://www.w3.org/2000/svg);</style>",
        "<svg><use href='#x'/><rect fill='url(#x)'/></svg>",
        "<input type=text src=a.png>",
    ],
)
def test_what_a_browser_would_not_fetch_is_not(markup: str) -> None:
    assert [url for _, url in asked(markup) if not url.startswith("#")] == []


def test_every_address_of_a_srcset_is_found() -> None:
    found = asked("<img srcset='a.png 1x, data:image/gif;base64,AA 2x,b.png 3x'>")
    assert [url for _, url in found] == ["a.png", "data:image/gif;base64,AA", "b.png"]


def test_an_address_is_read_without_spaces_and_line_ends() -> None:
    assert asked("<img src=' https://x.exa\nmple/ '>") == [("image", "https://x.example/")]


def test_the_hash_is_taken_over_what_a_parser_reads() -> None:
    reading = read("<!doctype html><meta charset=utf-8><script>é\r\nx\0</script>".encode())
    digest = base64.b64encode(hashlib.sha256("é\nx\N{REPLACEMENT CHARACTER}".encode()).digest())
    assert reading.inlines[0].digests[0] == f"sha256-{digest.decode()}"


def test_a_data_block_is_no_script() -> None:
    assert read(b"<script type='application/octet-stream'>AAAA</script>").inlines == ()


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<p onclick=go()>", "onclick of <p>"),
        ("<svg onload=go()>", "onload of <svg>"),
        ("<p style=color:red>", "style attribute of <p>"),
        ("<a href=' java\tscript:go()'>x</a>", "javascript: address of <a>"),
        ("<script type=module>go()</script>", "script"),
        ("<svg><script>go()</script></svg>", "script"),
        ("<svg><style>a{}</style></svg>", "style"),
    ],
)
def test_what_runs_or_applies_is_found(markup: str, what: str) -> None:
    assert [one.what for one in read(markup.encode()).inlines] == [what]


@pytest.mark.parametrize(
    ("markup", "in_head"),
    [
        ("<meta http-equiv=Content-Security-Policy content=x>", True),
        ("<body><meta http-equiv=Content-Security-Policy content=x>", False),
        ("<p>text<meta http-equiv=Content-Security-Policy content=x>", False),
    ],
)
def test_a_policy_counts_in_the_head_alone(markup: str, in_head: bool) -> None:
    (meta,) = read(markup.encode()).metas
    assert meta.in_head is in_head


def test_a_link_is_where_a_reader_is_led_and_no_request() -> None:
    reading = read(b"<a href='https://x.example/'>x</a><form action='/send'></form>")
    assert [(way.what, way.url) for way in reading.ways] == [
        ("link", "https://x.example/"),
        ("form", "/send"),
    ]
    assert reading.asks == ()


def test_a_line_is_that_of_the_file() -> None:
    page = b"<!doctype html>\n<style>\na {}\n@import 'a.css';</style>\n\n<img src=a.png>"
    assert [one.line for one in read(page).asks] == [4, 6]
