from __future__ import annotations

import json
import re
from typing import Any

import pytest

Rows = list[dict[str, Any]]
Event = dict[str, dict[str, Any]]


def prose(words: dict[str, Any]) -> str:
    keys = ("title", "description", "fatalities_note", "caution")
    return " ".join(words.get(key, "") for key in keys)


@pytest.mark.parametrize(
    "wrong",
    [
        "Nangahar",
        "first terror attack",
        "terrorist",
        "Shabab al-Muhajir",
        "Arab",
        "9,000 kg",
        "southeast",
        "neutrali",
        "eliminated",
        "successful",
    ],
)
def test_a_wrong_or_loaded_word_is_nowhere(events: Rows, wrong: str) -> None:
    assert [row["id"] for row in events if wrong in prose(row["properties"])] == []


def test_abbey_gate_has_182_dead_between_170_and_183(event: Event) -> None:
    words = event["kabul-airport-2021-08-26"]
    keys = ("fatalities", "fatalities_low", "fatalities_high")
    assert [words[key] for key in keys] == [182, 170, 183]


def test_abbey_gate_is_one_event_with_one_blast(event: Event) -> None:
    assert [key for key in event if "2021-08-26" in key] == ["kabul-airport-2021-08-26"]
    assert "a single bomber" in event["kabul-airport-2021-08-26"]["description"]
    assert event["kabul-airport-2021-08-26"]["caution"].startswith("One blast")


def test_abbey_gate_comes_eleven_days_after_the_taliban_took_kabul(event: Event) -> None:
    assert "Eleven days after" in event["kabul-airport-2021-08-26"]["description"]
    assert event["kabul-takeover-2021-08-15"]["date"] == "2021-08-15"


def test_the_dead_of_abbey_gate_are_service_members_not_soldiers(event: Event) -> None:
    words = prose(event["kabul-airport-2021-08-26"])
    assert "13 US service members" in words
    assert "soldiers" not in words


def test_the_bomb_of_achin_weighs_about_9800_kg(event: Event) -> None:
    assert "about 9,800 kg" in event["moab-2017-04-13"]["description"]


def test_the_toll_of_the_bomb_of_achin_is_unknown_and_claimed(event: Event) -> None:
    words = event["moab-2017-04-13"]
    assert words["fatalities"] is None
    assert "claimed" in words["fatalities_note"]


def test_the_leader_reported_killed_in_2015_was_not(event: Event) -> None:
    assert "wrongly" in event["achin-strike-2015-07-10"]["title"]


def test_the_withdrawn_count_of_the_tutoring_centre_is_not_the_best(event: Event) -> None:
    words = event["kabul-mawoud-2018-08-15"]
    assert (words["fatalities"], words["fatalities_high"]) == (34, 48)
    assert "withdrawn" in words["fatalities_note"]


def test_the_prison_of_jalalabad_was_fought_over_for_two_days(event: Event) -> None:
    words = event["jalalabad-prison-2020-08-02"]
    assert words["date"] == "2020-08-02/2020-08-03"
    assert "18 to 20 hours" in words["description"]


def test_civilians_killed_by_a_counter_operation_are_called_civilians(event: Event) -> None:
    for key in ("wazir-tangi-2019-09-18", "kabul-strike-2021-08-29"):
        words = event[key]
        assert words["event_type"] == "counter_operation"
        assert "civilians" in words["title"] + words["description"].split(".")[0]


def test_attacks_that_nobody_claimed_say_so(event: Event) -> None:
    unclaimed = [key for key, words in event.items() if words["attribution"] == "attributed"]
    assert unclaimed == [
        "haska-meyna-2019-10-18",
        "kabul-maternity-2020-05-12",
        "kabul-school-2021-05-08",
    ]
    assert all(event[key]["caution"].startswith("Not claimed.") for key in unclaimed)


def test_a_claim_without_the_branch_s_name_is_disputed(event: Event) -> None:
    keys = (
        "kerman-2024-01-03",
        "istanbul-2024-01-28",
        "krasnogorsk-2024-03-22",
        "shiraz-2022-10-26",
        "danghara-2018-07-29",
    )
    assert {event[key]["attribution"] for key in keys} == {"disputed"}


def test_the_rockets_on_termez_are_a_denied_claim_with_a_ring(event: Event) -> None:
    words = event["termez-2022-04-18"]
    assert (words["geo_precision"], words["uncertainty_km"]) == (2, 10)
    assert "denied" in words["caution"]


def test_every_statement_without_a_place_stays_without_one(event: Event) -> None:
    for key in ("iskp-announcement-2015-01-26", "taliban-letter-2015-06-16"):
        assert not {"location", "admin1", "country"} & event[key].keys()


def test_the_group_is_never_the_source(events: Rows) -> None:
    sources = json.dumps([row["properties"]["sources"] for row in events])
    assert not re.search(r"\bAmaq\b|\bNashir\b|Voice of Khorasan", sources)
