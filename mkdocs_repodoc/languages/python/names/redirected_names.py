"""Names that `global` and `nonlocal` statements redirect to another scope."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.names.python_scopes import NameScope


def declare_global(inner: NameScope, name: str) -> None:
    """Note a `global` statement.

    Args:
        inner: The scope of the statement.
        name: What it names.
    """
    for scope in _ancestors(inner):
        if scope.kind == "module":
            _redirect(inner, name, scope)


def declare_nonlocal(inner: NameScope, name: str) -> None:
    """Note a `nonlocal` statement.

    A function around may bind the name only further down, so that the nearest one is taken where
    none has bound it yet.

    Args:
        inner: The scope of the statement.
        name: What it names.
    """
    around = [scope for scope in _ancestors(inner) if scope.kind == "function"]
    for scope in around:
        if scope.redirected and name in scope.redirected:
            return _redirect(inner, name, scope.redirected[name])
        if name in scope.bindings:
            return _redirect(inner, name, scope)
    if around:
        _redirect(inner, name, around[0])
    return None


def _ancestors(scope: NameScope) -> Iterator[NameScope]:
    while (around := scope.parent) is not None:
        yield around
        scope = around


def _redirect(inner: NameScope, name: str, scope: NameScope) -> None:
    if inner.redirected is None:
        inner.redirected = {}
    inner.redirected[name] = scope
