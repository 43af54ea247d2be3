"""A map is a picture too, and its page names the picture to those who share it."""

import io
import re
from pathlib import Path

import folium
import geopandas
import pytest
from PIL import Image
from shapely import Point, box

import mapgen
from mapgen.errors import LayerError, UsageError
from mapgen.page import file_and_kind
from mapgen.page.portrait import _period
from mapgen.page.words import load

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


def a_map(*dates: str, **words: object) -> mapgen.Map:
    drawn = mapgen.Map(**{"title": "A map", "basemap": False, **words})  # type: ignore[arg-type] # the test's own words
    found = list(dates) or ["2020-01-01", "2021"]
    events = geopandas.GeoDataFrame(
        {"date": found}, geometry=[Point(10 + n, 10) for n in range(len(found))], crs=4326
    )
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    return drawn


def period(*dates: str) -> str:
    (layer,) = (x for x in a_map(*dates)._children.values() if isinstance(x, mapgen.EventLayer))
    return _period([layer], load("en"))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2015-01-03", "2024-03-22"), "2 events, January 2015 – March 2024"),
        (("2015-01-03", "2015-01-22"), "2 events, January 2015"),
        (("2015", "2024-03-22"), "2 events, 2015 – March 2024"),
        (("2015", "2015"), "2 events, 2015"),
        (("2015-06",), "1 event, June 2015"),
    ],
)
def test_the_period_is_as_precise_as_the_dates(dates: tuple[str, ...], said: str) -> None:
    assert period(*dates) == said


def test_a_picture_is_written_as_its_file_is_named(tmp_path: Path) -> None:
    a_map().image(tmp_path / "a.png", size=(600, 400))
    a_map().image(tmp_path / "a.svg", size=(600, 400), theme="dark")
    assert Image.open(io.BytesIO((tmp_path / "a.png").read_bytes())).size == (600, 400)
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_drawing_a_picture_leaves_the_page_as_it_is() -> None:
    drawn = a_map()
    before = drawn.html()
    drawn.picture((600, 400))
    assert drawn.html() == before


def test_what_is_not_shown_at_the_start_is_not_in_the_picture() -> None:
    drawn = a_map(focus=(5, 5, 15, 15))
    before = drawn.picture((600, 400), kind="svg")
    region = geopandas.GeoDataFrame({"title": ["Box"]}, geometry=[box(9, 9, 12, 11)], crs=4326)
    mapgen.RegionLayer(region, name="Box", shown=False).add_to(drawn)
    assert drawn.picture((600, 400), kind="svg") == before


def test_a_layer_of_folium_is_not_left_out_in_silence() -> None:
    drawn = a_map()
    folium.FeatureGroup(name="Notes").add_to(drawn)
    with pytest.raises(LayerError, match="Notes is a layer of folium's own"):
        drawn.picture()


def test_a_map_of_nothing_is_a_picture_too() -> None:
    png = mapgen.Map(title="Nothing", basemap=False).picture((600, 400))
    assert Image.open(io.BytesIO(png)).size == (600, 400)


def test_a_map_across_the_antimeridian_is_a_picture_too() -> None:
    png = mapgen.Map(title="Fiji", focus=(176, -20, -178, -15)).picture((600, 400))
    assert Image.open(io.BytesIO(png)).size == (600, 400)


def test_a_map_of_the_world_is_a_picture_too() -> None:
    png = mapgen.Map(title="World").picture((600, 400))
    assert Image.open(io.BytesIO(png)).size == (600, 400)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"theme": "drak"}, "There is no theme 'drak'; did you mean \"dark\"?"),
        ({"kind": "gif"}, "There is no format 'gif'; expected one of png, svg"),
        ({"size": (1200, 20)}, "The height of a picture is 20 pixels; expected 400 to 6000."),
    ],
)
def test_what_no_picture_can_be_is_refused(words: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        a_map().picture(**words)  # type: ignore[arg-type] # wrong on purpose
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("file", "kind", "expected"),
    [
        (None, None, (Path("a.png"), "png")),
        (None, "svg", (Path("a.svg"), "svg")),
        (Path("b.SVG"), None, (Path("b.SVG"), "svg")),
    ],
)
def test_format_and_file_follow_from_each_other(
    file: Path | None, kind: str | None, expected: tuple[Path, str]
) -> None:
    assert file_and_kind("a", file, kind) == expected


def test_a_file_named_otherwise_than_its_format_is_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.svg is named as svg, but the format is to be png"):
        file_and_kind("a", Path("a.svg"), "png")


def test_a_page_names_its_card() -> None:
    page = a_map(
        title='A "map"',
        description="In words.",
        url="https://example.org/a.html",
        card="https://example.org/a.png",
    ).html()
    assert dict(META.findall(page)) == {
        "og:type": "article",
        "og:title": "A &#34;map&#34;",
        "og:description": "In words.",
        "og:url": "https://example.org/a.html",
        "og:image": "https://example.org/a.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Map: A &#34;map&#34;",
        "twitter:card": "summary_large_image",
    }


def test_a_page_without_an_address_names_none() -> None:
    assert not META.findall(a_map().html())
