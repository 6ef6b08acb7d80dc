"""Feeds that are files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from ..errors import FeedError
from ..readings.base import Reading, read_row
from .base import Feed


class CsvFeed(Feed[Reading]):
    """Readings as comma-separated values, with a header."""

    suffix = ".csv"

    def __iter__(self) -> Iterator[Reading]:
        for line, row in enumerate(csv.DictReader(self.file), start=2):
            yield read_row(row, line)


class JsonFeed(Feed[Reading]):
    """Readings as JSON, one object a line."""

    suffix = ".jsonl"

    def __iter__(self) -> Iterator[Reading]:
        for line, text in enumerate(self.file, start=1):
            if not text.strip():
                continue
            try:
                row = json.loads(text)
            except json.JSONDecodeError as error:
                raise FeedError(f"line {line}: {error.msg}", line) from error
            yield read_row({key: str(value) for key, value in row.items()}, line)


def open_feed(path: str | Path) -> Feed[Reading]:
    """Return the feed that can read a file.

    Args:
        path: The file; its ending decides.

    Raises:
        FeedError: No feed reads this kind of file.
    """
    for kind in (CsvFeed, JsonFeed):
        if Path(path).suffix == kind.suffix:
            return kind(path)
    raise FeedError(f"nobody reads {Path(path).suffix or 'files without an ending'}")
