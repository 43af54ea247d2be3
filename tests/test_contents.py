"""The contents page is the API."""

import mapgen


def test_the_public_names_are_these_and_sorted() -> None:
    assert mapgen.__all__ == [
        "EventLayer",
        "EventType",
        "Map",
        "MapgenError",
        "PlaceLayer",
        "RegionLayer",
    ]
    assert all(hasattr(mapgen, name) for name in mapgen.__all__)
