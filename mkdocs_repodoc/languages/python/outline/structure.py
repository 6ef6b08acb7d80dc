"""The collection of one pass over a syntax tree, before it is turned into records.

These objects point into the tree and live no longer than the analysis of one file.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

LoopNode = ast.For | ast.AsyncFor | ast.While


class Guard(NamedTuple):
    """Under which conditions a statement stands, seen from its function, class or module."""

    conditional: bool = False
    """Under an `if`, `try`, `match` or the like."""
    type_checking: bool = False
    """Under `if TYPE_CHECKING:`."""
    main: bool = False
    """Under `if __name__ == "__main__":`."""
    branch: tuple[int, ...] = ()
    """Numbers of the branches from the outermost in; two statements stand in alternative branches
    if neither's path starts with the other's."""


@dataclass(slots=True, eq=False)
class OutlineScope:
    """A module, class or function: what names are defined in, and what was counted in it."""

    name: str
    """Dotted path in the file; empty for the module."""
    node: ast.Module | ast.ClassDef | FunctionNode
    parent: OutlineScope | None = None
    complexity: int = 1
    generator: bool = False
    raises: list[ast.Raise] = field(default_factory=list)
    caught: set[str] = field(default_factory=set)
    """Names that `except … as name` binds."""
    returns: list[ast.Return] = field(default_factory=list)
    inner: list[OutlineScope] = field(default_factory=list)
    """The functions and classes that stand in it."""
    receiver: str = ""
    """In a method, the name of its first parameter."""

    def path(self, name: str) -> str:
        """Return the dotted path of a name that is defined in this scope."""
        return f"{self.name}.{name}" if self.name else name


@dataclass(slots=True, eq=False)
class NameDefinition:
    """One place that defines a name."""

    name: str
    node: ast.stmt
    scope: OutlineScope
    """Where the name is defined: for `self.x = …` the class."""
    guard: Guard
    target: ast.expr | None = None
    """The assigned name; `None` for `def` and `class`."""
    body: OutlineScope | None = None
    """The scope that a `def` or `class` opens."""
    docstring: ast.Constant | None = None
    value: ast.expr | None = None
    annotation: ast.expr | None = None
    method: OutlineScope | None = None
    """For `self.x = …`, the method in which it stands."""


class ImportPlace(NamedTuple):
    """An import statement and where it stands."""

    node: ast.Import | ast.ImportFrom
    scope: OutlineScope
    guard: Guard


class CallPlace(NamedTuple):
    """A call that some rule may want to look at."""

    node: ast.Call
    scope: OutlineScope


class NodePlace(NamedTuple):
    """A node of a rare kind, for a rule that looks at it."""

    node: ast.expr | ast.stmt
    scope: OutlineScope


@dataclass(slots=True, eq=False)
class Structure:
    """All that the pass found, each list in source order as far as its statements go."""

    module: OutlineScope
    docstring: ast.Constant | None = None
    scopes: list[OutlineScope] = field(default_factory=list)
    definitions: list[NameDefinition] = field(default_factory=list)
    imports: list[ImportPlace] = field(default_factory=list)
    exports: list[ast.stmt] = field(default_factory=list)
    """Statements that set or change `__all__`."""
    calls: list[CallPlace] = field(default_factory=list)
    flag_calls: list[CallPlace] = field(default_factory=list)
    """Calls of any name that are given flags, and what else they are given by keywords."""
    walruses: list[NodePlace] = field(default_factory=list)
    strings: list[ast.Constant] = field(default_factory=list)
    """Strings that are statements: docstrings, and strings that stand where a comment could."""
    main_line: int = 0

    def release(self) -> None:
        """Undo the cycles between scopes, so that the tree goes away without a collection."""
        for scope in self.scopes:
            scope.inner.clear()
