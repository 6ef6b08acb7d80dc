r"""A file's bytes as text, the same way in every step.

Analysis counts lines and columns in this text, the listing shows it, so that both must agree to
the character: it is decoded once by these rules, and all line ends become `\n`.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.MULTILINE)
"""PEP 263; Emacs and Vim use the same form in other languages."""

MINIFIED_LINE = 1_000
"""Characters; a file whose lines are longer than this on average was not written by hand."""
MINIFIED_SHARE = 20
_WIDEST_CHARACTER = 4
"""Bytes of UTF-8."""
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""Characters that reorder the text around them, which hides what code does."""


class SourceText(NamedTuple):
    """Decoded text and the encoding that it was in."""

    text: str
    encoding: str
    """Python's name of the encoding, lower case: `utf-8`, `latin-1`, …"""
    problem: str = ""
    """What was wrong with the bytes, as a sentence; empty if nothing was."""

    @property
    def lines(self) -> list[str]:
        r"""The lines without their ends; a last line is counted whether or not a `\n` ends it."""
        lines = self.text.split("\n")
        if not lines[-1]:
            lines.pop()
        return lines


def read_file(root: Path, path: str) -> bytes:
    """Return a file's bytes as they are now, without following a link.

    It was a file when it was discovered; since then, a link or a pipe may have taken its place or
    that of a folder above it.

    Args:
        root: The documented folder.
        path: Relative to it.

    Raises:
        OSError: The file cannot be read, or is none.
    """
    folder = root
    for part in path.split("/")[:-1]:
        folder /= part
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "a link has taken its place", str(folder))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    descriptor = os.open(root / path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is not a regular file", path)
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read()


def open_named(file: Path) -> BufferedReader:
    """Open a file for reading; links are followed.

    Raises:
        OSError: It can't be read, or is no regular file.
        IsADirectoryError: Likewise, of a folder.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(file, flags)
    kind = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(kind):
        os.close(descriptor)
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
        raise OSError(errno.EINVAL, "it is not a regular file", str(file))
    return os.fdopen(descriptor, "rb")


def read_named(file: Path, most: int) -> bytes:
    """Return the content of a file; links are followed.

    Args:
        file: The file.
        most: Bytes that it may have.

    Raises:
        OSError: It can't be read, is no regular file, or has more bytes.
    """
    with open_named(file) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it has more than {most:,} bytes", str(file))
    return content


def without_reordering(text: str) -> str:
    """Return a text with U+FFFD instead of each character that reorders what is around it."""
    return text if text.isascii() else REORDERING.sub("\N{REPLACEMENT CHARACTER}", text)


def shown_part(text: str, limit: int) -> str:
    """Return as much of a text as a page shows: whole lines, unless the first is too long.

    Args:
        text: A whole file.
        limit: How many bytes of UTF-8 are shown at most. Of a file that is mostly long lines
            (minified code, data in one line) a twentieth of that is enough to see what it is.
    """
    if len(text) * _WIDEST_CHARACTER > limit // MINIFIED_SHARE and _is_minified(text):
        limit //= MINIFIED_SHARE
    if len(text) * _WIDEST_CHARACTER <= limit:
        return text
    data = text.encode("utf-8", "replace")
    if len(data) <= limit:
        return text
    end = data.rfind(b"\n", 0, limit)
    return data[: end + 1 if end > 0 else limit].decode(errors="ignore")


def shown_line_count(size: int, lines: int, limit: int, read: Callable[[], str]) -> int:
    """Return how many lines `shown_part` leaves of a file; only a large file is read for that.

    Args:
        size: Bytes of the file.
        lines: Lines of the file.
        limit: As for `shown_part`.
        read: Returns the file's text.
    """
    if size * _WIDEST_CHARACTER <= limit and size <= MINIFIED_LINE * lines:
        return lines
    shown = shown_part(read(), limit)
    return shown.count("\n") + (bool(shown) and not shown.endswith("\n"))


def _is_minified(text: str) -> bool:
    return len(text) > MINIFIED_LINE * (text.count("\n") + 1)


def decode(data: bytes) -> SourceText:
    r"""Decode a file's bytes: byte order mark, then a coding cookie, then UTF-8, then Latin-1.

    Args:
        data: The whole file.

    Returns:
        The text with `\n` as its only line end. Bytes that the declared encoding can't read are
        replaced by U+FFFD and reported in `problem`.
    """
    encoding, problem = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = (
            f"Byte {error.start} is not valid {encoding}; "
            "unreadable bytes are shown as replacement characters."
        )
        text = data.decode(encoding, errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceText(text, "utf-8" if encoding == "utf-8-sig" else encoding, problem)


def _encoding(data: bytes) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, ""
    head = b"\n".join(data.split(b"\n", 2)[:2])
    if match := _COOKIE.search(head):
        declared = match[1].decode("ascii")
        try:
            codec = codecs.lookup(declared)
            # LookupError as well for codecs that make no text (`hex`); some raise whatever
            # they are told to do about errors (`idna`, `undefined`, `punycode`).
            comment = b"#\xff".decode(declared, "replace")
        except (LookupError, UnicodeError):
            return _guess(data), f"The declared encoding {declared!r} is unknown."
        if not comment.startswith("#"):  # `utf-16`, and `punycode` from Python 3.13 on
            return _guess(data), f"The declared encoding {declared!r} cannot read its declaration."
        return codec.name, ""
    return _guess(data), ""


def _guess(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "iso8859-1"
    return "utf-8"
