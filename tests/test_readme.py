"""The README's commands and example, run as they stand, on a machine that has no node."""

import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
TOOLS = ("git", "sh", "env", "uname", "ldd", "cat")


def readme_block(root: Path, language: str, containing: str) -> str:
    blocks = BLOCK.findall((root / "README.md").read_text(encoding="utf-8"))
    (found,) = (code for name, code in blocks if name == language and containing in code)
    return str(found)


def environment(folder: Path, root: Path) -> dict[str, str]:
    """An empty virtual environment and a PATH without node, under the pinned versions."""
    venv.create(folder / "venv", with_pip=True)
    tools = folder / "tools"
    tools.mkdir()
    for tool in TOOLS:
        for place in os.environ["PATH"].split(os.pathsep):
            if (Path(place) / tool).exists() and not (tools / tool).exists():
                (tools / tool).symlink_to(Path(place) / tool)
    kept = {key: value for key, value in os.environ.items() if key.startswith(("PIP_", "HOME"))}
    path = f"{folder / 'venv' / 'bin'}{os.pathsep}{tools}"
    return {**kept, "PATH": path, "PIP_CONSTRAINT": str(root / "constraints.txt")}


def checkout(root: Path, folder: Path) -> Path:
    """The files that git knows or would add, and nothing that was built."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - the git on the PATH
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (root / name).is_file():
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((root / name).read_bytes())
    return folder


def run(command: list[str], folder: Path, env: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def fresh(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], str]:
    """A fresh checkout after the README's first command: folder, environment, what it printed."""
    env = environment(tmp_path_factory.mktemp("environment"), root)
    folder = checkout(root, tmp_path_factory.mktemp("checkout"))
    for page in (folder / "output").glob("*"):
        page.unlink()
    command = readme_block(root, "sh", "pip install").strip()
    return folder, env, run(["sh", "-c", command], folder, env)


def test_the_first_command_builds_every_map_without_node(
    fresh: tuple[Path, dict[str, str], str],
) -> None:
    folder, _, printed = fresh
    for name in ("attacks", "khorasan", "nangarhar"):
        assert (folder / "output" / f"{name}.html").exists()
        assert f"{name}.html: " in printed
    assert (folder / "output" / "index.html").exists()


def test_the_maps_in_git_equal_a_fresh_build(
    root: Path, fresh: tuple[Path, dict[str, str], str]
) -> None:
    built = {path.name: path.read_bytes() for path in (fresh[0] / "output").iterdir()}
    committed = {path.name: path.read_bytes() for path in (root / "output").iterdir()}
    assert sorted(built) == sorted(committed)
    assert [name for name in built if built[name] != committed[name]] == []


def test_the_python_example_makes_a_page_that_opens(
    root: Path, fresh: tuple[Path, dict[str, str], str], visit: Callable
) -> None:
    folder, env, _ = fresh
    code = readme_block(root, "python", "mapgen.Map")
    run([str(Path(env["PATH"].split(os.pathsep)[0]) / "python"), "-c", code], folder, env)
    (name,) = re.findall(r'm\.save\("([^"]+)"\)', code)
    seen = visit(folder / name)
    assert seen.complaints == []
    assert seen.page.locator("input[data-layer]").count() > 1


def test_the_wheel_builds_the_maps_in_an_empty_environment(
    root: Path, fresh: tuple[Path, dict[str, str], str], tmp_path: Path
) -> None:
    folder, _, _ = fresh
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    wheels = tmp_path / "wheels"
    source = checkout(root, tmp_path / "source")
    run([*pip, "wheel", "--no-deps", "-w", str(wheels), "."], source, dict(os.environ))
    (wheel,) = wheels.glob("mapgen-*.whl")
    env = environment(tmp_path, root)
    run(["pip", "install", "--quiet", str(wheel)], tmp_path, env)
    assert run(["sh", "-c", "command -v node || echo none"], tmp_path, env).strip() == "none"
    run(["mapgen", "build", str(folder / "mapgen.toml"), "--output", "maps"], tmp_path, env)
    for page in (folder / "output").iterdir():
        assert (tmp_path / "maps" / page.name).read_bytes() == page.read_bytes()
