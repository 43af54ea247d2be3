"""The text twin: rows of few events, a summary of many."""

from __future__ import annotations

from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
from shapely import Point

from mapgen import EventLayer, Map
from mapgen.page import words as wording
from mapgen.page.summary import MOST_PROVINCES, Summary, summary
from mapgen.page.twin import MOST_ROWS, twin

WORDS = wording.load("en")


def layer(records: list[dict[str, Any]], name: str = "Events") -> EventLayer:
    names = dict.fromkeys(name for record in records for name in record)
    columns = {name: [record.get(name) for record in records] for name in names}
    geometry = [record.get("geometry") for record in records]
    return EventLayer(geopandas.GeoDataFrame(columns, geometry=geometry, crs=4326), name)


def said(**record: Any) -> str:  # noqa: ANN401 - any column
    (row,) = twin([layer([record])], WORDS, "en").rows
    return row.date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2015-04-18", "18 April 2015"),
        ("2015-04", "April 2015"),
        ("2015~", "about 2015"),
        ("2015-04?", "April 2015, not certain"),
        ("2015%", "about 2015, not certain"),
        ("2019-05-15/..", "15 May 2019 – …"),
        (None, "undated"),
    ],
)
def test_a_date_is_said_as_it_is_known(date: str | None, text: str) -> None:
    assert said(date=date) == text


def test_rows_stand_by_date_where_events_are_packed_by_place() -> None:
    records = [
        {"geometry": Point(lon, 1), "date": date, "title": date}
        for lon, date in ((1, "2021"), (2, "2019"), (3, "../2018-02"), (4, "2020"))
    ]
    assert [row.title for row in twin([layer(records)], WORDS, "en").rows] == [
        "../2018-02",
        "2019",
        "2020",
        "2021",
    ]


def test_a_row_is_named_as_the_browser_knows_its_event() -> None:
    made = layer([{"geometry": Point(2, 1), "title": "b"}, {"geometry": Point(1, 1), "title": "a"}])
    keys = {row.title: row.key for row in twin([made], WORDS, "en").rows}
    assert keys == {
        title: f"events:{number}" for number, title in enumerate(made.frame["title"].tolist())
    }


def test_an_undated_event_stands_last() -> None:
    records = [{"date": None, "title": "undated"}, {"date": "2021", "title": "dated"}]
    assert [row.title for row in twin([layer(records)], WORDS, "en").rows] == ["dated", "undated"]


def test_an_event_off_the_map_keeps_the_place_that_it_names() -> None:
    (row,) = twin([layer([{"title": "a", "admin1": "Kunar"}])], WORDS, "en").rows
    assert (row.place, row.unplaced) == ("Kunar", True)


def test_the_line_counts_what_has_no_place_and_no_date() -> None:
    records = [
        {"date": "2020", "geometry": Point(1, 1)},
        {"date": None, "geometry": Point(1, 2)},
        {"date": "2021"},
        {"date": None},
    ]
    assert twin([layer(records)], WORDS, "en").line == (
        "4 events. 2 of them have no place on the map. 2 of them are undated."
    )


def test_many_events_are_summed_up() -> None:
    records = [{"date": "2020", "event_type": "attack"}] * (MOST_ROWS + 1)
    found = twin([layer(records)], WORDS, "en")
    assert (found.rows, found.count) == ((), MOST_ROWS + 1)
    assert found.summary.groups[0].lines == (("Attack", (MOST_ROWS + 1,) * 2),)


def summed(*records: tuple[str | None, str, str | None]) -> Summary:
    return summary(
        [layer([{"date": d, "event_type": t, "admin1": p} for d, t, p in records])], WORDS, "en"
    )


def test_a_summary_counts_by_type_and_year() -> None:
    found = summed(("2020", "raid", None), ("2021-05", "raid", None), ("2021", "loss", None))
    assert found.years == ("2020", "2021")
    assert found.groups[0].lines == (
        ("Loss", (0, 1, 1)),
        ("Raid", (1, 1, 2)),
        ("All", (1, 2, 3)),
    )


def test_a_summary_counts_undated_events_last() -> None:
    found = summed((None, "raid", None), ("0800", "raid", None))
    assert (found.years, found.groups[0].lines) == (("0800", "undated"), (("Raid", (1, 1, 2)),))


def test_an_event_without_a_beginning_counts_in_the_year_of_its_end() -> None:
    assert summed(("../2014-11", "raid", None)).years == ("2014",)


def test_a_summary_tells_each_province_the_fullest_first() -> None:
    found = summed(
        ("2020", "raid", "Kunar"),
        ("2020", "raid", "Kabul"),
        ("2021", "loss", "Kabul"),
        ("2021", "loss", None),
    )
    assert [(group.province, group.lines) for group in found.groups[1:]] == [
        ("Kabul", (("Loss", (0, 1, 1)), ("Raid", (1, 0, 1)))),
        ("Kunar", (("Raid", (1, 0, 1)),)),
        ("No province named", (("Loss", (0, 1, 1)),)),
    ]


def test_a_summary_of_one_province_does_not_repeat_itself() -> None:
    assert len(summed(("2020", "raid", "Kabul"), ("2021", "raid", "Kabul")).groups) == 1


def test_a_summary_tells_only_the_fullest_of_very_many_provinces() -> None:
    found = summed(*(("2020", "raid", f"P{n}") for n in range(MOST_PROVINCES + 9)))
    assert len(found.groups) == 1 + MOST_PROVINCES
    assert found.left == (
        "9 events in 9 more provinces are counted above, but not told province by province."
    )


def test_a_summary_tells_provinces_of_one_name_apart() -> None:
    records = [
        {"date": "2020", "event_type": "raid", "admin1": "Punjab", "country": code}
        for code in ("PK", "IN", "IN")
    ]
    groups = summary([layer(records)], WORDS, "en").groups
    assert [group.province for group in groups[1:]] == ["Punjab (India)", "Punjab (Pakistan)"]


def test_layers_are_summed_up_together() -> None:
    layers = [layer([{"date": "2020", "event_type": "raid"}], name) for name in ("One", "Two")]
    assert summary(layers, WORDS, "en").groups[0].lines == (("Raid", (2, 2)),)


def test_the_summary_of_a_page_adds_up_to_its_events() -> None:
    count = MOST_ROWS + 500
    frame = pd.DataFrame(
        {
            "date": np.array(["2020", "2021", "2022-03", None], dtype=object)[np.arange(count) % 4],
            "event_type": np.array(["raid", "loss", None], dtype=object)[np.arange(count) % 3],
        }
    )
    made = EventLayer(geopandas.GeoDataFrame(frame, geometry=[None] * count, crs=4326), "Events")
    assert summary([made], WORDS, "en").groups[0].lines[-1][1][-1] == count


def test_the_page_of_many_events_says_how_many_in_each_year() -> None:
    drawn = Map(basemap=False)
    layer([{"date": "2020", "event_type": "raid", "admin1": "Kabul"}] * 2001).add_to(drawn)
    assert '<th scope="row"><bdi>Raid</bdi></th><td>2,001</td>' in drawn.html()
