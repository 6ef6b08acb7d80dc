"""The lines that a file's page lists."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.text.source_text import (
    MINIFIED_SHARE,
    SourceText,
    shown_line_count,
    shown_part,
)

_DATA_LINES = 5_000
_DATA_LINES_PER_SYMBOL = 1_000


def has_listing(file: RepoFile) -> bool:
    """Return whether a file's page lists its source, so that its lines can be linked to.

    An SVG drawing is an image and a text: it has both a picture and a listing.
    """
    is_text = file.source.kind in {"text", "image"} and file.outline.lines.total > 0
    return is_text and file.source.size > 0


def listed_bytes(file: RepoFile, listing_limit: int) -> int:
    """Return how many bytes of a file its page lists at most.

    Of a file that nobody wrote for the repository, or that is data, a twentieth is enough to see
    what it is, as of minified code.
    """
    is_short = bool(file.source.origin) or _is_data(file)
    return listing_limit // MINIFIED_SHARE if is_short else listing_limit


def _is_data(file: RepoFile) -> bool:
    """Return whether a file is so long, and defines so little, that nobody reads it."""
    lines = file.outline.lines.total
    return lines > _DATA_LINES and len(file.outline.symbols) * _DATA_LINES_PER_SYMBOL < lines


def listed_line_count(
    file: RepoFile, listing_limit: int, read_text: Callable[[str], SourceText]
) -> int:
    """Return how many lines of a file its page lists: none without a listing.

    Args:
        file: The file.
        listing_limit: How many bytes of any file are listed at most.
        read_text: Path → the file's text; called for large files only.
    """
    if not has_listing(file):
        return 0
    return shown_line_count(
        file.source.size,
        file.outline.lines.total,
        listed_bytes(file, listing_limit),
        lambda: read_text(file.path).text,
    )


def listed_lines(
    file: RepoFile, listing_limit: int, read_text: Callable[[str], SourceText]
) -> list[str]:
    """Return the lines of a file that its page lists: none without a listing.

    Args:
        file: The file.
        listing_limit: How many bytes of any file are listed at most.
        read_text: Path → the file's text.
    """
    if not has_listing(file):
        return []
    text = read_text(file.path).text
    return SourceText(shown_part(text, listed_bytes(file, listing_limit)), "utf-8").lines
