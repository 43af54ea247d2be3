from collections.abc import Callable

import geopandas as gpd
import pytest
from pictures import SVG, of_class, parsed
from shapely import box

from mapgen.picture import RegionShapes, Scene, draw

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


def test_a_claim_has_a_broken_line(scene: Make) -> None:
    found = of_class(draw(scene(regions=(region("schematic", dashed=True),))), "region")
    assert [path.get("class") for path in found] == ["region schematic", "region claimed"]
