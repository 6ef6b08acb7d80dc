"""The form that every rule for Python has: its description, and the check itself."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Rule


class Match(NamedTuple):
    """What a check found; the rule's name and area come from the rule."""

    node: ast.stmt | ast.expr
    """The finding stands on its first line."""
    message: str
    """One sentence with the names of what was found; Markdown code spans allowed."""
    symbol: str = ""
    """The symbol in which it stands."""


class PythonRule(Rule, frozen=True, kw_only=True):
    """A rule for the syntax tree of one Python file.

    It asks for the parts that make a pattern work (the methods of a protocol, the statements of a
    singleton), never for a word in a name.
    """

    check: Callable[[ModuleFacts], Iterator[Match]]
    language: str = "python"
    called: frozenset[str] = frozenset()
    """Last names of the functions whose calls the check reads."""
