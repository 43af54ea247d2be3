"""Working on a project: build, show on this machine only, and again at every change."""

from mapgen.serve.board import Board, State
from mapgen.serve.run import run
from mapgen.serve.server import server
from mapgen.serve.watch import Watch

__all__ = ["Board", "State", "Watch", "run", "server"]
