"""What comes in: files of any known format, read as written, then checked once and for all."""

from mapgen.records.check import Records, Survey, check, check_frame, survey
from mapgen.records.read import read
from mapgen.records.sources import Source
from mapgen.records.table import Table

__all__ = ["Records", "Source", "Survey", "Table", "check", "check_frame", "read", "survey"]
