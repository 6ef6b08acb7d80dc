"""What all readings share, and the register of their kinds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from ..errors import FeedError

if TYPE_CHECKING:
    from ..stations import Station, StationBook

KINDS: dict[str, type[Reading]] = {}
"""Kind → the class that reads it; filled as the subclasses are defined."""


class Reading(ABC):
    """One measurement at one station at one time.

    Args:
        station: Slug of the station.
        time: When it was taken; naive times are taken for UTC.
    """

    kind: ClassVar[str] = ""
    """Name of the kind in feeds."""

    def __init__(self, station: str, time: datetime) -> None:
        self.station = station
        self.time = time if time.tzinfo else time.replace(tzinfo=UTC)

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if cls.kind:
            KINDS[cls.kind] = cls

    @classmethod
    @abstractmethod
    def from_row(cls, row: Mapping[str, str]) -> Self:
        """Make a reading from a row of a feed.

        Raises:
            KeyError: A column is missing.
            ValueError: A column holds something else than a number.
        """

    @abstractmethod
    def describe(self) -> str:
        """Say what was measured, in a few words."""

    def at(self, book: StationBook) -> Station:
        """Look the station up.

        Raises:
            UnknownStation: The book does not have it.
        """
        return book[self.station]

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} {self.station} {self.time:%Y-%m-%d %H:%M}: {self.describe()}>"
        )


def read_row(row: Mapping[str, str], line: int = 0) -> Reading:
    """Turn a row of a feed into the reading that its `kind` column names.

    Args:
        row: Column → text.
        line: Line of the feed, for the error message.

    Raises:
        FeedError: The kind is unknown or a column does not make sense.
    """
    try:
        reader = KINDS[row["kind"]]
        return reader.from_row(row)
    except (KeyError, ValueError) as error:
        raise FeedError(f"line {line}: {error}", line) from error
