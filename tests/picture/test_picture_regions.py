from collections.abc import Callable

import geopandas as gpd
import pytest
from pictures import SVG, of_class, parsed
from shapely import box

from mapgen.picture import RegionShapes, Scene, draw
from mapgen.picture.draw import in_light

PROVINCE = box(65, 31, 67, 33)

Make = Callable[..., Scene]


def region(certainty: str | None, *, color: str = "#3f6b8c", dashed: bool = False) -> RegionShapes:
    frame = gpd.GeoDataFrame({"certainty": [certainty]}, geometry=[PROVINCE], crs=4326)
    return RegionShapes(frame, color, dashed)


def test_a_certain_region_has_a_line(scene: Make) -> None:
    (path,) = of_class(draw(scene(regions=(region("certain"),))), "region")
    assert (path.get("class"), path.get("filter")) == ("region certain", None)


def test_a_region_of_which_nothing_is_said_has_a_line(scene: Make) -> None:
    (path,) = of_class(draw(scene(regions=(region(None),))), "region")
    assert path.get("class") == "region certain"


@pytest.mark.parametrize("certainty", ["approximate", "schematic"])
def test_any_other_region_fades_out_and_has_no_line(scene: Make, certainty: str) -> None:
    svg = draw(scene(regions=(region(certainty),)))
    (path,) = of_class(svg, "region")
    (soft,) = parsed(svg).iter(f"{SVG}filter")
    assert (path.get("class"), path.get("filter")) == (
        f"region {certainty}",
        f"url(#{soft.get('id')})",
    )


@pytest.mark.parametrize("certainty", ["certain", "approximate", "schematic"])
def test_a_claim_has_a_broken_line_whatever_its_certainty(scene: Make, certainty: str) -> None:
    (path,) = of_class(draw(scene(regions=(region(certainty, dashed=True),))), "region")
    assert (path.get("class"), path.get("filter")) == ("region claim", None)


def test_a_region_brings_its_colour_and_the_sheet_the_light(scene: Make) -> None:
    (path,) = of_class(draw(scene(regions=(region("certain"),))), "region")
    assert (path.get("color"), path.get("fill")) == ("#3f6b8c", None)


def test_a_picture_of_its_own_in_the_dark_brings_lighter_colours(scene: Make) -> None:
    (path,) = of_class(draw(in_light(scene(regions=(region("certain"),)), "dark")), "region")
    assert path.get("color") == "#7c9ab1"
