"""The outline's symbol or import for a statement of the syntax tree.

Structure and references are found by passes that know nothing of each other; they meet in the
names and lines of the records.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.names.fixture_requests import is_collected
from mkdocs_repodoc.languages.python.names.python_scopes import Binding, NameScope
from mkdocs_repodoc.languages.python.names.statement_sites import (
    DefinitionSite,
    ImportSite,
    Spelling,
)
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.target_roots import TargetRoots
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE

_CLASS_METHODS = {"__new__", "__init_subclass__", "__class_getitem__"}
"""Methods that get the class without a decorator saying so."""
_FROM = len("from ")


class OutlineIndex:
    """Finds symbols and imports by what a syntax tree says about them.

    Args:
        text: The file's text.
        symbols: The outline's symbols.
        imports: The outline's imports.
        meanings: Where meanings are made.

    Attributes:
        lines: The file's lines.
        places: (Line, column) of each symbol's defining name.
        parsed: Id of a string constant → the annotation in it.
        inner: Id of a comprehension or lambda → its scope.
        attributes_set: Attributes of names, `self` left out, with what is assigned to them.
        handed: Id of a lambda → the call that it is an argument of, and the argument's place.
    """

    def __init__(
        self, text: str, symbols: Sequence[Symbol], imports: Sequence[Import], meanings: TargetRoots
    ) -> None:
        self.lines = text.split("\n")
        self.symbols = symbols
        self.places = {(s.name_line, s.column) for s in symbols if s.has_place}
        self.parsed: dict[int, ast.expr] = {}
        self.inner: dict[int, NameScope] = {}
        self.attributes_set: list[tuple[ast.Attribute, Binding]] = []
        self.handed: dict[int, tuple[ast.Call, str]] = {}
        self.meanings = meanings
        self._ascii = text.isascii()
        self._positions: dict[str, list[int]] = {}
        for position, symbol in enumerate(symbols):
            self._positions.setdefault(symbol.name, []).append(position)
        self._in_line: dict[tuple[str, int], int] = {}
        for position, symbol in reversed(list(enumerate(symbols))):
            self._in_line[symbol.name, symbol.name_line] = position
        self._fixtures = {symbol.name for symbol in symbols if FIXTURE in symbol.labels}
        self._imports: dict[tuple[int, str, str, str], list[int]] = {}
        for position, item in enumerate(imports):
            key = (item.level, item.module, item.name, item.alias)
            self._imports.setdefault(key, []).append(position)
        self._import_lines = [item.line for item in imports]

    def defines(self, name: str) -> bool:
        """Whether the outline has a symbol of this dotted path."""
        return name in self._positions

    def positions(self, name: str) -> Sequence[int]:
        """Return the indexes of the symbols of a dotted path."""
        return self._positions.get(name, ())

    def unique(self, name: str) -> bool:
        """Whether just one symbol has this dotted path."""
        return len(self._positions[name]) == 1

    def definition(self, outer: NameScope, node: ast.stmt) -> DefinitionSite:
        """Find the symbol of a `def` or `class` statement."""
        short = node.name  # type: ignore[attr-defined]  # of functions and classes
        name = f"{outer.name}.{short}" if outer.name else short
        meaning = self.meanings.own(name)
        positions = self._positions.get(name)
        if not positions:
            return DefinitionSite(name, FILE_SCOPE, meaning, None)
        if len(positions) == 1:
            return DefinitionSite(name, positions[0], meaning, None)
        position = self._in_line.get((name, node.lineno))
        if position is not None:
            return DefinitionSite(name, position, meaning, self.meanings.symbol(position))
        return DefinitionSite(name, positions[-1], meaning, None)

    def pinned(self, scope: NameScope, name: str, line: int) -> TargetNode | None:
        """Return the meaning of the variable bound in a line, if the name has several symbols."""
        if scope.kind not in ("module", "class"):
            return None
        whole = f"{scope.name}.{name}" if scope.name else name
        if len(self.positions(whole)) <= 1:
            return None
        position = self._in_line.get((whole, line))
        return None if position is None else self.meanings.symbol(position)

    def receiver(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: NameScope
    ) -> TargetNode | None:
        """Return what the first parameter of a function in a class body is."""
        decorators = {last_name(decorator) for decorator in node.decorator_list}
        if "staticmethod" in decorators:
            return None
        if "classmethod" in decorators or node.name in _CLASS_METHODS:
            return self.meanings.own(owner.name)
        return self.meanings.receiver(owner.name)

    def asks_for_fixtures(self, outer: NameScope, node: FunctionNode) -> str:
        """Return whether a function is a `fixture` or a `test`, else nothing."""
        if outer.kind not in ("module", "class"):
            return ""
        name = f"{outer.name}.{node.name}" if outer.name else node.name
        if node.decorator_list and name in self._fixtures:
            return FIXTURE
        if not node.name.startswith("test"):
            return ""
        owners = self.positions(outer.name) if outer.name else ()
        bases = self.symbols[owners[0]].bases if owners else ()
        return "test" if is_collected(outer.name, bases) else ""

    def imported(self, node: ast.Import) -> Iterator[ImportSite]:
        """Find the imports of `import a.b, c as d`."""
        for alias in node.names:
            meaning = self.meanings.module(alias.name)
            names = self._dotted(alias.lineno, alias.col_offset, alias.name)
            if alias.asname:
                index = self._index(node, 0, alias.name, "", alias.asname)
                if index >= 0:
                    meaning = self.meanings.imported(index)
                spelled = (*names, self._as_name(alias, meaning))
                yield ImportSite(alias.asname, meaning, spelled)
            else:
                top = alias.name.partition(".")[0]
                yield ImportSite(top, self.meanings.module(top), names)

    def imported_from(self, node: ast.ImportFrom) -> Iterator[ImportSite]:
        """Find the imports of `from ..a.b import c as d, e`."""
        module, level = node.module or "", node.level
        names = self._from(node, module, level)
        for alias in node.names:
            index = self._index(node, level, module, alias.name, alias.asname or "")
            if alias.name == "*" or (index < 0 and level):
                yield ImportSite(
                    alias.name if alias.name == "*" else "", self.meanings.module(""), names
                )
            else:
                meaning = (
                    self.meanings.imported(index)
                    if index >= 0
                    else self.meanings.module(module).member(alias.name)
                )
                end = alias.col_offset + self._width(alias.name)
                spelled = [*names, (alias.lineno, alias.col_offset, end, meaning)]
                if alias.asname:
                    spelled.append(self._as_name(alias, meaning))
                yield ImportSite(alias.asname or alias.name, meaning, tuple(spelled))
            names = ()

    def _index(self, node: ast.stmt, level: int, module: str, name: str, alias: str) -> int:
        found = self._imports.get((level, module, name, alias))
        if not found:
            return -1
        last = node.end_lineno or node.lineno
        for index in found:
            if node.lineno <= self._import_lines[index] <= last:
                return index
        return found[0]

    def _from(self, node: ast.ImportFrom, module: str, level: int) -> tuple[Spelling, ...]:
        column = node.col_offset + _FROM + level
        if not module:
            return ()
        if not level:
            return self._dotted(node.lineno, column, module)
        dots = self._cut(node.lineno, column - level, column)
        if dots != "." * level:
            return ()
        return self._dotted(node.lineno, column, module, self.meanings.relative(level, ""))

    def _dotted(
        self, line: int, column: int, dotted: str, start: TargetNode | None = None
    ) -> tuple[Spelling, ...]:
        """Return the parts of a dotted name that stands at a place without spaces."""
        if self._cut(line, column, column + self._width(dotted)) != dotted:
            return ()
        found = []
        meaning = start
        for depth, part in enumerate(dotted.split("."), 1):
            meaning = meaning.member(part) if start and meaning else self._package(dotted, depth)
            end = column + self._width(part)
            found.append((line, column, end, meaning))
            column = end + 1
        return tuple(found)

    def _package(self, dotted: str, depth: int) -> TargetNode:
        """Return what a part of an absolute import's path means."""
        if depth == 1 and "." not in dotted:
            return self.meanings.module(dotted)
        return self.meanings.package(dotted, depth)

    def _as_name(self, alias: ast.alias, meaning: TargetNode) -> Spelling:
        end = alias.end_col_offset or 0
        line = alias.end_lineno or alias.lineno
        return (line, end - self._width(alias.asname or ""), end, meaning)

    def _width(self, name: str) -> int:
        return len(name) if self._ascii else len(name.encode())

    def _cut(self, line: int, start: int, end: int) -> str:
        text = self.lines[line - 1]
        if self._ascii or text.isascii():
            return text[start:end]
        return text.encode()[start:end].decode(errors="replace")
