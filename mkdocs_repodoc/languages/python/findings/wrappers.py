"""Functions that return a function of their own, made to look like one that they were given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.python.findings.rule_input import FunctionFacts, ModuleFacts
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.structure import OutlineScope
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

_DECORATORS = {"functools.wraps", "wrapt.decorator"}
_UPDATE = "functools.update_wrapper"


class Wrapper(NamedTuple):
    """The function that is returned in the end; of several that may be, the first."""

    depth: int
    """How many functions are around it, counted from the one that was asked about."""
    node: FunctionNode
    wrapped: str
    """The name of what it is made to look like; empty if that has no name."""
    names: tuple[str, ...]
    """The names of all functions that may be returned."""


def wrapper_of(function: FunctionFacts, facts: ModuleFacts) -> Wrapper | None:
    """Return the wrapper that a function returns, directly or by a decorator that it returns."""
    if function.scope.parent is not None and isinstance(function.scope.parent.node, FunctionNode):
        return None  # the middle part of a factory
    return _wrapper(function.scope, facts)


def _wrapper(scope: OutlineScope, facts: ModuleFacts) -> Wrapper | None:
    returned = dict(_returned(scope, facts))
    inner = [
        (child, child.node)
        for child in scope.inner
        if isinstance(child.node, FunctionNode) and child.node.name in returned
    ]
    wrappers = {
        node: wrapped
        for _, node in inner
        if (wrapped := _wrapped(node, returned[node.name], facts)) is not None
    }
    if wrappers:
        node, wrapped = next(iter(wrappers.items()))
        return Wrapper(1, node, wrapped, tuple(dict.fromkeys(each.name for each in wrappers)))
    for child, _ in inner:
        made = _wrapper(child, facts)
        if made is not None and made.depth == 1:
            return made._replace(depth=2)
    return None


def _wrapped(node: FunctionNode, model: ast.expr | None, facts: ModuleFacts) -> str | None:
    """Return the name of what a function is made to look like; `None` if it is not."""
    if model is not None:
        return dotted(model)
    for decorator in node.decorator_list:
        if facts.names.path(decorator) in _DECORATORS:
            given = decorator.args[:1] if isinstance(decorator, ast.Call) else []
            return dotted(given[0]) if given else ""
    return None


def returned_names(scope: OutlineScope, facts: ModuleFacts) -> set[str]:
    """Return the names that a function returns, casts and updated wrappers looked through."""
    return {name for name, _ in _returned(scope, facts)}


def _returned(scope: OutlineScope, facts: ModuleFacts) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield returned names, each with what `update_wrapper` makes it look like."""
    for statement in scope.returns:
        value: ast.expr | None = statement.value
        model: ast.expr | None = None
        while isinstance(value, ast.Call) and value.args:
            if facts.names.path(value.func) == _UPDATE and len(value.args) > 1:
                model = value.args[1]
                value = value.args[0]
            else:  # cast(F, wrapper)
                value = value.args[-1]
        if value is not None:
            yield dotted(value), model
