"""Detection of test cases among a module's symbols, by the conventions of pytest and unittest."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import FunctionNode, NameDefinition

_TESTS = "tests"
"""A method that returns some, as plugins have it."""


def find_tests(definitions: Sequence[NameDefinition], names: ImportAliases) -> tuple[str, ...]:
    """Return the names of the functions `test_*`, and of the methods `test*` of test classes.

    A test class is called `Test…`, or `test_…` as pytest's option `python_classes` may have it, or
    has a base class that is called a `TestCase` or is itself a test class of this file.
    """
    classes: set[str] = set()
    found: list[str] = []
    for definition in definitions:
        node, scope = definition.node, definition.scope
        if isinstance(node, ast.ClassDef):
            if not _in_function(definition) and _is_test_class(node, names, classes):
                classes.add(scope.path(node.name))
        elif (
            isinstance(node, FunctionNode)
            and (
                node.name.startswith("test_")
                or (scope.name in classes and node.name.startswith("test") and node.name != _TESTS)
            )
            and (scope.name in classes or not scope.name)
        ):
            found.append(scope.path(node.name))
    return tuple(dict.fromkeys(found))


def _in_function(definition: NameDefinition) -> bool:
    return isinstance(definition.scope.node, FunctionNode)


def _is_test_class(node: ast.ClassDef, names: ImportAliases, classes: set[str]) -> bool:
    if node.name.startswith(("Test", "test_")):
        return True
    paths = [names.path(base) for base in node.bases]
    return any(path in classes or path.endswith("TestCase") for path in paths)
