"""Answers to `tests`: which tests cover a symbol or a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mkdocs_repodoc.model.kinds import TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, Grade, SymbolEntry
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import TestsQuestion
from mkdocs_repodoc.query.replies.symbol_reply import unknown_uses
from mkdocs_repodoc.query.replies.tests_of_callers import tests_of_callers
from mkdocs_repodoc.query.subjects import subject

_NOT_MEASURED = "No run of the tests has been measured (option 'coverage')."
_INDIRECT = "No test case is known to use it; those that are listed may reach it."
_NO_USE = frozenset({"import", "definition"})


class TestEntry(AnswerPart, frozen=True, kw_only=True):
    """A test of a symbol or a file.

    Attributes:
        test: The test case, or the file where no single case is meant.
        reach: `uses` where the case refers to the symbol, `through` where a helper or fixture does
            it, `measured` where a run of the tests has run it, `file` where tests and files are
            tied as a whole, or a file of tests refers to the symbol outside of its cases; where
            there is none of these, `caller` if the case refers to what calls the symbol.
        through: The helper, or the caller.
        grade: Whether what ties them is exact.
    """

    test: SymbolEntry
    reach: Literal["uses", "through", "measured", "file", "caller"]
    through: str = ""
    grade: Grade = "exact"


class TestsAnswer(Answer, frozen=True, kw_only=True):
    """The tests of a symbol or a file.

    Attributes:
        tests: The tests, the closest first.
        measured: Whether there is a measurement to tell from.
        command: What runs the first test file, where that is known.
    """

    tests: tuple[TestEntry, ...] = ()
    measured: bool = False
    command: str = ""


def tests(asked: AskedRepository, question: TestsQuestion) -> TestsAnswer:
    """Tell which tests cover a symbol or a file."""
    ref = subject(asked, question.name, question.path)
    links = asked.repository.links
    measured = bool(links.coverage.covered_by or links.coverage.lines)
    found: dict[str, TestEntry] = {}
    for entry in _of_file(asked, ref) if ref.is_file else _of_symbol(asked, ref):
        found.setdefault(entry.test.id, entry)
    is_direct = bool(found)
    if not (is_direct or measured or ref.is_file):
        for entry in _around(asked, ref):
            found.setdefault(entry.test.id, entry)
    some = portion(tuple(found.values()), question, asked.state)
    first = some.entries[0].test.path if some.entries else ""
    run = asked.insight.statistics.run_of_test(first) if first else None
    notes = [] if measured else [_NOT_MEASURED]
    notes += [unknown] if (unknown := unknown_uses(asked, ref)) else []
    if not is_direct:
        notes.insert(0, _INDIRECT if found else "No test is known to reach it.")
    return TestsAnswer(
        question="tests",
        status="answered" if found or not unknown else "not known",
        subject=asked.entry(ref),
        tests=tuple(some.entries),
        measured=measured,
        command=run.file if run is not None else "",
        total=some.total,
        next_cursor=some.next_cursor,
        note=" ".join(notes),
    )


def _of_file(asked: AskedRepository, ref: SymbolRef) -> Iterator[TestEntry]:
    links = asked.repository.links
    for path in links.tests_of.get(ref.path, ()):
        ran = ref.path in links.coverage.lines.get(path, {})
        test = asked.entry(SymbolRef.of_file(path))
        yield TestEntry(test=test, reach="measured" if ran else "file")


def _of_symbol(asked: AskedRepository, ref: SymbolRef) -> Iterator[TestEntry]:
    """Yield the cases that refer to a symbol, those that do it by helpers, those that ran it."""
    for each in asked.reaching_tests.of(ref):
        yield TestEntry(
            test=asked.entry(each.case),
            reach="uses" if each.helper is None else "through",
            through=asked.ref_id(each.helper) if each.helper is not None else "",
            grade=_grade(asked, ref, each.helper or each.case),
        )
    for part in _parts(asked, ref):
        covering = asked.repository.links.coverage.covered_by.get(part)
        for case in covering.tests if covering is not None else ():
            yield TestEntry(test=asked.entry(case), reach="measured")


def _around(asked: AskedRepository, ref: SymbolRef) -> Iterator[TestEntry]:
    """Yield files of tests that refer to a symbol outside of cases, and cases of its callers."""
    for use in asked.repository.links.uses.of(ref):
        is_test = asked.repository.files[use.path].role == "test"
        if is_test and use.kind not in _NO_USE:
            file = SymbolRef.of_file(use.path)
            yield TestEntry(test=asked.entry(file), reach="file", grade=_grade(asked, ref, file))
    for case, caller in tests_of_callers(asked, ref):
        test, through = asked.entry(case), asked.ref_id(caller)
        yield TestEntry(test=test, reach="caller", through=through, grade="inferred")


def _parts(asked: AskedRepository, ref: SymbolRef) -> Iterator[SymbolRef]:
    """Yield a symbol, and the members of a type, which is what runs."""
    yield ref
    symbols = asked.repository.files[ref.path].outline.symbols
    if symbols[ref.position].kind in TYPES:
        name = f"{symbols[ref.position].name}."
        for position, symbol in enumerate(symbols):
            if symbol.name.startswith(name):
                yield SymbolRef(ref.path, position)


def _grade(asked: AskedRepository, ref: SymbolRef, user: SymbolRef) -> Grade:
    """Return whether a use of a symbol in a test is exact."""
    uses = asked.repository.links.uses.of(ref)
    within = [use for use in uses if use.path == user.path and _is_in(asked, use, user)]
    return "exact" if any(use.confidence == "exact" for use in within) else "inferred"


def _is_in(asked: AskedRepository, use: Use, user: SymbolRef) -> bool:
    if user.is_file:
        return True
    symbol = asked.repository.symbol(user)
    return symbol.line <= use.line <= symbol.end_line
