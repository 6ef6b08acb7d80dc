"""Everything that Tidewatch raises on purpose."""


class TidewatchError(Exception):
    """Base of all errors of this package."""


class UnknownStation(TidewatchError, LookupError):
    """Nobody has heard of this station.

    Attributes:
        name: The name that was asked for.
        known: The names that would have worked.
    """

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no station called {name!r}; known are {', '.join(sorted(known))}")
        self.name = name
        self.known = known


class FeedError(TidewatchError):
    """A feed could not be read.

    Attributes:
        line: Line of the feed that was wrong, 0 if it never got that far.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class UnitMismatch(TidewatchError, ValueError):
    """Two quantities were put together that do not measure the same thing."""
