"""Tests that start the software as a process, so that no name in them leads to what they run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository
from mkdocs_repodoc.text.code_reading.bare_lines import TEXT, BareLine, bare_lines

PROGRAMS = frozenset({"command", "module", "program", "script"})
"""Kinds of entry points at which a program starts."""


_LEAST_USERS = 2
_LINES = 8
"""Lines that show what a program is started with."""
_ASIDE = re.compile(
    r"\s*(?:(?:import|from|use|using|require)\b|//|\*|@|#(?!\[))|.*\b(?:import|require)\("
)
"""A line that imports or tells, and starts nothing."""
_CLOSING = re.compile(r"\s*(?:end\b)?[\s)}\];]*")
"""A line that does nothing but close the function around it."""
_CALLED = re.compile(r"\.|::")
_CONSTANT = re.compile(r"\b[A-Z][A-Z\d_]{2,}\b")


class ProcessStart(NamedTuple):
    """A line of the tests that starts a process."""

    path: str
    line: int


def process_start(repository: Repository, read_text: Callable[[str], str]) -> ProcessStart | None:
    """Return where tests start processes, the file with most cases first; `None` if none does.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """
    tests = [
        file
        for file in repository.files.values()
        if file.role in TEST_ROLES
        and file.source.kind == "text"
        and not file.source.origin
        and not file.source.executable  # a script that somebody starts, and no test
    ]
    for file in sorted(tests, key=lambda file: (-len(file.outline.tests), file.path)):
        language = language_named(file.source.language)
        if line := next(_starting_lines(language, read_text(file.path)), 0):
            return ProcessStart(file.path, line)
    return None


def _starting_lines(language: Language, text: str) -> Iterator[int]:
    """Yield the lines of a file whose code starts a process, or imports what does."""
    pattern = language.process_starts
    if isinstance(pattern, Absent) or not pattern.search(text):
        return
    for number, line in enumerate(bare_lines(text, language.comments), 1):
        if any(_is_code(line, found) for found in pattern.finditer(line.code)):
            yield number


def _is_code(line: BareLine, found: re.Match[str]) -> bool:
    """Tell whether what was found does something: a text may name a module, but makes no call."""
    start, end = found.span()
    if line.shape[start] != TEXT:
        return True
    before = line.shape[:start].rstrip(TEXT)
    return not _CALLED.search(found[0]) and " " not in line.code[len(before) : end]


class HarnessStart(NamedTuple):
    """The lines by which what tests share starts a program for them."""

    path: str
    line: int
    code: str
    """The lines, joined; some that follow say with what the program runs."""
    users: int
    """Other files of tests that come to the lines."""
    constants: tuple[SymbolRef, ...]
    """Constants of tests that the first line names."""


def harness_start(repository: Repository, read_text: Callable[[str], str]) -> HarnessStart | None:
    """Return where what most tests call starts a program; `None` if nothing shared does.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """
    found: list[tuple[int, str, int, int]] = []
    for path, file in repository.files.items():
        if file.role not in TEST_ROLES or file.source.kind != "text" or file.source.origin:
            continue
        if sum(each != path for each in repository.links.uses.users(path)) < _LEAST_USERS:
            continue
        language, text = language_named(file.source.language), read_text(path)
        lines = text.split("\n")
        for line in _starting_lines(language, text):
            function = _function_around(repository, path, line)
            if function is None or "(" not in lines[line - 1] or _ASIDE.match(lines[line - 1]):
                continue
            users = _test_files_calling(repository, function)
            end = repository.symbol(function).end_line
            found += [(-users, path, line, end)] if users >= _LEAST_USERS else []
    if not found:
        return None
    number, path, line, end = min(found)
    lines = read_text(path).split("\n")
    end -= end > line and _CLOSING.fullmatch(lines[end - 1]) is not None
    shown = " ".join(" ".join(lines[line - 1 : end][:_LINES]).split())
    return HarnessStart(path, line, shown, -number, tuple(_constants(repository, lines[line - 1])))


def _function_around(repository: Repository, path: str, line: int) -> SymbolRef | None:
    """Return the innermost function around a line below its head."""
    found = [
        (each.end_line, position)
        for position, each in enumerate(repository.files[path].outline.symbols)
        if each.kind in FUNCTIONS and each.line < line <= each.end_line
    ]
    return SymbolRef(path, min(found)[1]) if found else None


def _test_files_calling(repository: Repository, function: SymbolRef) -> int:
    """Return how many other files of tests use a function, or what calls it in its own file.

    Few of those that use the file may come to it.
    """
    waiting, known, files = [function], {function}, set[str]()
    while waiting:
        for use in repository.links.uses.of(waiting.pop()):
            if use.path != function.path:
                files.add(use.path)
            elif not use.user.is_file and use.user not in known:
                known.add(use.user)
                waiting.append(use.user)
    return sum(repository.files[path].role in TEST_ROLES for path in files)


def _constants(repository: Repository, code: str) -> Iterator[SymbolRef]:
    names = set(_CONSTANT.findall(code))
    for path, file in repository.files.items() if names else ():
        for position, symbol in enumerate(file.outline.symbols if file.role in TEST_ROLES else ()):
            if symbol.name in names and symbol.kind in GLOBALS:
                names.discard(symbol.name)
                yield SymbolRef(path, position)


def programs(entries: tuple[EntryPoint, ...]) -> list[str]:
    """Return the files in which programs start."""
    return [each.symbol.path for each in entries if each.kind in PROGRAMS]
