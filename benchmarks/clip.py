"""How long the atlas takes to cut a map from the world, and how many bytes the map's lines are.

python benchmarks/clip.py
"""

from __future__ import annotations

import time

import deflate
import numpy as np

from mapgen import atlas

PLACES: dict[str, atlas.Bounds] = {
    "Afghanistan": (58.0, 23.0, 76.0, 39.5),
    "Kabul": (68.5, 34.0, 70.0, 35.0),
    "Gaza": (34.1, 31.2, 34.7, 31.7),
    "Kashmir": (72.5, 32.0, 80.5, 37.5),
    "Fiji": (176.0, -20.0, -178.0, -15.0),
    "Svalbard": (8.0, 76.0, 34.0, 81.0),
    "Lake Victoria": (31.0, -3.5, 35.0, 1.0),
    "Panama": (-83.5, 7.0, -77.0, 10.0),
    "Singapore": (103.5, 1.1, 104.2, 1.6),
    "Bering Strait": (165.0, 60.0, -160.0, 70.0),
    "the Sahel": (-17.0, 10.0, 25.0, 20.0),
    "Amsterdam": (4.5, 52.1, 5.3, 52.7),
    "Patagonia": (-76.0, -56.0, -64.0, -45.0),
}
REPEATS = 5
LEVEL = 12


def main() -> None:
    """Print one line a place: milliseconds, arcs, vertices, deflated bytes of the vertices."""
    first = time.perf_counter()
    atlas.clip(PLACES["Kabul"])
    print(f"{'first, with loading':22}{_ms(first):8.1f} ms")
    for place, bounds in PLACES.items():
        times = []
        for _ in range(REPEATS):
            start = time.perf_counter()
            basemap = atlas.clip(bounds)
            times.append(_ms(start))
        vertices = sum(map(len, basemap.arcs))
        print(
            f"{place:22}{min(times):8.1f} ms{len(basemap.arcs):8,} arcs"
            f"{vertices:9,} vertices{_bytes(basemap):9,} bytes{len(basemap.labels):6,} labels",
        )


def _ms(start: float) -> float:
    """Return the milliseconds since `start`."""
    return (time.perf_counter() - start) * 1000


def _bytes(basemap: atlas.Basemap) -> int:
    """Return the size of all vertices: steps between them, zigzag, byte planes, deflated."""
    steps = np.diff(np.concatenate(basemap.arcs).astype(np.int64), axis=0, prepend=0).T.ravel()
    zigzag = (steps << 1) ^ (steps >> 63)
    planes = b"".join((zigzag >> shift).astype(np.uint8).tobytes() for shift in (0, 8, 16))
    return len(deflate.deflate_compress(planes, LEVEL))


if __name__ == "__main__":
    main()
