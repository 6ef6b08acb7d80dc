"""What a feed is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Generic, Self, TypeVar

from ..errors import FeedError
from ..readings.base import Reading

ReadingT = TypeVar("ReadingT", bound=Reading)


class Feed(ABC, Generic[ReadingT]):
    """A source of readings that is opened and closed.

    Args:
        path: The file that it reads.

    Example:
        ```python
        with CsvFeed("data/readings.csv") as feed:
            for reading in feed:
                print(reading)
        ```
    """

    suffix = ""
    """Ending of the files that this kind of feed reads."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            self._file = self.path.open(encoding="utf-8", newline="")
        except OSError as error:
            raise FeedError(f"{self.path}: {error.strerror}") from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def file(self) -> IO[str]:
        """The open file.

        Raises:
            FeedError: The feed has not been opened with `with`.
        """
        if self._file is None:
            raise FeedError(f"{self.path} is not open")
        return self._file

    @abstractmethod
    def __iter__(self) -> Iterator[ReadingT]:
        """Yield the readings in the order of the file."""
