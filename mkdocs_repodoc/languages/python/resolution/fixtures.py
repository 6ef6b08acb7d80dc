"""Pytest's fixtures: the one that a test or another fixture gets for a name.

Pytest looks from the inside to the outside: the class and the classes around it, the module with
what it imports, `conftest.py` of the folder and of those above it, then the modules that these
name in `pytest_plugins`. A fixture that asks for its own name gets the next one outside.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from mkdocs_repodoc.languages.python.resolution.class_order import Classes, ClassRef
from mkdocs_repodoc.languages.python.resolution.module_members import ModuleMembers
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames, SymbolTable
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.paths import ancestors, name_of, prefix_of

_CONFTEST = "conftest.py"


class Fixtures:
    """The fixtures of a repository by the rules of pytest.

    Args:
        table: The names of the repository.
        members: What modules import.
        classes: Orders of classes.
    """

    def __init__(self, table: SymbolTable, members: ModuleMembers, classes: Classes) -> None:
        self._table = table
        self._members = members
        self._classes = classes
        self._known: dict[str, dict[tuple[str, str], int]] = {}
        """Path → name of a class, or nothing, and of a fixture → its position."""

    def requested(self, path: str, scope: str, name: str) -> Denotation | None:
        """Return the fixture that somebody gets who asks for a name.

        Args:
            path: The file of who asks.
            scope: Dotted path, in the file, of the fixture, the test or the class that asks; empty
                for a test at the top.
            name: The name.

        Returns:
            `None` where pytest looks for no tests, or the fixture is not from the repository.
        """
        file = self._table.names[path]
        own: ClassRef | None = None
        classes: list[ClassRef] = []
        while scope:
            position = file.positions.get(scope)
            symbol = file.outline.symbols[position] if position is not None else None
            if position is not None and symbol is not None:
                if FIXTURE in symbol.labels:
                    own = own or (path, position)
                elif symbol.kind == Kind.CLASS:
                    classes.append((path, position))
            scope = scope.rpartition(".")[0]
        if own is None and not _is_searched(path):
            return None
        found = list(self._offered(path, classes, name))
        places = [each[1:3] for each in found]
        behind = places.index(own) + 1 if own in places else 0
        return found[behind] if behind < len(found) else None

    def _offered(self, path: str, classes: list[ClassRef], name: str) -> Iterator[Denotation]:
        """Yield the fixtures of a name that can be seen from a place, the nearest first."""
        for owner in classes:
            yield from self._of_class(owner, name)
        files = [path, *self._configurations(path)]
        for each in (*files, *self._plugins(files)):
            found = self._of_module(each, name)
            if found is not None:
                yield found

    def _of_class(self, owner: ClassRef, name: str) -> Iterator[Denotation]:
        is_exact = True
        for ref in self._classes.order(*owner):
            if ref is None:
                is_exact = False
                continue
            class_name = self._table.symbol(*ref).name
            position = self._defined(ref[0]).get((class_name, name))
            if position is not None:
                yield Denotation("symbol", ref[0], position, is_exact)
                return

    def _of_module(self, path: str, name: str) -> Denotation | None:
        """Return a fixture that a module defines or imports."""
        position = self._defined(path).get(("", name))
        if position is not None:
            return Denotation("symbol", path, position)
        for written in (name, *self._renamed.get(name, ())):
            found = self._members.exported(path, written)
            if found is not None and found.kind == "symbol":
                symbol = self._table.symbol(found.path, found.position)
                if FIXTURE in symbol.labels and fixture_name(symbol) == name:
                    return found
        return None

    def _defined(self, path: str) -> dict[tuple[str, str], int]:
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = _fixtures_of(self._table.names[path])
        return known

    @cached_property
    def _renamed(self) -> dict[str, list[str]]:
        """Name of a fixture → functions of modules that define it under another name."""
        found: dict[str, list[str]] = {}
        for names in self._table.names.values():
            for symbol in names.outline.symbols:
                if FIXTURE not in symbol.labels or "." in symbol.name:
                    continue
                if (name := fixture_name(symbol)) != symbol.name:
                    found.setdefault(name, []).append(symbol.name)
        return found

    def _configurations(self, path: str) -> Iterator[str]:
        for above in ancestors(path):
            found = prefix_of(above) + _CONFTEST
            if found != path and found in self._table.names:
                yield found

    def _plugins(self, files: list[str]) -> Iterator[str]:
        """Yield the modules that files name as plugins, and those that these name."""
        seen = set(files)
        waiting = list(files)
        while waiting:
            path = waiting.pop(0)
            for dotted in self._table.names[path].plugins:
                names = dotted.split(".")
                found = self._table.modules.absolute(path, names)
                module = self._table.modules.file(found[0]) if found else ""
                if found and found[1] == len(names) and module and module not in seen:
                    seen.add(module)
                    waiting.append(module)
                    yield module


def fixture_name(symbol: Symbol) -> str:
    """Return the name under which a fixture is asked for."""
    for decorator in symbol.decorators:
        if "name" in decorator and (given := _given_name(decorator)):
            return given
    return symbol.name.rpartition(".")[2]


def _given_name(decorator: str) -> str:
    try:
        call = ast.parse(decorator, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    for keyword in call.keywords if isinstance(call, ast.Call) else ():
        value = keyword.value
        if keyword.arg == "name" and isinstance(value, ast.Constant):
            return value.value if isinstance(value.value, str) else ""
    return ""


def _fixtures_of(names: PythonFileNames) -> dict[tuple[str, str], int]:
    found = {}
    for position, symbol in enumerate(names.outline.symbols):
        if FIXTURE in symbol.labels:
            found[symbol.name.rpartition(".")[0], fixture_name(symbol)] = position
    return found


def _is_searched(path: str) -> bool:
    """Whether pytest looks for tests in a file unless it is told otherwise."""
    stem = name_of(path).removesuffix(".py")
    return stem.startswith("test_") or stem.endswith("_test") or stem == "conftest"
