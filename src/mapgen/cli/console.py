"""Where the command line speaks: results to stdout, everything else to stderr."""

from rich.console import Console

out = Console(soft_wrap=True, highlight=False, emoji=False)
err = Console(stderr=True, soft_wrap=True, highlight=False, emoji=False)
