"""Detection of test cases among a module's symbols, by the conventions of pytest and unittest."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

_ANSWERS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str", "tuple"})
"""Types that functions for others return; a test case returns nothing."""
_TESTS = "tests"
"""A method that returns some, as plugins have it."""


def find_tests(definitions: Sequence[NameDefinition], names: ImportAliases) -> tuple[str, ...]:
    """Return the names of the functions `test_*`, and of the methods `test*` of test classes.

    A test class is called `Test…`, or `test_…` as pytest's option `python_classes` may have it, or
    has a base class that is called a `TestCase` or is itself a test class of this file. What such
    classes inherit from others of the file are test cases, too. A function that answers a
    question and asserts nothing is none.
    """
    classes = _test_classes(definitions, names)
    found: list[str] = []
    for definition in definitions:
        node, scope = definition.node, definition.scope
        if (
            isinstance(node, FunctionNode)
            and (
                node.name.startswith("test_")
                or (scope.name in classes and node.name.startswith("test") and node.name != _TESTS)
            )
            and (scope.name in classes or (not scope.name and not _answers(node)))
        ):
            found.append(scope.path(node.name))
    return tuple(dict.fromkeys(found))


def _test_classes(definitions: Sequence[NameDefinition], names: ImportAliases) -> set[str]:
    """Return the test classes of a file, and those of its classes that they inherit from."""
    bases: dict[str, list[str]] = {}
    classes: set[str] = set()
    for definition in definitions:
        node = definition.node
        if isinstance(node, ast.ClassDef) and not _in_function(definition):
            path = definition.scope.path(node.name)
            bases[path] = [names.path(base) for base in node.bases]
            if _is_test_class(node.name, bases[path], classes):
                classes.add(path)
    waiting = list(classes)
    while waiting:
        for base in bases.get(waiting.pop(), ()):
            if base in bases and base not in classes:
                classes.add(base)
                waiting.append(base)
    return classes


def _answers(node: FunctionNode) -> bool:
    """Tell whether a function says that it returns a value, and never asserts anything."""
    stated = node.returns.id if isinstance(node.returns, ast.Name) else ""
    if stated not in _ANSWERS:
        return False
    return not any(isinstance(each, ast.Assert) for each in ast.walk(node))


def _in_function(definition: NameDefinition) -> bool:
    return isinstance(definition.scope.node, FunctionNode)


def _is_test_class(name: str, bases: Sequence[str], classes: AbstractSet[str]) -> bool:
    if name.startswith(("Test", "test_")):
        return True
    return any(base in classes or base.endswith("TestCase") for base in bases)
