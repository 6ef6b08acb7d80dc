"""The lists that the code of one file writes out, to which something can be added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.insight.changing.list_advice import advice_at
from mkdocs_repodoc.insight.changing.registration import Form, Registration
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import ASSIGNED, FUNCTIONS, GLOBALS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.written_entries import branches_of, calls_of, entries_of

_WRITTEN = GLOBALS | ASSIGNED
_MEMBERS = frozenset({Kind.ENUMERATOR, Kind.VARIANT})
_ENUMERATIONS = re.compile(r"(?:\w+\.)?(?:Int|Str)?(?:Enum|Flag)\b")
"""Bases of classes whose attributes are the members of an enumeration."""
_LEAST = 4
"""Entries of a list that grows; fewer are a pair, or a record."""
_LEAST_MADE = 5
"""Values of one type that a file makes one by one."""
_SHORTEST = 3
_LEAST_REPEATED = 3
"""Classes of one file with an attribute of one name that is a description of each."""
_SPECIAL = re.compile(r"__\w+__")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
"""Entries of lists that nobody extends."""
_MADE = re.compile(
    r"[^=(\[{]*(?<![=!<>])=\s*[&*]?(?:new\s+)?(?:[a-z_]\w*\.)?(?P<type>[A-Za-z_]\w*)\s*[({]"
)
"""A value that is made of a type: `var addOpType = &operationType{`, `RED = Colour(`."""


def written_in(
    file: RepoFile, lines: Sequence[str], types: Collection[str]
) -> Iterator[Registration]:
    """Yield the lists in a file of the software.

    Args:
        file: The file.
        lines: Its lines.
        types: Names of the types that the software defines.
    """
    taken: set[int] = set()
    repeated = _repeated(file)
    # What is inside comes later, and knows better whose branches they are.
    for position in reversed(range(len(file.outline.symbols))):
        symbol = file.outline.symbols[position]
        if symbol.name in file.outline.tests or _last_name(symbol.name) in repeated:
            continue
        for line, form, entries in _entries(file, symbol, lines):
            if line not in taken and _is_telling(entries):
                taken.add(line)
                ref = SymbolRef(file.path, position)
                yield Registration(ref, line, form, entries, advice_at(lines, line, _syntax(file)))
    yield from _values(file, lines, types)


def _is_telling(entries: Sequence[str]) -> bool:
    telling = [each for each in entries if len(each) >= _SHORTEST and not _CALENDAR.fullmatch(each)]
    return len(entries) >= _LEAST and 2 * len(telling) > len(entries)


def _values(file: RepoFile, lines: Sequence[str], types: Collection[str]) -> Iterator[Registration]:
    """Yield the rows of values of one type that a file makes one by one."""
    made: dict[str, list[int]] = {}
    tests = frozenset(file.outline.tests)
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.kind not in GLOBALS or symbol.name in tests or symbol.line > len(lines):
            continue
        match = _MADE.match(lines[symbol.line - 1])
        if match is not None and match["type"] in types:
            made.setdefault(match["type"], []).append(position)
    for made_of, positions in made.items():
        found = [file.outline.symbols[each] for each in positions]
        names = tuple(_last_name(each.name) for each in found)
        if len(names) >= _LEAST_MADE and _is_telling(names):
            line = found[0].line
            comment = advice_at(lines, line, _syntax(file))
            ref = SymbolRef(file.path, positions[0])
            yield Registration(ref, line, "values", names, comment, made_of=made_of)


def _repeated(file: RepoFile) -> frozenset[str]:
    """Return names of attributes that describe their class: several classes have them, or Python.

    Fields of one node are no list of kinds of nodes.
    """
    names = Counter(
        _last_name(symbol.name)
        for symbol in file.outline.symbols
        if symbol.kind in _WRITTEN and _last_name(symbol.name) != symbol.name
    )
    return frozenset(
        name
        for name, number in names.items()
        if number >= _LEAST_REPEATED or _SPECIAL.fullmatch(name)
    )


def _last_name(name: str) -> str:
    return name.replace("::", ".").rpartition(".")[2]


def _syntax(file: RepoFile) -> CommentSyntax:
    return language_named(file.source.language).comments


def _entries(
    file: RepoFile, symbol: Symbol, lines: Sequence[str]
) -> Iterator[tuple[int, Form, tuple[str, ...]]]:
    """Yield line, form and entries of the lists that a symbol holds."""
    inside = lines[symbol.line - 1 : symbol.end_line]
    if symbol.kind == Kind.ENUM or any(map(_ENUMERATIONS.fullmatch, symbol.bases)):
        members = tuple(
            name_inside(each.name, symbol.name)
            for each in file.outline.symbols
            if each.name != symbol.name
            and each.name.startswith(symbol.name)
            and symbol.line <= each.line <= symbol.end_line
            and (each.kind in _MEMBERS or (symbol.kind == Kind.CLASS and each.kind in GLOBALS))
        )
        yield symbol.line, "enumeration", members
    elif symbol.kind in _WRITTEN:
        yield symbol.line, "list", entries_of("\n".join(inside), _syntax(file))
    elif symbol.kind in FUNCTIONS:
        for row in branches_of(inside, symbol.line):
            yield row.line, "choice", row.labels
        for row in calls_of(inside, symbol.line):
            yield row.line, "calls", row.labels
