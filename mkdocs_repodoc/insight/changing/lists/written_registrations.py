"""The lists that the code of one file writes out, to which something can be added."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.changing.lists.called_names import called_names
from mkdocs_repodoc.insight.changing.lists.counted_constants import counted_constants
from mkdocs_repodoc.insight.changing.lists.list_advice import advice_at
from mkdocs_repodoc.insight.changing.lists.registration import Form, Registration
from mkdocs_repodoc.insight.changing.lists.repeated_attributes import (
    SPECIAL,
    WRITTEN,
    last_name,
    repeated_attributes,
)
from mkdocs_repodoc.languages.language_errors import failing_code
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS, HELD, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.written_entries import branches_of, calls_of, entries_of

_MEMBERS = frozenset({Kind.ENUMERATOR, Kind.VARIANT})
_ENUMERATIONS = re.compile(r"(?:\w+\.)?(?:Int|Str)?(?:Enum|Flag)\b")
"""Bases of classes whose attributes are the members of an enumeration."""
_WITH_CODE = FUNCTIONS | {Kind.CLASS}
"""Kinds of definitions with statements; what makes objects may be a function and their class."""
_LEAST = 4
"""Entries of a list that grows; fewer are a pair, or a record."""
_LEAST_MADE = 5
"""Values of one type that a file makes one by one."""
_LITERAL = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
"""A word that a type allows; other types are no lists."""
_DIGEST = re.compile(r"[0-9a-fA-F]{16,}")
"""An entry that nobody writes by hand."""
_SHORTEST = 3
_LAST_LINES = 3
_BRANCH = re.compile(r"(?:default|else|_)\b\s*(?:=>|->|:)?\s*\{?\s*")
"""The head of the branch for all other values, before its statement."""
_RAISES = re.compile(r"(?:throw|raise)\b")
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
"""Entries of lists that nobody extends."""
_MADE = re.compile(
    r"[^=(\[{]*(?<![=!<>])=\s*[&*]?(?:new\s+)?(?:[a-z_]\w*\.)?(?P<type>[A-Za-z_]\w*)\s*[({]"
)
"""A value that is made of a type: `var addOpType = &operationType{`, `RED = Colour(`."""


def written_in(file: RepoFile, lines: Sequence[str]) -> Iterator[Registration]:
    """Yield the lists in a file of the software.

    Rows of values are of any type: which types the software defines is known to other files.

    Args:
        file: The file.
        lines: Its lines.
    """
    taken: set[int] = set()
    repeated = repeated_attributes(file)
    declaring = {option.line for option in file.outline.options}
    # What is inside comes later, and knows better whose branches they are.
    for position in reversed(range(len(file.outline.symbols))):
        symbol = file.outline.symbols[position]
        if symbol.name in file.outline.tests or last_name(symbol.name) in repeated:
            continue
        for line, form, entries in _entries(file, symbol, lines):
            is_option = form == "calls" and line in declaring
            if line not in taken and not is_option and _is_telling(entries):
                taken.add(line)
                ref = SymbolRef(file.path, position)
                comment = advice_at(lines, line, _syntax(file))
                own = _members_of(file, symbol) if form == "enumeration" else ()
                members = tuple(SymbolRef(file.path, each) for each in own)
                refuses = form == "choice" and _refuses(file, lines[line - 1 : symbol.end_line])
                yield Registration(
                    ref, line, form, entries, comment, members=members, refuses=refuses
                )
    yield from (each for each in counted_constants(file) if _is_telling(each.entries))
    yield from _values(file, lines)
    yield from _options(file)
    yield from _commands(file)


def _refuses(file: RepoFile, lines: Sequence[str]) -> bool:
    """Tell whether the last statement of a function, after its branches, reports an error."""
    code = failing_code(file.source.language)
    end = [each.strip() for each in lines if each.strip().strip("})];,")][-_LAST_LINES:]
    statements = [_BRANCH.sub("", each, count=1) for each in end]
    return any(p.match(each) for p in (_RAISES, code.reports, code.ends) for each in statements)


def _is_telling(entries: Sequence[str]) -> bool:
    telling = [
        each
        for each in entries
        if len(each) >= _SHORTEST and not _CALENDAR.fullmatch(each) and not _DIGEST.fullmatch(each)
    ]
    return len(entries) >= _LEAST and 2 * len(telling) > len(entries)


def _values(file: RepoFile, lines: Sequence[str]) -> Iterator[Registration]:
    """Yield the rows of values of one type that a file makes one by one."""
    made: dict[str, list[int]] = {}
    tests = frozenset(file.outline.tests)
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.kind not in GLOBALS or symbol.name in tests or symbol.line > len(lines):
            continue
        match = _MADE.match(lines[symbol.line - 1])
        if match is not None:
            made.setdefault(match["type"], []).append(position)
    for made_of, positions in made.items():
        found = [file.outline.symbols[each] for each in positions]
        names = tuple(last_name(each.name) for each in found)
        if len(names) >= _LEAST_MADE and _is_telling(names):
            line = found[0].line
            comment = advice_at(lines, line, _syntax(file))
            refs = tuple(SymbolRef(file.path, each) for each in positions)
            at = tuple(each.line for each in found)
            yield Registration(
                refs[0], line, "values", names, comment, made_of=made_of, members=refs, lines=at
            )


def _options(file: RepoFile) -> Iterator[Registration]:
    """Yield the options of the command line that a file declares, those of each type together."""
    declared: dict[int | None, dict[str, int]] = {}
    for option in file.outline.options:
        flags = [flag.lstrip("-") for flag in option.flags if flag.startswith("-")]
        if flags and not option.is_command:
            owner = _type_around(file, option.line)
            declared.setdefault(owner, {}).setdefault(max(flags, key=len), option.line)
    for owner, lines in declared.items():
        at = tuple(lines.values())
        if len(at) >= _LEAST:
            ref = _holder(file, at) if owner is None else SymbolRef(file.path, owner)
            fields = () if owner is None else _fields_at(file, owner, at)
            yield Registration(ref, min(at), "options", tuple(lines), "", members=fields, lines=at)


def _commands(file: RepoFile) -> Iterator[Registration]:
    """Yield the commands that a file declares."""
    declared: dict[str, int] = {}
    for option in file.outline.options:
        if option.is_command and option.flags:
            declared.setdefault(option.flags[0], option.line)
    if len(declared) >= _LEAST:
        at = tuple(declared.values())
        yield Registration(_holder(file, at), min(at), "commands", tuple(declared), "", lines=at)


def _type_around(file: RepoFile, line: int) -> int | None:
    """Return the position of the innermost type around a line."""
    return max(
        (
            position
            for position, symbol in enumerate(file.outline.symbols)
            if symbol.kind in NOUNS and symbol.line < line <= symbol.end_line
        ),
        default=None,
    )


def _holder(file: RepoFile, lines: Sequence[int]) -> SymbolRef:
    """Return the innermost definition around some lines, or the file."""
    first, last = min(lines), max(lines)
    around = [
        position
        for position, symbol in enumerate(file.outline.symbols)
        if symbol.line <= first and last <= symbol.end_line
    ]
    return SymbolRef(file.path, around[-1]) if around else SymbolRef.of_file(file.path)


def _fields_at(file: RepoFile, position: int, lines: Sequence[int]) -> tuple[SymbolRef, ...]:
    """Return the fields of a type that declare options, each at or below the line of one."""
    symbols = file.outline.symbols
    owner = symbols[position]
    fields = [
        each
        for each, symbol in enumerate(symbols)
        if symbol.kind in HELD and owner.line < symbol.line <= owner.end_line
    ]
    ends = [symbols[each].end_line for each in fields]
    found = (bisect_left(ends, line) for line in lines)
    return tuple(SymbolRef(file.path, fields[each]) for each in found if each < len(fields))


def _members_of(file: RepoFile, symbol: Symbol) -> list[int]:
    """Return the members of an enumeration, as positions in its file."""
    return [
        position
        for position, each in enumerate(file.outline.symbols)
        if each.name != symbol.name
        and each.name.startswith(symbol.name)
        and symbol.line <= each.line <= symbol.end_line
        and (each.kind in _MEMBERS or (symbol.kind == Kind.CLASS and each.kind in GLOBALS))
    ]


def _syntax(file: RepoFile) -> CommentSyntax:
    return language_named(file.source.language).comments


def _entries(
    file: RepoFile, symbol: Symbol, lines: Sequence[str]
) -> Iterator[tuple[int, Form, tuple[str, ...]]]:
    """Yield line, form and entries of the lists that a symbol holds."""
    inside = lines[symbol.line - 1 : symbol.end_line]
    if symbol.kind == Kind.ENUM or any(map(_ENUMERATIONS.fullmatch, symbol.bases)):
        own = [file.outline.symbols[each].name for each in _members_of(file, symbol)]
        members = tuple(name_inside(each, symbol.name) for each in own)
        yield symbol.line, "enumeration", members
    elif symbol.kind in WRITTEN and not SPECIAL.fullmatch(last_name(symbol.name)):
        text = "\n".join(inside)
        entries = entries_of(text, _syntax(file))
        is_type = symbol.kind == Kind.TYPE_ALIAS
        if not (is_type and len(_LITERAL.findall(text)) < len(entries)):
            yield symbol.line, "list", entries
    elif symbol.kind in FUNCTIONS:
        for row in branches_of(inside, symbol.line):
            yield row.line, "choice", row.labels
        for row in calls_of(inside, symbol.line):
            yield row.line, "calls", row.labels
    if symbol.kind in _WITH_CODE:
        for row in called_names(inside, symbol.line):
            yield row.line, "called", row.labels
