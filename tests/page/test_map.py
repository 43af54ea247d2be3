"""mapgen.Map is a folium.Map whose page is sealed."""

import io
from pathlib import Path

import branca.element
import folium
import folium.plugins
import geopandas
import pytest
from shapely import Point, box

import mapgen
from mapgen.errors import LayerError

PALE = {"color": "#123456", "fillOpacity": 0.5}


@pytest.fixture
def events() -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(
        {"title": ["One", "Two"], "date": ["2020-01-01", "2021"]},
        geometry=[Point(10, 10), Point(12, 11)],
        crs=4326,
    )


@pytest.fixture
def regions() -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame({"title": ["Box"]}, geometry=[box(9, 9, 13, 12)], crs=4326)


def plain_map() -> mapgen.Map:
    return mapgen.Map(title="A map", basemap=False)


def test_a_map_is_a_folium_map() -> None:
    assert isinstance(plain_map(), folium.Map)


def test_two_saves_are_equal(events: geopandas.GeoDataFrame, tmp_path: Path) -> None:
    drawn = plain_map()
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    drawn.save(tmp_path / "one.html")
    drawn.save(tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_layer_can_be_added_between_two_saves(
    events: geopandas.GeoDataFrame, regions: geopandas.GeoDataFrame
) -> None:
    drawn = plain_map()
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    before = drawn.html()
    mapgen.RegionLayer(regions, name="Box").add_to(drawn)
    after = drawn.html()
    assert "page.regions" not in before
    assert "page.regions" in after


def test_two_maps_of_the_same_layers_are_equal(events: geopandas.GeoDataFrame) -> None:
    pages = []
    for _ in range(2):
        drawn = plain_map()
        mapgen.EventLayer(events, name="Events").add_to(drawn)
        pages.append(drawn.html())
    assert pages[0] == pages[1]


def test_a_map_is_saved_to_an_open_file(events: geopandas.GeoDataFrame) -> None:
    drawn = plain_map()
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    file = io.BytesIO()
    drawn.save(file, close_file=False)
    assert file.getvalue() == drawn.html().encode()


@pytest.mark.parametrize(
    ("refused", "named"),
    [
        (lambda: folium.Marker([1, 1]), "folium.Marker cannot"),
        (lambda: folium.TileLayer("OpenStreetMap"), "folium.TileLayer cannot"),
        (folium.LayerControl, "folium.LayerControl cannot"),
        (lambda: folium.CircleMarker([1, 1]), "folium.CircleMarker cannot"),
        (folium.plugins.MarkerCluster, "folium.plugins.MarkerCluster cannot"),
        (lambda: folium.plugins.HeatMap([[1, 1]]), "folium.plugins.HeatMap cannot"),
    ],
)
def test_any_other_folium_class_is_refused_by_name(refused: object, named: str) -> None:
    drawn = plain_map()
    refused().add_to(drawn)  # type: ignore[operator] # each makes an element
    with pytest.raises(LayerError, match=named):
        drawn.html()


def test_every_refused_class_is_named_at_once() -> None:
    drawn = plain_map()
    folium.Marker([1, 1]).add_to(drawn)
    folium.TileLayer("OpenStreetMap").add_to(drawn)
    with pytest.raises(LayerError) as fault:
        drawn.html()
    assert len(str(fault.value).splitlines()) == 2


def test_a_marker_in_a_feature_group_is_refused() -> None:
    drawn = plain_map()
    group = folium.FeatureGroup(name="Group").add_to(drawn)
    folium.Marker([1, 1]).add_to(group)
    with pytest.raises(LayerError, match=r"folium\.Marker cannot"):
        drawn.html()


def test_a_popup_on_geojson_is_refused(regions: geopandas.GeoDataFrame) -> None:
    drawn = plain_map()
    layer = folium.GeoJson(regions, popup=folium.GeoJsonPopup(["title"]))
    layer.add_to(drawn)
    with pytest.raises(LayerError, match=r"folium\.GeoJsonPopup cannot"):
        drawn.html()


def test_geojson_that_would_be_fetched_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.geojson"
    file.write_text('{"type": "FeatureCollection", "features": []}')
    drawn = plain_map()
    folium.GeoJson(str(file), embed=False).add_to(drawn)
    with pytest.raises(LayerError, match="would be fetched"):
        drawn.html()


def test_markup_put_into_the_figure_by_hand_is_refused() -> None:
    drawn = plain_map()
    drawn.get_root().html.add_child(branca.element.Element("<h1>Hello</h1>"))
    with pytest.raises(LayerError, match="added to the map's figure by hand"):
        drawn.html()


def test_a_foreign_figure_is_refused() -> None:
    figure = branca.element.Figure()
    figure.add_child(plain_map())
    with pytest.raises(LayerError, match=r"foreign branca\.Figure"):
        figure.render()


def test_a_refused_map_writes_nothing(tmp_path: Path) -> None:
    drawn = plain_map()
    folium.Marker([1, 1]).add_to(drawn)
    with pytest.raises(LayerError):
        drawn.save(tmp_path / "map.html")
    assert not (tmp_path / "map.html").exists()


def test_two_layers_of_one_id_are_refused(events: geopandas.GeoDataFrame) -> None:
    drawn = plain_map()
    mapgen.EventLayer(events, name="One", id="same").add_to(drawn)
    mapgen.EventLayer(events, name="Two", id="same").add_to(drawn)
    with pytest.raises(LayerError, match="Two layers have the id 'same'"):
        drawn.html()


def test_two_layers_of_one_name_have_ids_of_their_own(events: geopandas.GeoDataFrame) -> None:
    drawn = plain_map()
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    mapgen.EventLayer(events, name="Events").add_to(drawn)
    assert '"events-2": event_layer' in drawn.html()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LayerError, match="expected one of ar, en, fa, ps, ur"):
        mapgen.Map(lang="tlh")


def test_folium_feature_groups_and_geojson_work(
    regions: geopandas.GeoDataFrame, tmp_path: Path, visit: object
) -> None:
    drawn = plain_map()
    group = folium.FeatureGroup(name="Group").add_to(drawn)
    folium.GeoJson(regions, style_function=lambda _: PALE).add_to(group)
    folium.GeoJson(regions, name="Plain", show=False).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")  # type: ignore[operator] # the fixture opens a file
    path = seen.page.locator('path[stroke="#123456"]')
    assert path.count() == 1
    seen.page.locator('input[data-layer="group"]').uncheck()
    assert path.count() == 0
    seen.page.locator('input[data-layer="plain"]').check()
    assert seen.page.locator(".leaflet-overlay-pane path").count() == 1
    assert seen.complaints == []


def test_property_names_and_styles_of_geojson_are_no_code(tmp_path: Path, visit: object) -> None:
    evil = "x);document.title='pwned';("
    data = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {evil: number},
                "geometry": {"type": "Point", "coordinates": [number, 1]},
            }
            for number in range(3)
        ],
    }
    style = {"color": "{{document.title='pwned'}}", "className": "</script><b>"}
    drawn = plain_map()
    folium.GeoJson(data, style_function=lambda _: style).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")  # type: ignore[operator] # the fixture opens a file
    assert seen.page.title() == "A map"
    assert seen.page.locator(".leaflet-overlay-pane path").count() == 3
