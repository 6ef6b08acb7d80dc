"""Answers to `uses`: who refers to a symbol, and what is left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import UsesQuestion
from mkdocs_repodoc.query.replies.symbol_reply import unknown_uses
from mkdocs_repodoc.query.subjects import subject
from mkdocs_repodoc.query.symbol_answers import TextLine, UseEntry, UsesAnswer
from mkdocs_repodoc.query.symbol_names import name_parts
from mkdocs_repodoc.query.unsettled import UnsettledError
from mkdocs_repodoc.text.source_text import decode

_OPEN_LINES = 20
_LETTERS = frozenset([ord("_"), *range(128, 256), *(b for b in range(128) if chr(b).isalnum())])
"""Bytes of names, as far as these are told from what is around them."""
_NO_USE = frozenset({"definition"})


def uses(asked: AskedRepository, question: UsesQuestion) -> UsesAnswer:
    """Tell who refers to a symbol or file.

    Raises:
        UnsettledError: Names of its language are not looked up, and nothing refers to it.
    """
    ref = subject(asked, question.name, question.path)
    found = [
        use
        for use in asked.repository.links.uses.of(ref)
        if use.kind not in _NO_USE
        and question.kind in {"", use.kind}
        and (question.tests or not asked.reaching_tests.is_test(use))
    ]
    unknown = unknown_uses(asked, ref)
    if unknown and not found:
        raise UnsettledError(unknown)
    some = portion(found, question, asked.state)
    left_open = [] if ref.is_file or question.cursor else list(_open_lines(asked, ref))
    note = (
        f"On {len(left_open):,} further lines of code the name stands for something that is not "
        "known: a member of a value whose type nothing tells, a string, a comment."
        if left_open
        else ""
    )
    return UsesAnswer(
        question="uses",
        subject=asked.entry(ref),
        kinds=dict(Counter(use.kind for use in found).most_common()),
        using_files=len({use.path for use in found}),
        uses=tuple(_entry(asked, use) for use in some.entries),
        open_total=len(left_open),
        open_lines=tuple(left_open[:_OPEN_LINES]),
        total=some.total,
        next_cursor=some.next_cursor,
        note=note,
    )


def _entry(asked: AskedRepository, use: Use) -> UseEntry:
    lines = asked.lines(use.path) or ()
    return UseEntry(
        path=use.path,
        line=use.line,
        column=use.column,
        kind=use.kind,
        within=asked.ref_id(use.user),
        grade=use.confidence,
        in_tests=asked.reaching_tests.is_test(use),
        text=_line(lines, use.line),
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _open_lines(asked: AskedRepository, ref: SymbolRef) -> Iterator[TextLine]:
    """Yield lines of code with the symbol's name where it is not known what that means."""
    parts = name_parts(asked.repository.symbol(ref).name)
    family = asked.index.names.of(ref.path)
    if not parts or family is None:
        return
    name = parts[-1].encode("utf-8", "surrogateescape")
    for path, file in asked.repository.files.items():
        if file.outline.refers or asked.index.names.of(path) is not family:
            continue
        content = asked.texts.content(path, asked.digest_of(path))
        if content is not None and name in content:
            yield from _open_lines_of(asked, path, _as_analysed(content), name)


def _as_analysed(content: bytes) -> bytes:
    """Return the bytes by which columns are counted: UTF-8, with line feeds alone."""
    if content.isascii() and b"\r" not in content:
        return content
    return decode(content).text.encode("utf-8", "surrogateescape")


def _open_lines_of(
    asked: AskedRepository, path: str, content: bytes, name: bytes
) -> Iterator[TextLine]:
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
            yield TextLine(path=path, line=number, text=text)


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
    file = asked.index.uses.by_file.get(path)
    known = file.rows.starts() if file is not None else set[tuple[int, int]]()
    return known | {(each.name_line, each.column) for each in symbols}
