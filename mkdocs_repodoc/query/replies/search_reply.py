"""Answers to `search`: names by how well they match, then by how much uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log2
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import CONTAINED
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.paths import is_below, name_of
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, SymbolEntry
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import SearchQuestion
from mkdocs_repodoc.query.subjects import scope_path
from mkdocs_repodoc.query.symbol_names import name_parts

_RETURNS = re.compile(r"\s*->\s*(.+)")
_FILE = "file"
_FILE_WEIGHT = 3.0
_SPELT, _ANY_CASE, _BEGINNING, _WORD, _INSIDE, _WORDS = range(6)
"""How well a name matches, the best first."""


class SearchAnswer(Answer, frozen=True, kw_only=True):
    """What a search has found, the best first."""

    hits: tuple[Hit, ...] = ()


class Hit(AnswerPart, frozen=True, kw_only=True):
    """A symbol, file or folder that a search has found, and how many files use it."""

    symbol: SymbolEntry
    uses: int


class _Match(NamedTuple):
    quality: int
    is_aside: bool
    """Whether it stands in tests, or is a heading or key of a document."""
    weight: float
    """The less, the earlier among equally good ones."""
    ref: SymbolRef


def search(asked: AskedRepository, question: SearchQuestion) -> SearchAnswer:
    """Find symbols and files by name, by words, or by what they return.

    Raises:
        UnsettledError: There is no such folder or file to keep to.
    """
    scope = scope_path(asked, question.path)
    matches = sorted(
        _Match(quality, _is_aside(asked, ref), -_weight(asked, ref), ref)
        for quality, ref in _found(asked, question.text.strip())
        if is_below(ref.path, scope) and question.kind in {"", _kind(asked, ref)}
    )
    some = portion(matches, question, asked.state)
    return SearchAnswer(
        question="search",
        hits=tuple(
            Hit(symbol=asked.entry(each.ref), uses=_users(asked, each.ref)) for each in some.entries
        ),
        total=some.total,
        next_cursor=some.next_cursor,
        note=""
        if matches
        else f"No name {f'below {scope}' if scope else 'of the repository'} matches.",
    )


def _found(asked: AskedRepository, text: str) -> Iterator[tuple[int, SymbolRef]]:
    if match := _RETURNS.fullmatch(text):
        yield from _returning(asked, match[1])
    elif len(words := text.casefold().split()) > 1:
        yield from _with_words(asked, list(dict.fromkeys(words)))
    else:
        yield from _named(asked, text)


def _named(asked: AskedRepository, text: str) -> Iterator[tuple[int, SymbolRef]]:
    *outer, last = name_parts(text) or (text,)
    around = [part.casefold() for part in outer]
    for name, refs in asked.names.by_last.items():
        quality = _quality(name, last)
        if quality is not None:
            yield from ((quality, ref) for ref in refs if _is_inside(asked, ref, around))
    for path in asked.repository.files:
        named = text in {path, name_of(path)}
        quality = _SPELT if named else _quality(name_of(path), text if "/" not in text else path)
        if quality is not None or ("/" in text and text.casefold() in path.casefold()):
            yield _INSIDE if quality is None else quality, SymbolRef.of_file(path)


def _quality(name: str, wanted: str) -> int | None:
    """Return how well a name matches, or `None` if it doesn't."""
    if name == wanted:
        return _SPELT
    folded, sought = name.casefold(), wanted.casefold()
    start = folded.find(sought)
    if start < 0:
        return None
    if folded == sought:
        return _ANY_CASE
    if start == 0:
        return _BEGINNING
    begins_word = not name[start - 1].isalnum() or name[start].isupper() > name[start - 1].isupper()
    return _WORD if begins_word else _INSIDE


def _is_inside(asked: AskedRepository, ref: SymbolRef, around: list[str]) -> bool:
    """Whether the names around a symbol begin as was asked for, in that order."""
    if not around:
        return True
    parts = iter(name_parts(asked.repository.qualified_name(ref).casefold())[:-1])
    return all(any(part.startswith(each) for part in parts) for each in around)


def _with_words(asked: AskedRepository, words: list[str]) -> Iterator[tuple[int, SymbolRef]]:
    for path, file in asked.repository.files.items():
        if _has_all(f"{path} {file.outline.summary}", words):
            yield _WORDS, SymbolRef.of_file(path)
        for position, symbol in enumerate(file.outline.symbols):
            if _has_all(f"{symbol.name} {symbol.summary}", words):
                yield _WORDS, SymbolRef(path, position)


def _has_all(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _returning(asked: AskedRepository, wanted: str) -> Iterator[tuple[int, SymbolRef]]:
    named = re.compile(rf"(?<!\w){re.escape(wanted.strip())}(?!\w)")
    for path, file in asked.repository.files.items():
        for position, symbol in enumerate(file.outline.symbols):
            _, arrow, returned = symbol.signature.rpartition("->")
            if arrow and named.search(returned):
                whole = returned.strip() == wanted.strip()
                yield _SPELT if whole else _INSIDE, SymbolRef(path, position)


def _kind(asked: AskedRepository, ref: SymbolRef) -> str:
    return _FILE if ref.is_file else asked.repository.symbol(ref).kind.value


def _is_aside(asked: AskedRepository, ref: SymbolRef) -> bool:
    if asked.names.is_test(ref):
        return True
    return not ref.is_file and asked.repository.symbol(ref).kind in CONTAINED


def _weight(asked: AskedRepository, ref: SymbolRef) -> float:
    if ref.is_file:
        return _FILE_WEIGHT + log2(1 + _users(asked, ref))
    symbol = asked.repository.symbol(ref)
    return symbol.kind.weight + 2 * log2(1 + _users(asked, ref)) - 2 * (not symbol.public)


def _users(asked: AskedRepository, ref: SymbolRef) -> int:
    if ref.is_file:
        return len(asked.insight.statistics.needs.dependents(ref.path))
    return asked.repository.links.uses.file_count(ref)
