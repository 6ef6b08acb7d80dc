"""Requests for pytest's fixtures by name: parameters, marks and `getfixturevalue`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name

_PATCHED = {"patch": 1, "object": 2}
"""Decorators of `unittest.mock`, and after how many arguments they no longer pass a mock."""
_INDIRECT = 2
"""Position of the argument of `parametrize` that says which names are fixtures."""


class DirectNames(NamedTuple):
    """Parameters that marks give values to, so that no fixture does.

    Attributes:
        names: Their names.
        complete: Whether all names that the marks give values to are known.
    """

    names: frozenset[str] = frozenset()
    complete: bool = True

    def joined(self, other: DirectNames) -> DirectNames:
        """Return the names of both."""
        return DirectNames(self.names | other.names, self.complete and other.complete)


def is_collected(class_name: str, bases: Sequence[str]) -> bool:
    """Whether pytest looks for tests in a class, and gives them fixtures.

    Args:
        class_name: Dotted path of the class within its file; empty for the module itself.
        bases: Its base classes as written; methods of a `TestCase` get no fixtures.
    """
    parts = class_name.split(".") if class_name else ()
    return all(part.startswith("Test") for part in parts) and not any(
        base.endswith("TestCase") for base in bases
    )


def directly_given(marks: Iterable[ast.expr]) -> DirectNames:
    """Return the parameters that `parametrize` gives values to; `indirect` ones are fixtures."""
    found = DirectNames()
    for mark in marks:
        if isinstance(mark, ast.Call) and last_name(mark.func) == "parametrize":
            found = found.joined(_parametrized(mark))
    return found


def marks_of(body: Sequence[ast.stmt]) -> Iterator[ast.expr]:
    """Yield the marks that a module or class gives all its tests by `pytestmark`."""
    for statement in body:
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "pytestmark"
            for target in statement.targets
        ):
            value = statement.value
            yield from value.elts if isinstance(value, ast.List | ast.Tuple) else (value,)


def requested_by(node: ast.FunctionDef | ast.AsyncFunctionDef, *, in_class: bool) -> list[ast.arg]:
    """Return the parameters of a test or fixture that pytest fills by name.

    Those with a default are left alone, and mocks come before fixtures.
    """
    arguments = node.args
    bare = arguments.args[: len(arguments.args) - len(arguments.defaults)]
    if in_class and not any(last_name(each) == "staticmethod" for each in node.decorator_list):
        bare = bare[1:]
    mocks = sum(map(_passes_mock, node.decorator_list))
    keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return [*bare[mocks:], *(each for each, default in keywords if default is None)]


def named_in(call: ast.Call) -> Sequence[ast.expr]:
    """Return the arguments of a call that name fixtures."""
    function = call.func
    if not isinstance(function, ast.Attribute):
        return ()
    if function.attr == "usefixtures" or (function.attr == "getfixturevalue" and call.args):
        return call.args
    return ()


def _parametrized(call: ast.Call) -> DirectNames:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    names = words_in(call.args[0] if call.args else given.get("argnames"))
    if names is None:
        return DirectNames(complete=False)
    indirect = call.args[_INDIRECT] if len(call.args) > _INDIRECT else given.get("indirect")
    if isinstance(indirect, ast.Constant) and indirect.value is True:
        return DirectNames()
    listed = words_in(indirect) if isinstance(indirect, ast.List | ast.Tuple) else ()
    return DirectNames(frozenset(names).difference(listed or ()))


def words_in(node: ast.expr | None) -> list[str] | None:
    """Return names that stand in a string, or in a list of strings; `None` for anything else."""
    parts = node.elts if isinstance(node, ast.List | ast.Tuple) else [node]
    found: list[str] = []
    for part in parts:
        if not (isinstance(part, ast.Constant) and isinstance(part.value, str)):
            return None
        found += (word.strip() for word in part.value.split(","))
    return found


def _passes_mock(decorator: ast.expr) -> bool:
    """Whether a decorator of `unittest.mock` adds an argument to the test."""
    if not isinstance(decorator, ast.Call):
        return False
    function = decorator.func
    name = last_name(function)
    if name == "object" and not (
        isinstance(function, ast.Attribute) and last_name(function.value) == "patch"
    ):
        return False
    if name not in _PATCHED or any(keyword.arg == "new" for keyword in decorator.keywords):
        return False
    return len(decorator.args) <= _PATCHED[name]
