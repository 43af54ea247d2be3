"""What the command line says to machines: one JSON object, with the same keys every time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapgen.errors import Fault, InputError, MapgenError

if TYPE_CHECKING:
    from mapgen.build import Report
    from mapgen.survey import Survey


def of_build(project: Path, report: Report) -> dict[str, Any]:
    """Return the answer of a build that was done."""
    maps = [
        {**asdict(page.entry), "path": str(page.path), "gzip_bytes": page.gzip_bytes}
        | {"changed": page.path in report.changed}
        for page in report.pages
    ]
    return _answer(
        project,
        output=str(report.folder),
        changed=[str(path) for path in report.changed],
        maps=maps,
        warnings=_plain(report.warnings),
    )


def of_failure(project: Path, error: MapgenError) -> dict[str, Any]:
    """Return the answer of a build that was not done; keys of what was not made are empty."""
    faults = error.faults if isinstance(error, InputError) else ()
    return _answer(project, error=str(error), faults=_plain(faults))


def of_check(project: Path, survey: Survey) -> dict[str, Any]:
    """Return the answer of a check."""
    answer = _answer(project, faults=_plain(survey.faults), warnings=_plain(survey.warnings))
    return {key: answer[key] for key in ("mapgen", "project", "faults", "warnings")}


def text(answer: dict[str, Any]) -> str:
    """Return an answer as the text that is printed."""
    return json.dumps(answer, indent=2, ensure_ascii=False)


def _answer(project: Path, **told: object) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "mapgen": version("mapgen"),
        "project": str(project),
        "output": None,
        "changed": [],
        "maps": [],
        "warnings": [],
        "faults": [],
        "error": None,
    }
    return empty | told


def _plain(faults: Iterable[Fault]) -> list[dict[str, str]]:
    return [asdict(fault) for fault in faults]
