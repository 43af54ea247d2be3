from collections.abc import Callable

import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import SVG, parsed, texts
from shapely import Point, box

from mapgen.atlas import Basemap
from mapgen.errors import LayerError
from mapgen.picture import EventMarks, RegionShapes, Scene, draw

KABUL = (69.17, 34.53)
PROVINCE = box(65, 31, 67, 33)

Make = Callable[..., Scene]
Layer = Callable[..., EventMarks]
# The frames of a test are made once; every example draws anew.
ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def places(*titles: str) -> gpd.GeoDataFrame:
    at = [Point(60 + 3 * i, 30) for i in range(len(titles))]
    return gpd.GeoDataFrame({"title": list(titles)}, geometry=at, crs=4326)


def region(certainty: str | None, *, color: str = "#3f6b8c", dashed: bool = False) -> RegionShapes:
    frame = gpd.GeoDataFrame({"certainty": [certainty]}, geometry=[PROVINCE], crs=4326)
    return RegionShapes(frame, color, dashed)


def test_a_picture_is_named_by_its_title(scene: Make) -> None:
    svg = parsed(draw(scene(title='"Kabul" & <more>')))
    assert (svg.get("role"), svg.get("aria-label")) == ("img", '"Kabul" & <more>')


@pytest.mark.parametrize(
    "title",
    ["</script>", "<img src=x onerror=alert(1)>", "\"'`", "a\u2028b", "\u202eabc\u202c", "]]>"],
)
def test_a_title_of_a_place_is_text_whatever_it_holds(scene: Make, title: str) -> None:
    assert texts(draw(scene(places=(places(title),)))) == [title]


@ANY
@given(title=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20))
def test_no_title_makes_an_element(scene: Make, title: str) -> None:
    names = {e.tag for e in parsed(draw(scene(title=title, places=(places(title),)))).iter()}
    assert names <= {f"{SVG}{word}" for word in ("svg", "g", "rect", "path", "text")}


def test_no_element_has_a_style_of_its_own(
    scene: Make, island: Callable[..., Basemap], events: Layer
) -> None:
    svg = draw(
        scene(
            basemap=island(),
            regions=(region("approximate"), region("schematic", dashed=True)),
            places=(places("Kabul"),),
            events=(events((KABUL, "point", None, "attack"), (PROVINCE, "area", None, "loss")),),
        )
    )
    assert not [e for e in parsed(svg).iter() if e.get("style") or e.tag == f"{SVG}style"]


def test_the_same_scene_gives_the_same_bytes(
    scene: Make, island: Callable[..., Basemap], events: Layer
) -> None:
    one = scene(basemap=island(), events=(events((KABUL, "point", None, "attack")),))
    assert draw(one) == draw(one)


@pytest.mark.parametrize("color", ["red", "url(#x)", "#12345", '#123456"'])
def test_a_colour_that_might_be_anything_else_is_refused(scene: Make, color: str) -> None:
    with pytest.raises(LayerError, match="expected one like #3f6b8c"):
        draw(scene(regions=(region("certain", color=color),)))
