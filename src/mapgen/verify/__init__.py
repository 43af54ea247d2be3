"""Proof that a page is sealed, of any HTML map, by whoever holds the file.

    a file ─► tree, read ─► judge ◄─ browse
              as a parser    by policy   as a Chromium opens it, every way out cut
              sees it        and holes

It knows nothing of how mapgen seals: a proof that shared code with what it proves would be none.
"""

from mapgen.verify.files import verify
from mapgen.verify.finding import Finding, Report, Request, Visit
from mapgen.verify.sentences import sentences, structure

__all__ = ["Finding", "Report", "Request", "Visit", "sentences", "structure", "verify"]
