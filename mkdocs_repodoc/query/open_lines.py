"""Lines that hold a name of which nothing tells what it means there."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.query.answer_parts import AnswerPart
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.symbol_names import name_parts
from mkdocs_repodoc.text.source_text import decode

_LETTERS = frozenset([ord("_"), *range(128, 256), *(b for b in range(128) if chr(b).isalnum())])
"""Bytes of names, as far as these are told from what is around them."""
_BEFORE = frozenset({b".", b":", b">"})
"""What stands before the name of a member."""


class TextLine(AnswerPart, frozen=True, kw_only=True):
    """A line of a file, without the white space around it."""

    path: str
    line: int
    text: str


class _Open(NamedTuple):
    line: TextLine
    looks_used: bool


def open_lines(asked: AskedRepository, ref: SymbolRef, *, tests: bool) -> list[TextLine]:
    """Return lines of code with a symbol's name where it is not known what that means.

    Args:
        asked: The repository.
        ref: The symbol.
        tests: Whether lines of tests are wanted as well.

    Returns:
        Lines on which the name looks like that of a member or of what is called come first.
    """
    found = sorted(_found(asked, ref, tests=tests), key=lambda each: not each.looks_used)
    return [each.line for each in found]


def _found(asked: AskedRepository, ref: SymbolRef, *, tests: bool) -> Iterator[_Open]:
    parts = name_parts(asked.repository.symbol(ref).name)
    family = asked.index.names.of(ref.path)
    if not parts or family is None:
        return
    name = parts[-1].encode("utf-8", "surrogateescape")
    for path, file in asked.repository.files.items():
        if file.outline.refers or asked.index.names.of(path) is not family:
            continue
        if file.role in TEST_ROLES and not tests:
            continue
        content = asked.texts.content(path, asked.digest_of(path))
        if content is not None and name in content:
            yield from _in_file(asked, path, _as_analysed(content), name)


def _as_analysed(content: bytes) -> bytes:
    """Return the bytes by which columns are counted: UTF-8, with line feeds alone."""
    if content.isascii() and b"\r" not in content:
        return content
    return decode(content).text.encode("utf-8", "surrogateescape")


def _in_file(asked: AskedRepository, path: str, content: bytes, name: bytes) -> Iterator[_Open]:
    known: AbstractSet[tuple[int, int]] | None = None
    number, last, told = 1, 0, 0
    for start in _starts(content, name):
        number += content.count(b"\n", last, start)
        last = start
        if number == told:
            continue
        known = _known_names(asked, path) if known is None else known
        begin = content.rfind(b"\n", 0, start) + 1
        if (number, start - begin) not in known:
            told = number
            end = content.find(b"\n", start)
            line = content[begin : len(content) if end < 0 else end]
            text = line.decode("utf-8", "replace").strip()
            after = start + len(name)
            looks_used = content[start - 1 : start] in _BEFORE or content[after : after + 1] == b"("
            yield _Open(TextLine(path=path, line=number, text=text), looks_used)


def _starts(content: bytes, name: bytes) -> Iterator[int]:
    """Yield where a name stands as a whole word; a pattern takes several times as long."""
    start = content.find(name)
    while start >= 0:
        end = start + len(name)
        if _LETTERS.isdisjoint(content[max(start - 1, 0) : start] + content[end : end + 1]):
            yield start
        start = content.find(name, end)


def _known_names(asked: AskedRepository, path: str) -> AbstractSet[tuple[int, int]]:
    """Return lines and columns of the names of a file that are known to mean something here."""
    symbols = asked.repository.files[path].outline.symbols
    file = asked.index.uses.of_file(path)
    known = file.rows.starts() if file is not None else set[tuple[int, int]]()
    return known | {(each.name_line, each.column) for each in symbols}
