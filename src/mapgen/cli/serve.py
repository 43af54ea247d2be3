"""`mapgen serve`."""
def serve() -> None:
    """Soon."""
