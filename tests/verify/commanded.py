"""The command as a person gives it."""

import os
import subprocess
import sys


def command(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs `mapgen verify` as a person does."""
    code = "from mapgen.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "verify", *words],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
