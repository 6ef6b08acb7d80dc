r"""A file's bytes as text, the same way in every step.

Analysis counts lines and columns in this text, the listing shows it, so that both must agree to
the character: it is decoded once by these rules, and all line ends become `\n`.
"""

from __future__ import annotations

import codecs
import re
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
            b"#".decode(declared, "replace")  # LookupError as well for codecs that make no text: `hex`
            return codecs.lookup(declared).name, ""
        except LookupError:
            return _guess(data), f"The declared encoding {declared!r} is unknown."
    return _guess(data), ""


def _guess(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "iso8859-1"
    return "utf-8"
