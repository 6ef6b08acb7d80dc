"""Facts about failures: what is reported, what is caught, with which status a program ends."""

from __future__ import annotations

from typing import Literal

from mkdocs_repodoc.model.facts.fact import FactBase


class ExitStatus(FactBase, frozen=True):
    """A status with which code ends the program."""

    status: str
    """The number, or the expression that gives it as written."""
    line: int
    caught: str = ""
    """The errors whose handler ends it so, as written, or `ANY_ERROR`; empty outside handlers."""
    meaning: str = ""
    """The name that the code gives it, or the message that it prints first; empty without both."""
    condition: str = ""
    """The innermost condition around it as written; empty without one, or where it is not read."""


ANY_ERROR = "any error"
"""Stands for the errors as written where a handler takes all of them."""

ReportForm = Literal[
    "raise",  # handed to the caller: raised, thrown, returned as an error, a panic
    "warning",  # a warning of the language, which its users can filter
    "log",  # written to a log or to the standard error
    "kept",  # made, and kept or handed on by other ways than those above
    "declared",  # an error that has a name, where the name is declared
    "text",  # what a type of errors says of each of them
    "call",  # handed to a function whose name says that it reports errors
    "notice",  # handed to a function whose name says that it warns
    "macro",  # handed to a macro of the project, whose definition tells what becomes of it
]


class ReportedError(FactBase, frozen=True):
    """A statement that reports that something went wrong."""

    error: str
    """Type of the error, or the function that makes or reports it, as written."""
    message: str
    """Its text as the code has it, with the expressions in it; empty without one."""
    line: int
    condition: str = ""
    """The innermost condition around it as written; empty without one."""
    form: ReportForm = "raise"
    caught: str = ""
    """The errors in whose handler it stands, as written, or `ANY_ERROR`; empty outside handlers."""
    outer: tuple[str, ...] = ()
    """The conditions around the innermost one, which have to hold as well, innermost first."""


class ErrorHandler(FactBase, frozen=True):
    """Code that runs because of an error."""

    caught: str
    """The errors as written; empty for all of them."""
    steps: tuple[str, ...]
    """What it does, a statement or the head of one each, as written; empty if nothing."""
    line: int
    guarded: tuple[int, int] = (0, 0)
    """First and last line of what it watches; zeros where no lines of the file hold all of it."""


class ReportingMacro(FactBase, frozen=True):
    """A macro of the project that reports what it is given."""

    name: str
    form: ReportForm
    """What becomes of it."""
    line: int
