"""Demands of tests that no assertion shows: what they need, and where they run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.test_matter import is_of_tests, writing_of
from mkdocs_repodoc.languages.testing.test_runs import condition_of, is_never_run, mark_of
from mkdocs_repodoc.languages.testing.test_writing import TestDemand
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository

_CERTAIN = frozenset({"kept", "random"})
"""Forms that only tests have, wherever they stand."""
_SKIPS = re.compile(r"\b[sS]kip(?:[A-Z]\w*|_\w+|if|now)?\b")
_SKIPPING_LINES = 2
"""Lines from where a variable is read in which a test is left out for it."""


class MetDemand(NamedTuple):
    """A form of test, and where it is met."""

    demand: TestDemand
    lines: tuple[tuple[str, int], ...]
    """Paths and lines."""


class MarkedTest(NamedTuple):
    """A case, or what has cases in it, that does not run everywhere."""

    symbol: SymbolRef
    mark: str
    """As written; empty where a statement in it says so."""


class TestDemands:
    """Reads what the tests of a repository demand.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    __test__ = False

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text

    def met(self) -> list[MetDemand]:
        """Return the forms that are met, in the order of paths and lines."""
        found: dict[TestDemand, list[tuple[str, int]]] = {}
        for file in self._files():
            writing = writing_of(file)
            is_test = is_of_tests(self._repository, file)
            text = self._read_text(file.path) if writing is not None else ""
            for demand in writing.demands if writing is not None else ():
                if not is_test and demand.kind not in _CERTAIN:
                    continue
                lines = ((file.path, line) for line in _lines(demand, text))
                found.setdefault(demand, []).extend(lines)
        return [MetDemand(demand, tuple(lines)) for demand, lines in found.items() if lines]

    def left_out(self) -> Iterator[MarkedTest]:
        """Yield the cases, and what has several in it, that are marked as left out."""
        return self._marked(lambda symbol: mark_of(symbol) if is_never_run(symbol) else None)

    def conditional(self) -> Iterator[MarkedTest]:
        """Yield the cases, and what has several in it, that run under a condition."""
        return self._marked(lambda symbol: condition_of(symbol) or None)

    def switches(self) -> Iterator[tuple[str, str, int]]:
        """Yield the environment variables by which tests are left out, with path and line."""
        told: set[str] = set()
        for file in self._files():
            variables = tuple(file.outline.facts_of(EnvironmentVariable))
            lines = self._read_text(file.path).split("\n") if variables else []
            for each in variables:
                beside = "\n".join(lines[each.line - 1 : each.line - 1 + _SKIPPING_LINES])
                if each.name not in told and _SKIPS.search(beside):
                    told.add(each.name)
                    yield each.name, file.path, each.line

    def _marked(self, mark: Callable[[Symbol], str | None]) -> Iterator[MarkedTest]:
        """Yield the outermost symbols with cases that have a mark, which may have no words."""
        for file in self._files():
            cases = set(file.outline.tests)
            told = ""
            for position, symbol in enumerate(file.outline.symbols):
                found = mark(symbol)
                if found is None or (told and _is_inside(symbol.name, told)):
                    continue
                if symbol.name in cases or any(_is_inside(each, symbol.name) for each in cases):
                    told = symbol.name
                    yield MarkedTest(SymbolRef(file.path, position), found)

    def _files(self) -> Iterator[RepoFile]:
        """Yield the files with tests, and those that help these."""
        for file in self._repository.files.values():
            if file.source.kind != "text" or file.source.origin:
                continue
            if file.outline.tests or is_of_tests(self._repository, file):
                yield file


def _is_inside(name: str, outer: str) -> bool:
    return name.startswith((f"{outer}.", f"{outer}::"))


def _lines(demand: TestDemand, text: str) -> Iterator[int]:
    """Yield the lines on which a form is met."""
    line, end = 1, 0
    for match in demand.sign.finditer(text):
        line += text.count("\n", end, match.start())
        end = match.start()
        yield line
