"""A reader of the event format, written from docs/event-format.md: slow, plain, apart from ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

MISSING = -1
OPEN_START, OPEN_END = -(2**31), 2**31 - 1
NOWHERE = 2**32 - 1
TOLLS = ("fatalities", "fatalities_low", "fatalities_high")

Container = tuple[dict[str, Any], dict[str, list[Any]]]


def container(data: bytes) -> Container:
    """Return the header and the values of every column."""
    assert data[:4] == b"MGE\x02"
    at = 8 + int.from_bytes(data[4:8], "little")
    header = json.loads(data[8:at])
    columns = {}
    for head in header["columns"]:
        size = _size(head)
        read = _text if "text" in head else _numbers
        columns[head["name"]] = read(head, data[at : at + size])
        at += size
    assert at == len(data)
    return header, columns


def _size(head: Mapping[str, Any]) -> int:
    match head.get("coding"):
        case "bits":
            return -(-head["count"] * head["bits"] // 8)
        case "runs":
            return head["runs"] * (head["width"] + head["long"])
        case _:
            return head["count"] * head.get("width", 0) + head.get("bytes", 0)


def _planes(data: bytes, count: int, width: int) -> list[int]:
    return [sum(data[i + count * k] << 8 * k for k in range(width)) for i in range(count)]


def _numbers(head: Mapping[str, Any], data: bytes) -> list[int | None]:
    base = head["base"]
    stored = _stored(head, data)
    assert len(stored) == head["count"]
    if head.get("null"):
        return [base + u - 1 if u else None for u in stored]
    return [base + u for u in stored]


def _stored(head: Mapping[str, Any], data: bytes) -> list[int]:
    match head["coding"]:
        case "plain":
            return _planes(data, head["count"], head["width"])
        case "delta":
            return _summed(_planes(data, head["count"], head["width"]), 256 ** head["width"])
        case "zigzag":
            steps = _planes(data, head["count"], head["width"])
            return list(accumulate(-(v + 1) // 2 if v % 2 else v // 2 for v in steps))
        case "runs":
            at = head["runs"] * head["width"]
            numbers = _summed(_planes(data, head["runs"], head["width"]), 256 ** head["width"])
            lengths = _planes(data[at:], head["runs"], head["long"])
            return [u for u, long in zip(numbers, lengths, strict=True) for _ in range(long)]
        case "bits":
            every = "".join(f"{octet:08b}"[::-1] for octet in data)
            size = head["bits"]
            return [int(every[i * size :][:size][::-1], 2) for i in range(head["count"])]
        case other:
            raise AssertionError(other)


def _summed(steps: list[int], modulus: int) -> list[int]:
    return [u % modulus for u in accumulate(steps)]


def _text(head: Mapping[str, Any], data: bytes) -> list[str | None]:
    count = head["count"]
    if head["text"] == "each":
        return [text or None for text in data.decode().split("\0")]
    size = count * head["width"]
    words = [None, *data[size:].decode().split("\0")]
    return [words[code] for code in _planes(data[:size], count, head["width"])]


def events(blocks: Mapping[str, bytes]) -> dict[str, Any]:
    """Return a layer's events as the browser has them, from its blocks by what follows its id."""
    header, columns = container(blocks[""])
    n = header["count"]
    named = {name: header[name] for name in ("count", "order", "bits", "rows", "words", "ids")}
    return {
        **named,
        "places": _places(header, columns),
        "place": _place(header, columns),
        **_dates(columns, n),
        **{name: columns.get(name, [0] * n) for name in ("type", "placement")},
        "attribution": [
            0 if code is None else code + 1 for code in columns.get("attribution", [None] * n)
        ],
        "km": [None if m is None else m / 1000 for m in columns.get("metres", [None] * n)],
        **{name: _or_missing(columns.get(name), n) for name in ("area", *TOLLS)},
        "areas": header["areas"],
        "stories": stories(blocks, header),
    }


def _or_missing(column: list[int | None] | None, n: int) -> list[int]:
    return [MISSING if value is None else value for value in column or [None] * n]


def _places(header: Mapping[str, Any], columns: Mapping[str, list[Any]]) -> dict[str, Any]:
    keys = columns.get("key", [])
    assert len(keys) == header["places"]
    assert keys == sorted(set(keys))
    sides = [[int(f"{key >> side:b}"[::-2][::-1], 2) for key in keys] for side in (0, 1)]
    return {"count": len(keys), "x": sides[0], "y": sides[1]}


def _place(header: Mapping[str, Any], columns: Mapping[str, list[Any]]) -> list[int]:
    n = header["count"]
    if "place" in columns:
        return [NOWHERE if place is None else place for place in columns["place"]]
    return list(range(n)) if header["places"] else [NOWHERE] * n


def _dates(columns: Mapping[str, list[Any]], n: int) -> dict[str, list[int]]:
    precision = columns.get("precision", [1] * n)
    day, span = (columns.get(name, [0] * n) for name in ("day", "span"))
    start, end = [], []
    for bits, first, length in zip(precision, day, span, strict=True):
        undated = bits % 8 == 0
        start.append(OPEN_END if undated else OPEN_START if bits & 32 else first)
        end.append(OPEN_START if undated else OPEN_END if bits & 64 else first + length)
    return {"start": start, "end": end, "precision": precision}


def stories(blocks: Mapping[str, bytes], header: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the words of every event, those that are known, its id first."""
    ids = _ids(blocks, header)
    rows: list[dict[str, Any]] = []
    while header["words"] and len(rows) < header["count"]:
        head, columns = container(blocks[f"-words-{len(rows) // header['rows']}"])
        assert set(columns) <= set(header["words"])
        rows += [
            {name: column[row] for name, column in columns.items() if column[row] is not None}
            for row in range(head["count"])
        ]
    rows = rows or [{} for _ in ids]
    for row in rows:
        if "sources" in row:
            row["sources"] = json.loads(row["sources"])
    return [{"id": name} | row for name, row in zip(ids, rows, strict=True)]


def _ids(blocks: Mapping[str, bytes], header: Mapping[str, Any]) -> list[str]:
    if header["ids"] == "order":
        return [str(number + 1) for number in range(header["count"])]
    head, columns = container(blocks["-ids"])
    assert head["count"] == header["count"]
    return [str(name) for name in columns["id"]]
