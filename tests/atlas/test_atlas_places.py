"""Places of the world lie where everybody knows that they lie."""

from collections.abc import Callable

import geopandas as gpd
import pytest
import shapely

from mapgen import atlas

# Place, longitude, latitude, ISO 3166-1 country, ISO 3166-2 province ("" where it has no code).
LAND = [
    ("Kabul", 69.17, 34.53, "AF", "AF-KAB"),
    ("Jalalabad", 70.45, 34.43, "AF", "AF-NAN"),
    ("Achin", 70.68, 34.08, "AF", "AF-NAN"),
    ("Bazarak", 69.52, 35.31, "AF", "AF-PAN"),
    ("Charikar", 69.17, 35.02, "AF", "AF-PAR"),
    ("Nili", 66.13, 33.72, "AF", "AF-DAY"),
    ("Tarinkot", 65.87, 32.63, "AF", "AF-URU"),
    ("Gardez", 69.22, 33.60, "AF", "AF-PIA"),
    ("Sharana", 68.73, 33.13, "AF", "AF-PKA"),
    ("Parachinar", 70.10, 33.90, "PK", "PK-KP"),
    ("Peshawar", 71.58, 34.01, "PK", "PK-KP"),
    ("Muzaffarabad", 73.47, 34.37, "PK", "PK-JK"),
    ("Srinagar", 74.80, 34.08, "IN", "IN-JK"),
    ("Leh", 77.58, 34.16, "IN", "IN-LA"),
    ("Siachen Glacier", 77.10, 35.45, "", ""),
    ("Mashhad", 59.61, 36.30, "IR", "IR-09"),
    ("Khujand", 69.62, 40.28, "TJ", "TJ-SU"),
    ("Vorukh, within Kyrgyzstan", 70.55, 39.85, "TJ", "TJ-SU"),
    ("Sokh, within Kyrgyzstan", 71.10, 39.96, "UZ", "UZ-FA"),
    ("Termez", 67.28, 37.22, "UZ", "UZ-SU"),
    ("Merv", 62.17, 37.62, "TM", "TM-M"),
    ("Baikonur", 63.30, 45.95, "KZ", ""),
    ("Maseru", 27.50, -29.45, "LS", "LS-A"),
    ("San Marino", 12.455, 43.94, "SM", "SM-03"),
    ("Vatican City", 12.4535, 41.9033, "VA", ""),
    ("Gibraltar", -5.345, 36.14, "GI", ""),
    ("Ceuta", -5.33, 35.89, "ES", "ES-CE"),
    ("Llivia, within France", 1.98, 42.46, "ES", "ES-GI"),
    ("Nakhchivan", 45.41, 39.21, "AZ", "AZ-NX"),
    ("Kaliningrad", 20.51, 54.71, "RU", "RU-KGD"),
    ("Cabinda", 12.35, -5.20, "AO", "AO-CAB"),
    ("Oecusse", 124.30, -9.30, "TL", "TL-OE"),
    ("Musandam", 56.25, 26.15, "OM", "OM-MU"),
    ("Anchorage", -149.80, 61.15, "US", "US-AK"),
    ("Point Roberts", -123.06, 48.99, "US", "US-WA"),
    ("Honolulu", -157.95, 21.40, "US", "US-HI"),
    ("Little Diomede", -168.93, 65.75, "US", "US-AK"),
    ("Longyearbyen", 15.75, 78.15, "NO", "NO-21"),
    ("Nuuk", -51.60, 64.20, "GL", "GL-SM"),
    ("Vanua Levu", 179.30, -16.60, "FJ", "FJ-N"),
    ("Taveuni west of 180 degrees", 179.97, -16.88, "FJ", "FJ-N"),
    ("Taveuni east of 180 degrees", -179.93, -16.82, "FJ", "FJ-N"),
    ("Lakeba", -178.80, -18.22, "FJ", "FJ-E"),
    ("Wrangel Island, west of 180 degrees", 179.50, 71.20, "RU", "RU-CHU"),
    ("Wrangel Island, east of 180 degrees", -179.50, 71.20, "RU", "RU-CHU"),
    ("Chukotka", -175.00, 66.50, "RU", "RU-CHU"),
    ("the South Pole", 0.0, -89.5, "AQ", ""),
    ("Grytviken", -36.60, -54.35, "GS", ""),
    ("Stanley", -58.50, -51.75, "FK", ""),
    ("Ushuaia", -68.30, -54.75, "AR", "AR-V"),
    ("Punta Arenas", -70.95, -53.15, "CL", "CL-MA"),
    ("Southern Patagonian Ice Field", -73.40, -49.60, "", ""),
    ("Easter Island", -109.35, -27.12, "CL", "CL-VS"),
    ("Isabela", -91.10, -0.70, "EC", "EC-W"),
    ("Cayenne", -52.40, 4.85, "FR", "FR-GF"),
    ("Singapore", 103.82, 1.35, "SG", "SG-03"),
    ("Taipei", 121.50, 25.05, "TW", "TW-TPE"),
    ("Zanzibar", 39.35, -6.15, "TZ", "TZ-11"),
    ("Asmara", 38.93, 15.33, "ER", "ER-MA"),
    ("Ambato", -78.62, -1.25, "EC", "EC-T"),
    ("Lethem", -59.80, 3.38, "GY", "GY-UT"),
    ("Simferopol", 34.10, 44.95, "UA", "UA-43"),
    ("Sevastopol", 33.60, 44.58, "UA", "UA-40"),
    ("Kyrenia", 33.36, 35.25, "CY", ""),
    ("Pristina", 21.10, 42.65, "XK", ""),
    ("Laayoune", -13.15, 27.10, "EH", ""),
    ("Smara", -11.67, 26.74, "EH", ""),
    ("Tifariti", -10.40, 26.10, "EH", ""),
    ("Tarfaya", -12.85, 27.93, "MA", ""),
    ("Ramallah", 35.20, 31.90, "PS", "PS-WBK"),
    ("Gaza", 34.40, 31.45, "PS", "PS-GZZ"),
    ("Old City of Jerusalem", 35.234, 31.777, "PS", "PS-JEM"),
    ("Katzrin", 35.70, 32.99, "SY", "SY-QU"),
    ("Tiberias", 35.525, 32.79, "IL", "IL-Z"),
    ("Hargeisa", 44.06, 9.56, "SO", ""),
    ("Sukhumi", 41.10, 43.10, "GE", "GE-AB"),
]
SEA = [
    ("the Caspian", 51.0, 41.0),
    ("the Black Sea", 34.0, 43.2),
    ("the Baltic", 19.0, 57.0),
    ("the Sea of Marmara", 28.3, 40.7),
    ("the Persian Gulf", 51.0, 27.0),
    ("the Strait of Hormuz", 56.5, 26.6),
    ("Bab el-Mandeb", 43.3, 12.55),
    ("the Strait of Malacca", 100.0, 4.0),
    ("the Singapore Strait", 103.8, 1.15),
    ("the Torres Strait", 142.2, -10.1),
    ("the Bering Strait", -169.3, 66.0),
    ("the Pacific at 180 degrees", 180.0, 0.0),
    ("the Koro Sea", 179.5, -17.8),
    ("the Gulf of Panama", -79.0, 8.3),
    ("Hudson Bay", -85.0, 60.0),
    ("the Channel", -1.0, 50.2),
    ("the Atlantic", -30.0, 0.0),
    ("the Ross Sea", -175.0, -75.0),
    ("the Arctic Ocean", 0.0, 84.0),
]
LAKES = [
    ("Lake Victoria", 33.0, -1.0),
    ("Lake Superior", -87.0, 47.7),
    ("Lake Baikal", 108.0, 53.5),
    ("Issyk-Kul", 77.3, 42.4),
    ("Lake Tanganyika", 29.6, -6.5),
    ("Lake Urmia", 45.5, 37.5),
    ("the Sea of Galilee", 35.59, 32.82),
    ("the Dead Sea", 35.5, 31.6),
    ("the IJsselmeer", 5.3, 52.85),
]

Covers = Callable[[atlas.Basemap, tuple[tuple[int, ...], ...], float, float], bool]


def around(lon: float, lat: float) -> atlas.Bounds:
    west = lon - 1.5 if lon >= -178.5 else lon + 358.5
    east = lon + 1.5 if lon <= 178.5 else lon - 358.5
    return west, max(lat - 1.5, -90.0), east, min(lat + 1.5, 90.0)


@pytest.mark.parametrize("row", LAND, ids=lambda row: row[0])
def test_a_place_lies_in_its_province(
    provinces: gpd.GeoDataFrame, row: tuple[str, float, float, str, str]
) -> None:
    _, lon, lat, country, province = row
    here = provinces[shapely.contains_xy(provinces.geometry, lon, lat)]
    found = [tuple(codes) for codes in here[["country", "iso_3166_2"]].to_numpy()]
    assert found == [(country, province)]


@pytest.mark.parametrize(("place", "lon", "lat"), [row[:3] for row in LAND if row[2] > -85])
def test_a_place_on_land_is_land_on_its_map(
    covers: Covers, place: str, lon: float, lat: float
) -> None:
    basemap = atlas.clip(around(lon, lat))
    assert covers(basemap, basemap.land, lon, lat), place


@pytest.mark.parametrize(("sea", "lon", "lat"), SEA)
def test_the_sea_is_no_land_on_its_map(covers: Covers, sea: str, lon: float, lat: float) -> None:
    basemap = atlas.clip(around(lon, lat))
    assert not covers(basemap, basemap.land, lon, lat), sea


@pytest.mark.parametrize(("lake", "lon", "lat"), LAKES)
def test_a_lake_is_water_on_its_map(covers: Covers, lake: str, lon: float, lat: float) -> None:
    basemap = atlas.clip(around(lon, lat))
    assert covers(basemap, basemap.lakes, lon, lat), lake


def test_the_tribal_areas_are_part_of_khyber_pakhtunkhwa(provinces: gpd.GeoDataFrame) -> None:
    names = set(provinces.loc[provinces["country"] == "PK", "name"])
    assert "Federally Administered Tribal Areas" not in names


def test_afghanistan_has_34_provinces_each_with_its_own_code() -> None:
    assert atlas.provinces("AF")["iso_3166_2"].nunique() == 34


def test_each_country_stands_once(countries: gpd.GeoDataFrame) -> None:
    assert countries["country"].is_unique


def test_a_country_is_as_large_as_its_provinces(
    provinces: gpd.GeoDataFrame, countries: gpd.GeoDataFrame
) -> None:
    parts = shapely.area(provinces.geometry[provinces["country"] == "AF"].to_numpy()).sum()
    whole = shapely.area(countries.geometry[countries["country"] == "AF"].to_numpy()).sum()
    assert whole == pytest.approx(parts, rel=1e-12)
