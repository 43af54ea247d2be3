"""What comes in: files of any known format, read as written, then checked once and for all."""

from mapgen.records.check import Records, check, check_frame
from mapgen.records.read import read
from mapgen.records.sources import Source
from mapgen.records.table import Table

__all__ = ["Records", "Source", "Table", "check", "check_frame", "read"]
