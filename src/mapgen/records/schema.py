"""The one table of columns: names, meanings, words and units of what comes in.

The names follow ACLED, then UCDP GED; `aliases` are those of either, read as the column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mapgen.records import values
from mapgen.records.countries import country

EVENT, PLACE, REGION = "event", "place", "region"
KINDS = (EVENT, PLACE, REGION)

ATTRIBUTIONS = ("claimed", "attributed", "disputed", "coded", "none")
CERTAINTIES = ("certain", "approximate", "schematic")

TEXT, BYTE, INTEGER, FLOAT = "text", "Int8", "Int32", "float64"
DATE, SOURCES, SHAPE, ID = "date", "sources", "geometry", "id"


@dataclass(frozen=True)
class Column:
    """A column that a file may have.

    Attributes:
        name: the word for it.
        meaning: one line for the README and for faults.
        store: how the checked column is kept, one of the words above.
        parse: from one value as written to its own type.
        kinds: the kinds of record that have it.
        aliases: other names under which it is read.
        kept: whether the checked frame has it; the others only help to check.
    """

    name: str
    meaning: str
    store: str = TEXT
    parse: values.Parse = values.text
    kinds: tuple[str, ...] = KINDS
    aliases: tuple[str, ...] = ()
    kept: bool = field(default=True)


def _words(*words: str) -> values.Parse:
    return values.one_of({word: word for word in words})


_TOLL = values.whole(0, 10_000_000)
_ONLY_EVENT = (EVENT,)

# fmt: off - a table is read by its rows
COLUMNS = (
    Column(
        "id",
        "stable name, unique among its kind",
        ID,
        values.name,
        aliases=("event_id_cnty", "event_id"),
    ),
    Column("kind", "event, place or region", TEXT, _words(*KINDS), kept=False),
    Column("title", "what it is called, plain text", aliases=("name",)),
    Column("description", "what is known, plain text", aliases=("notes",)),
    Column(
        "date",
        "EDTF: 2021, 2015-06, 2021-08-26, 2014~, 2020-08-02/2020-08-03",
        DATE,
        kinds=_ONLY_EVENT,
        aliases=("event_date", "date_start"),
    ),
    Column("date_end", "last day, when date is the first", DATE, kinds=_ONLY_EVENT, kept=False),
    Column(
        "time_precision",
        "ACLED: 1 day, 2 week, 3 month",
        BYTE,
        values.whole(1, 3),
        _ONLY_EVENT,
        kept=False,
    ),
    Column(
        "date_prec",
        "UCDP: 1 day, 2 two to six days, 3 week, 4 month, 5 year",
        BYTE,
        values.whole(1, 5),
        _ONLY_EVENT,
        kept=False,
    ),
    Column(
        "event_type",
        "a type that the project declares",
        kinds=_ONLY_EVENT,
        aliases=("category", "type_of_violence"),
        parse=values.word,
    ),
    Column(
        "sub_event_type", "the kind of event in words", kinds=_ONLY_EVENT, aliases=("event_kind",)
    ),
    Column("location", "the place in words", aliases=("place", "where_coordinates")),
    Column("admin1", "province", aliases=("adm_1",)),
    Column("admin2", "district", aliases=("adm_2",)),
    Column("country", "ISO 3166-1 alpha-2 code", parse=country),
    Column(
        "geo_precision",
        "ACLED: 1 exact, 2 near or part of an area, 3 province or wider",
        BYTE,
        values.whole(1, 3),
        _ONLY_EVENT,
    ),
    Column(
        "where_prec",
        "UCDP: 1 exact to 7 international",
        BYTE,
        values.whole(1, 7),
        _ONLY_EVENT,
        kept=False,
    ),
    Column(
        "uncertainty_km",
        "radius in kilometres within which it lies",
        FLOAT,
        values.number(0, 5000),
        (EVENT, PLACE),
    ),
    Column("coord_basis", "what the point is: site, village, city, district centroid"),
    Column("coord_source", "where the coordinates come from"),
    Column(
        "fatalities",
        "people killed; null is unknown",
        INTEGER,
        _TOLL,
        _ONLY_EVENT,
        aliases=("fatalities_best", "best", "best_est"),
    ),
    Column(
        "fatalities_low", "lowest count", INTEGER, _TOLL, _ONLY_EVENT, aliases=("low", "low_est")
    ),
    Column(
        "fatalities_high",
        "highest count",
        INTEGER,
        _TOLL,
        _ONLY_EVENT,
        aliases=("high", "high_est"),
    ),
    Column("fatalities_note", "who counted whom", kinds=_ONLY_EVENT),
    Column("attribution", "how it is known who did it", TEXT, _words(*ATTRIBUTIONS), _ONLY_EVENT),
    Column("caution", "what a reader must know before quoting it"),
    Column(
        "sources",
        "list of {title, publisher, date, url, archive_url}",
        SOURCES,
        aliases=("source", "source_article"),
    ),
    Column("certainty", "how sure the edge is", TEXT, _words(*CERTAINTIES), (REGION,)),
    Column("valid", "EDTF interval in which the region had this extent", DATE, kinds=(REGION,)),
    Column("longitude", "degrees east", SHAPE, aliases=("lon", "lng", "x"), kept=False),
    Column("latitude", "degrees north", SHAPE, aliases=("lat", "y"), kept=False),
    Column(
        "geometry",
        "GeoJSON geometry, WKT, or the format's own",
        SHAPE,
        aliases=("geom_wkt", "wkt", "geom"),
    ),
)
# fmt: on

BY_NAME = {column.name: column for column in COLUMNS}
NAMES = {name: column.name for column in COLUMNS for name in (column.name, *column.aliases)}

TRANSLATED = re.compile(r"(title|description|location|caution):([a-z]{2,3}(?:-[A-Za-z0-9]+)*)")

OTHERS = frozenset(
    re.findall(
        r"\w+",
        """
        actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction admin3 iso iso3 region
        year disorder_type civilian_targeting source_scale tags timestamp data_id event_id_no_cnty
        relid active_year code_status conflict_name dyad_name side_a side_b number_of_sources
        source_office source_date source_headline source_original where_description priogrid_gid
        country_id event_clarity deaths_a deaths_b deaths_civilians deaths_unknown gwnoa gwnob
        date_precision start end precision approximate uncertain file placement area
        """,
    )
)
"""Columns of ACLED, of UCDP and of our own results that are not read, and not taken for slips."""
