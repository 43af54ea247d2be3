"""`mapgen serve` as a shell starts and ends it."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path


def heed() -> None:
    """A shell lets what it starts in the background ignore Ctrl+C, the tests' children too."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_it_says_where_it_serves_and_ctrl_c_ends_it(project: Path) -> None:
    command = [str(Path(sys.executable).parent / "mapgen"), "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=project.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed,  # noqa: PLW1509 - the tests have no threads
    ) as process:
        try:
            assert process.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert address is not None
            built = "Built: one.html, one.png, index.html, manifest.json\n"
            assert process.stdout.readline() == built
            with urllib.request.urlopen(f"{address[0]}pages/one.html") as answer:  # noqa: S310 - our own server
                assert answer.status == 200
            process.send_signal(signal.SIGINT)
            rest, complaints = process.communicate(timeout=20)
        finally:
            process.kill()
    assert (process.returncode, rest, complaints) == (0, "Ended.\n", "")
