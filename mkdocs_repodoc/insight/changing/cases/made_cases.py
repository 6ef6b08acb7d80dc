"""Cases of tests that no count shows: those that a loop or helper makes, or that run repeatedly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.test_matter import is_of_tests, writing_of
from mkdocs_repodoc.languages.testing.test_writing import TestWriting
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository

_TEST = re.compile(r"test", re.IGNORECASE)
_ABOVE = 10
"""Lines above a statement in which its name may be put together."""
_VARIABLE = re.compile(r"[A-Za-z_]\w*")


class MadeCases(NamedTuple):
    """A statement that makes cases while the tests run."""

    path: str
    line: int
    statement: str
    """Its first line."""
    name: str
    """The expression for the names of the cases; empty where the statement is all that is known."""
    function: SymbolRef | None
    """The outermost function around it."""


class RepeatedCases(NamedTuple):
    """Marks of cases that run once for each of several values."""

    mark: str
    number: int
    files: int
    path: str
    """The file with the first mark."""
    line: int


class Replaced(NamedTuple):
    """What tests replace by something of their own."""

    what: str
    number: int
    path: str
    line: int


class AroundTests(NamedTuple):
    """Code that runs before or after each test of a folder, without being asked for."""

    path: str
    line: int
    name: str
    failing: tuple[str, ...]
    """Statements by which it has a test fail."""


class TestForms:
    """Reads the forms in which the tests of a repository are written.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    __test__ = False

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text

    def made(self) -> Iterator[MadeCases]:
        """Yield the statements that make cases, in the order of paths and lines."""
        for file, writing, text in self._files():
            lines = text.split("\n")
            for pattern in writing.made:
                for match, line in _found(pattern, text):
                    statement = " ".join(match[0].split())
                    name = _name(lines, line, match.groupdict().get("name") or "")
                    if _TEST.search(f"{statement} {name}"):
                        function = self._function(file, line)
                        yield MadeCases(file.path, line, statement, name, function)

    def repeated(self) -> RepeatedCases | None:
        """Return the most usual mark of cases that run once for each of several values."""
        marks: Counter[str] = Counter()
        files: Counter[str] = Counter()
        first: dict[str, tuple[str, int]] = {}
        for file, writing, text in self._files():
            found = list(_found(writing.repeated, text))
            for match, line in found:
                first.setdefault(match[0], (file.path, line))
            marks.update(match[0] for match, _ in found)
            files.update({match[0] for match, _ in found})
        if not marks:
            return None
        mark = max(marks, key=lambda each: (marks[each], each))
        return RepeatedCases(mark, marks[mark], files[mark], *first[mark])

    def replaced(self) -> list[Replaced]:
        """Return what tests replace, the most usual first."""
        found: Counter[str] = Counter()
        first: dict[str, tuple[str, int]] = {}
        for file, writing, text in self._files():
            for match, line in _found(writing.replaced, text):
                first.setdefault(match["what"], (file.path, line))
                found[match["what"]] += 1
        return [Replaced(what, number, *first[what]) for what, number in found.most_common()]

    def around(self) -> Iterator[AroundTests]:
        """Yield what runs around each test, from files that have no cases themselves."""
        for file, writing, text in self._files(of_runner=True):
            lines = text.split("\n")
            for match, line in _found(writing.around, text) if not file.outline.tests else ():
                first = line + match[0].count("\n")
                body = "\n".join(takewhile(_is_inside, lines[first:]))
                failing = writing.failing.finditer(body) if writing.failing is not None else ()
                statements = tuple(" ".join(each[0].split()) for each in failing)
                yield AroundTests(file.path, first, match["name"], statements)

    def _files(self, *, of_runner: bool = False) -> Iterator[tuple[RepoFile, TestWriting, str]]:
        """Yield the files of tests, and those that the runner alone finds if they are asked for."""
        for path, file in self._repository.files.items():
            if file.source.kind != "text" or file.source.origin:
                continue
            writing = writing_of(file)
            found = file.role in TEST_ROLES if of_runner else is_of_tests(self._repository, file)
            if writing is not None and found:
                yield file, writing, self._read_text(path)

    def _function(self, file: RepoFile, line: int) -> SymbolRef | None:
        for position, symbol in enumerate(file.outline.symbols):
            if symbol.kind in FUNCTIONS and symbol.line <= line <= symbol.end_line:
                return SymbolRef(file.path, position)
        return None


def _is_inside(line: str) -> bool:
    return not line[:1].strip()


def _found(pattern: re.Pattern[str] | None, text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield where a pattern is found, each time with the number of the line."""
    line, end = 1, 0
    for match in pattern.finditer(text) if pattern is not None else ():
        line += text.count("\n", end, match.start())
        end = match.start()
        yield match, line


def _name(lines: list[str], line: int, written: str) -> str:
    """Return the expression for a name, that of the assignment above where a variable has it."""
    if not _VARIABLE.fullmatch(written):
        return written
    assigned = re.compile(rf"^\s*(?:const |let )?{written}\s*=\s*(?P<value>[^=\s].*?);?\s*$")
    above = reversed(lines[max(0, line - 1 - _ABOVE) : line - 1])
    found = next((match for each in above if (match := assigned.match(each))), None)
    return found["value"] if found is not None else written
