"""Files of records, written as a desk would write them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written import Checked, Faults, Feature, Write, event

from mapgen.errors import RecordError
from mapgen.records import Table, check, read


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a table of features that went through a file."""

    def write(*features: Feature, name: str = "a.geojson") -> Table:
        path = tmp_path / name
        document = {"type": "FeatureCollection", "features": features}
        path.write_text(json.dumps(document), encoding="utf-8")
        return Table(name, read(path).frame)

    return write


@pytest.fixture
def checked(write: Write) -> Checked:
    """Return the records of one file of features."""
    return lambda *features, **asked: check([write(*features)], **asked)


@pytest.fixture
def faults(write: Write) -> Faults:
    """Return the faults of one file of features as `record, field: problem`."""

    def faults(*features: Feature, **asked: Any) -> list[str]:  # noqa: ANN401 - check's own options
        with pytest.raises(RecordError) as caught:
            check([write(*features)], **asked)
        return [str(fault).removeprefix("a.geojson, ") for fault in caught.value.faults]

    return faults


@pytest.fixture
def fault(faults: Faults) -> Callable[..., str]:
    """Return the one fault of one event with these properties."""

    def fault(**properties: object) -> str:
        (only,) = faults(event(**properties))
        return only

    return fault
