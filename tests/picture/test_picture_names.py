import dataclasses
from collections.abc import Callable

import geopandas as gpd
from pictures import SVG, of_class, parsed, texts
from shapely import Point

from mapgen.atlas import Basemap
from mapgen.atlas.labels import Label
from mapgen.picture import EventMarks, Scene, draw
from mapgen.picture.labels import MARK_GAP_PX

KABUL = (69.17, 34.53)

Make = Callable[..., Scene]
Layer = Callable[..., EventMarks]


def places(*titles: str) -> gpd.GeoDataFrame:
    at = [Point(60 + 3 * i, 30) for i in range(len(titles))]
    return gpd.GeoDataFrame({"title": list(titles)}, geometry=at, crs=4326)


def test_a_place_is_named(scene: Make) -> None:
    assert texts(draw(scene(places=(places("Kabul", "Herat"),)))) == ["Kabul", "Herat"]


def test_a_place_under_a_mark_leaves_the_number_to_be_read(scene: Make, events: Layer) -> None:
    kabul = gpd.GeoDataFrame({"title": ["Kabul"]}, geometry=[Point(*KABUL)], crs=4326)
    rows = [(KABUL, "point", None, "attack")] * 3
    svg = draw(scene(places=(kabul,), events=(events(*rows),)))
    assert (sorted(texts(svg)), of_class(svg, "place-dot")) == (["3", "Kabul"], [])


def test_the_name_of_a_town_keeps_clear_of_the_ring_of_its_mark(
    scene: Make, events: Layer, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    svg = draw(
        scene(
            basemap=island(town("Kabul", *KABUL)), events=(events((KABUL, "ring", None, "attack")),)
        )
    )
    (ring,) = of_class(svg, "near")
    (name,) = (text for text in parsed(svg).iter(f"{SVG}text") if text.text == "Kabul")
    edge = float(ring.get("cx") or 0) + float(ring.get("r") or 0)
    assert float(name.get("x") or 0) > edge + MARK_GAP_PX - 1


def test_a_town_that_is_a_place_of_the_map_is_named_once(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    basemap = island(town("Kabul", 60.001, 30.0), town("Kabul", 70.0, 35.0))
    svg = draw(scene(basemap=basemap, places=(places("KABUL"),)))
    assert sorted(texts(svg)) == ["KABUL", "Kabul"]


def test_a_name_is_written_in_the_language_of_the_map(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    svg = draw(scene(basemap=island(town("Kabul", *KABUL, fa="کابل")), lang="fa"))
    (text,) = parsed(svg).iter(f"{SVG}text")
    assert (text.text, text.get("direction")) == ("کابل", "rtl")


def test_a_name_unknown_in_the_language_is_written_in_english(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    assert texts(draw(scene(basemap=island(town("Kabul", *KABUL)), lang="fa"))) == ["Kabul"]


def test_a_country_is_written_in_spaced_capitals(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    svg = draw(scene(basemap=island(town("Iran", 65.0, 33.0, "country"))))
    (group,) = of_class(svg, "country")
    assert ("".join(group.itertext()), group.get("letter-spacing")) == ("IRAN", "0.14em")


def test_arabic_letters_are_never_spaced(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    svg = draw(scene(basemap=island(town("Iran", 65.0, 33.0, "country", fa="ایران")), lang="fa"))
    (text,) = parsed(svg).iter(f"{SVG}text")
    assert text.get("letter-spacing") == "0"


def test_a_label_waits_for_its_zoom(
    scene: Make, island: Callable[..., Basemap], town: Callable[..., Label]
) -> None:
    late = dataclasses.replace(town("Asmar", 65.0, 33.0), zoom=9.0)
    assert texts(draw(scene(basemap=island(late)))) == []
