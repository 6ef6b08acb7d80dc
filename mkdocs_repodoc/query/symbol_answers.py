"""Answers about symbols, a type for each question; `questions` has what is asked."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, Grade, SymbolEntry


class SearchAnswer(Answer, frozen=True, kw_only=True):
    """What a search has found, the best first."""

    hits: tuple[Hit, ...] = ()


class Hit(AnswerPart, frozen=True, kw_only=True):
    """A symbol, file or folder that a search has found, and how many files use it."""

    symbol: SymbolEntry
    uses: int


class ParameterEntry(AnswerPart, frozen=True, kw_only=True):
    """A parameter as it is declared."""

    name: str
    kind: str
    annotation: str
    default: str


class RaisedEntry(AnswerPart, frozen=True, kw_only=True):
    """An exception that a body raises, as written."""

    name: str
    line: int


class SymbolAnswer(Answer, frozen=True, kw_only=True):
    """What a symbol is.

    Attributes:
        documentation: All of its documentation, as text.
        decorators: As written, without the `@`.
        labels: `async`, `property`, `static`, `abstract`, `deprecated`, …
        parameters: Of a function or class.
        returns: Return annotation as written.
        raises: What its body raises.
        written_bases: Base classes as written.
        bases: Base classes that the repository defines.
        subclasses: Classes that derive from it directly.
        overrides: The member of the nearest base class that it overrides.
        overridden_by: Members of derived classes that override it.
        members: What it contains.
        complexity: Cyclomatic complexity; 0 where it is not counted.
        uses: How many places refer to it.
        using_files: How many other files do.
        page: Address of its section, relative to the site's top.
    """

    documentation: str = ""
    decorators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    parameters: tuple[ParameterEntry, ...] = ()
    returns: str = ""
    raises: tuple[RaisedEntry, ...] = ()
    written_bases: tuple[str, ...] = ()
    bases: tuple[SymbolEntry, ...] = ()
    subclasses: tuple[SymbolEntry, ...] = ()
    overrides: SymbolEntry | None = None
    overridden_by: tuple[SymbolEntry, ...] = ()
    members: tuple[SymbolEntry, ...] = ()
    complexity: int = 0
    uses: int = 0
    using_files: int = 0


class SourceAnswer(Answer, frozen=True, kw_only=True):
    """Lines of a file, exactly as they are.

    Attributes:
        path: The file.
        line: First line of the text.
        end_line: Its last line.
        text: The lines, with their ends as line feeds.
    """

    path: str = ""
    line: int = 0
    end_line: int = 0
    text: str = ""


class UseEntry(AnswerPart, frozen=True, kw_only=True):
    """A place that refers to a symbol.

    Attributes:
        path: File that it stands in.
        line: Its line.
        column: Where the name starts, in bytes.
        kind: `call`, `name`, `annotation`, `base`, `decorator`, `raise`, `except`, `import`, …
        within: The innermost symbol around it; the file where it stands in none.
        grade: Whether the link is exact.
        in_tests: Whether it stands in a test.
        text: The line, without the white space around it.
    """

    path: str
    line: int
    column: int
    kind: str
    within: str
    grade: Grade
    in_tests: bool
    text: str


class TextLine(AnswerPart, frozen=True, kw_only=True):
    """A line of a file, without the white space around it."""

    path: str
    line: int
    text: str


class UsesAnswer(Answer, frozen=True, kw_only=True):
    """Who refers to a symbol.

    Attributes:
        kinds: Kind → how many uses.
        using_files: How many files have one.
        uses: The uses, by path and line.
        open_total: How many further lines of code hold the name, where it isn't known what it
            means there: calls on values whose types nothing tells, strings, comments.
        open_lines: The first of them.
    """

    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    using_files: int = 0
    uses: tuple[UseEntry, ...] = ()
    open_total: int = 0
    open_lines: tuple[TextLine, ...] = ()


class CallEntry(AnswerPart, frozen=True, kw_only=True):
    """What a function calls, or what a call of it may come to.

    Attributes:
        symbol: The callee.
        path: File with the call; empty where no single line shows it.
        line: Line of the call.
        tie: `call`, `inferred call`, `construction` (a class and what runs when it is called),
            `handed on` (named as a value), `override` (a method that may run in its stead),
            `registration` (called by who keeps it in an attribute).
        grade: Whether the tie is certain; overriding methods and registered functions may run.
    """

    symbol: SymbolEntry
    path: str
    line: int
    tie: str
    grade: Grade


class CalleesAnswer(Answer, frozen=True, kw_only=True):
    """What a function calls in the repository, in source order."""

    callees: tuple[CallEntry, ...] = ()


class CallPath(AnswerPart, frozen=True, kw_only=True):
    """A chain of calls: each step is called by the one before, the first one by the start."""

    start: SymbolEntry
    steps: tuple[CallEntry, ...]


class PathsAnswer(Answer, frozen=True, kw_only=True):
    """The shortest chains of calls from one symbol to another.

    Attributes:
        target: The other symbol.
        paths: The chains, all of the same length.
    """

    target: SymbolEntry | None = None
    paths: tuple[CallPath, ...] = ()


class TestEntry(AnswerPart, frozen=True, kw_only=True):
    """A test of a symbol or a file.

    Attributes:
        test: The test case, or the file where no single case is meant.
        reach: `uses` where the case refers to the symbol, `through` where a helper or fixture does
            it, `measured` where a run of the tests has run it, `file` where tests and files are
            tied as a whole.
        through: The helper.
        grade: Whether what ties them is exact.
    """

    test: SymbolEntry
    reach: Literal["uses", "through", "measured", "file"]
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
