"""What leaves: files written whole or not at all, the list of the maps, and what they came from."""

from mapgen.publish.embed import Embed, embed
from mapgen.publish.index import index
from mapgen.publish.manifest import Entry, fingerprints, manifest, sha256, with_companions
from mapgen.publish.stale import stale_pages
from mapgen.publish.write import changed, write, write_all

__all__ = [
    "Embed",
    "Entry",
    "changed",
    "embed",
    "fingerprints",
    "index",
    "manifest",
    "sha256",
    "stale_pages",
    "with_companions",
    "write",
    "write_all",
]
