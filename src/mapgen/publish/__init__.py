"""What leaves: files written whole or not at all, and the page that lists the maps."""

from mapgen.publish.index import index
from mapgen.publish.write import write

__all__ = ["index", "write"]
