"""Synthetic events for the benchmarks: clustered as reports of a country are, the same every time.

`columns` are bare numbers, `numbers` the same as a GeoDataFrame, `words` adds a title, a
description of about 120 characters and one link of its own to each event. Real text is less
regular than this: expect about twice the bytes for it.
"""

from __future__ import annotations

import re
from typing import TypeVar

import geopandas
import numpy as np
import pandas as pd
from numpy.typing import NDArray

Events = TypeVar("Events", bound=pd.DataFrame)

SEED = 20_140_101
CENTRES = 300
TYPES = ("battle", "explosion", "violence", "protest")
SHARES = (0.4, 0.3, 0.15, 0.15)
FIRST, LAST = np.datetime64("2010-01-01"), np.datetime64("2025-01-01")


def _listed(text: str) -> list[str]:
    """Return the phrases of a text, with a comma between them."""
    return re.findall(r"[^,]+", text)


SYLLABLES = re.findall(
    r"\w+",
    "ka bul her at qan da har ma zar ghaz ni ba myan kun duz lo gar pa kti wa na was ir cha "
    "ri kar shin dand gur zir tal oq an fa rah nim ruz sa man gan bad ghis",
)
ACTS = {
    "battle": "clash,firefight,ambush,raid on a post,assault on a convoy,attack on a checkpoint",
    "explosion": "roadside bomb,car bomb,mortar fire,suicide bombing,blast at a market,air strike",
    "violence": "shooting,abduction,killing of an elder,attack on a shrine,armed robbery,beating",
    "protest": "march,sit-in,strike of drivers,rally of students,blockade of a road,vigil",
}
WHEN = _listed(
    "at dawn,before noon,around noon,in the afternoon,after sunset,at night,after prayers"
)
WHERE = _listed(
    "near the bazaar,on the road to the north,by the river,close to a school,at a bus stop,"
    "outside the governor's office,in a residential street,next to a clinic,by the old fort,"
    "on the ring road,at the edge of the town,near a police post,in front of a mosque"
)
WHO = _listed(
    "police,residents,a district official,hospital staff,the provincial council,a spokesman,"
    "two witnesses,local reporters,tribal elders,an aid group,the interior ministry,relatives"
)
SAID = _listed("said,reported,told the agency,confirmed,wrote,announced,stated in the evening")
WHAT = _listed(
    "several people were hurt,two vehicles burned,shops stayed closed,the road was cut for hours,"
    "nobody claimed it,a group claimed it later,an inquiry has begun,the wounded were flown out,"
    "windows broke in the quarter,no arrests were made,three suspects were held,"
    "the count may still rise,families left their houses,electricity failed in parts of the town"
)
OUTLETS = 40


def columns(events: int, places: int) -> pd.DataFrame:
    """Return longitude, latitude, date, event_type and fatalities of so many events.

    Args:
        events: rows, in the order of their dates.
        places: among which they are drawn; as many as events puts each at a place of its own.
    """
    random = np.random.default_rng(SEED)
    spots = _places(random, places)
    chosen = _choice(random, events, places)
    span = int((LAST - FIRST).astype(int))
    days = np.sort((random.beta(2, 1.2, events) * span).astype(int))
    toll = np.minimum(random.geometric(0.45, events) - 1, 400)
    return pd.DataFrame(
        {
            "longitude": spots[chosen, 0],
            "latitude": spots[chosen, 1],
            "date": (FIRST + days).astype("datetime64[ms]"),
            "event_type": np.array(TYPES, dtype=object)[random.choice(4, events, p=SHARES)],
            "fatalities": toll.astype(np.int32),
        }
    )


def numbers(events: int, places: int) -> geopandas.GeoDataFrame:
    """Return the events of `columns` with their points as geometry."""
    found = columns(events, places)
    points = geopandas.points_from_xy(found.pop("longitude"), found.pop("latitude"), crs=4326)
    return geopandas.GeoDataFrame(found, geometry=points)


def words(frame: Events) -> Events:
    """Return the frame with title, description and sources (a list of one) on every event."""
    random = np.random.default_rng(SEED + 1)
    rows = len(frame)
    names = _names(random, 4000)
    places = names[_choice(random, rows, len(names))]
    years = frame["date"].astype(str).str.slice(0, 7).str.replace("-", "/").to_numpy(dtype=object)
    pick = {key: _pick(random, rows, words) for key, words in _phrases().items()}
    acts = _acts(random, frame["event_type"].to_numpy())
    paths = random.permutation(rows * 9)[:rows] + 1_000_000
    outlets = _names(random, OUTLETS)[random.integers(0, OUTLETS, rows)]
    titles, told, sources = [], [], []
    for row in range(rows):
        act, place = acts[row], places[row]
        titles.append(f"{act.capitalize()} in {place}")
        told.append(
            f"{pick['who'][row].capitalize()} {pick['said'][row]} that a {act} took place "
            f"{pick['where'][row]} {pick['when'][row]}; {pick['what'][row]}."
        )
        url = f"https://{outlets[row].lower()}.example/{years[row]}/{paths[row]}"
        sources.append([{"title": f"{outlets[row]} News", "url": url}])
    return frame.assign(title=titles, description=told, sources=sources)


def _places(random: np.random.Generator, count: int) -> NDArray[np.float64]:
    """Return distinct longitudes and latitudes (count, 2) of four digits, clustered."""
    weights = random.lognormal(0, 1.5, CENTRES)
    centres = np.column_stack([random.uniform(57, 79, CENTRES), random.uniform(25, 41, CENTRES)])
    found = np.empty((0, 2))
    while len(found) < count:
        centre = random.choice(CENTRES, count, p=weights / weights.sum())
        spread = random.normal(0, (0.35, 0.3), (count, 2))
        found = np.unique(np.vstack([found, (centres[centre] + spread).round(4)]), axis=0)
    return random.permutation(found)[:count]


def _choice(random: np.random.Generator, rows: int, of: int) -> NDArray[np.intp]:
    """Return a number below `of` for each row, by Zipf's law; each once when they are as many."""
    if rows == of:
        return np.arange(rows)
    weights = 1 / np.arange(1, of + 1) ** 0.9
    return random.choice(of, rows, p=weights / weights.sum())


def _names(random: np.random.Generator, count: int) -> NDArray[np.object_]:
    parts = np.array(SYLLABLES)[random.integers(0, len(SYLLABLES), (count, 3))]
    return np.array(["".join(part).title() for part in parts.tolist()], dtype=object)


def _phrases() -> dict[str, list[str]]:
    return {"who": WHO, "said": SAID, "where": WHERE, "when": WHEN, "what": WHAT}


def _pick(random: np.random.Generator, rows: int, words: list[str]) -> NDArray[np.object_]:
    return np.array(words, dtype=object)[random.integers(0, len(words), rows)]


def _acts(random: np.random.Generator, types: NDArray[np.object_]) -> NDArray[np.object_]:
    acts = np.empty(len(types), dtype=object)
    for word, phrases in ACTS.items():
        mask = types == word
        acts[mask] = _pick(random, int(mask.sum()), _listed(phrases))
    return acts
