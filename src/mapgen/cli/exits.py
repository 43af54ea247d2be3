"""What the command line's exit codes mean."""

from mapgen.errors import MapgenError, PublishError, UsageError

DONE, FAULTS, USAGE, UNWRITTEN, DIFFERS = range(5)

MEANINGS = (
    "Exit codes: 0 done; 1 a fault in what came in, every one of them named; "
    "2 a word on the command line that is not understood; 3 a file that could not be written; "
    "4 with --check, that the output would change."
)

CODES = ((UsageError, USAGE), (PublishError, UNWRITTEN), (MapgenError, FAULTS))


def exit_code(error: MapgenError) -> int:
    """Return the exit code of an error."""
    return next(code for kind, code in CODES if isinstance(error, kind))
