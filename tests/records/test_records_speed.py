"""A million rows of numbers are read and checked without looking at each."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mapgen.records import check, read

ROWS = 1_000_000
SECONDS = 10
"""Two seconds on two idle cores; a look at every row would take a minute."""


@pytest.fixture
def million(tmp_path: Path) -> Path:
    numbers = np.arange(ROWS)
    path = tmp_path / "events.parquet"
    pd.DataFrame(
        {
            "longitude": 60 + numbers * 7 % 15_000 / 1000,
            "latitude": 29 + numbers * 11 % 10_000 / 1000,
            "date": np.datetime64("2014-01-01") + (numbers * 13 % 3000).astype("m8[D]"),
            "event_type": np.array(["attack", "clash", "arrest"])[numbers % 3],
            "fatalities": numbers % 5,
        }
    ).to_parquet(path)
    return path


def test_a_million_rows_of_numbers_are_checked_in_seconds(million: Path) -> None:
    began = time.process_time()
    events = check([read(million)], ["attack", "clash", "arrest"]).events
    assert (len(events), time.process_time() - began < SECONDS) == (ROWS, True)
