"""The symbols of a file that differ between two contents of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mkdocs_repodoc.model.kinds import SPELT_OUT
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.query.answer_parts import AnswerPart


class ChangedSymbol(AnswerPart, frozen=True, kw_only=True):
    """A symbol that was touched.

    Attributes:
        name: Its name within the file.
        kind: Its kind.
        change: What happened to it: `body` stands for anything but its signature.
        line: Its line now; 0 if it is gone.
        signature: Its signature now, or what it was.
        earlier_signature: What it was, if that has changed.
    """

    name: str
    kind: str
    change: Literal["added", "removed", "signature", "body"]
    line: int
    signature: str
    earlier_signature: str = ""


class Version(NamedTuple):
    """The symbols and lines of one content of a file."""

    symbols: Sequence[Symbol]
    lines: Sequence[str]


class _Own(NamedTuple):
    symbol: Symbol
    text: tuple[str, ...]
    """The lines that belong to no symbol inside it."""


def symbol_changes(earlier: Version, now: Version) -> tuple[ChangedSymbol, ...]:
    """Return the symbols that were touched, in source order, those that are gone last.

    A class counts as touched where lines of its own were, not those of its members.

    Args:
        earlier: What the file held; nothing for a file that is new.
        now: What it holds; nothing for one that is gone.
    """
    before, after = _by_name(earlier), _by_name(now)
    touched = [
        _changed(own, before.get(key))
        for key, own in after.items()
        if key not in before or before[key].text != own.text
    ]
    gone = [
        ChangedSymbol(
            name=own.symbol.name,
            kind=own.symbol.kind.value,
            change="removed",
            line=0,
            signature=own.symbol.signature,
        )
        for key, own in before.items()
        if key not in after
    ]
    return (*touched, *gone)


def _changed(own: _Own, before: _Own | None) -> ChangedSymbol:
    symbol = own.symbol
    if before is None:
        return ChangedSymbol(
            name=symbol.name,
            kind=symbol.kind.value,
            change="added",
            line=symbol.line,
            signature=symbol.signature,
        )
    has_new_signature = before.symbol.signature != symbol.signature
    return ChangedSymbol(
        name=symbol.name,
        kind=symbol.kind.value,
        change="signature" if has_new_signature else "body",
        line=symbol.line,
        signature=symbol.signature,
        earlier_signature=before.symbol.signature if has_new_signature else "",
    )


def _by_name(version: Version) -> Mapping[tuple[str, int], _Own]:
    """Return the symbols by name, with a number for those that share one."""
    seen: Counter[str] = Counter()
    found = {}
    for own in _own_lines(version):
        name = own.symbol.name
        found[name, seen[name]] = own
        seen[name] += 1
    return found


def _own_lines(version: Version) -> Iterator[_Own]:
    symbols, lines = version
    order = sorted(range(len(symbols)), key=lambda p: (symbols[p].line, -symbols[p].end_line, p))
    owners: dict[int, int] = {}
    for position in order:  # what is inside comes later
        owners.update(
            dict.fromkeys(range(symbols[position].line, symbols[position].end_line + 1), position)
        )
    texts: dict[int, list[str]] = {}
    for number, position in sorted(owners.items()):
        if 0 < number <= len(lines):
            texts.setdefault(position, []).append(lines[number - 1].rstrip())
    for position, symbol in enumerate(symbols):
        if symbol.kind not in SPELT_OUT:
            yield _Own(symbol, tuple(texts.get(position, ())))
