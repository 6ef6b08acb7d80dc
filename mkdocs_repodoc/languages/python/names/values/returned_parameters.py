"""Functions that give back what they are given, as `stack = with_filters(stack)` calls one.

A file can tell which parameter a function returns, and what stands at its place in a call; what a
call gives is known once linking has found which function it calls.
"""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none, last_name

_MOST_ARGUMENTS = 8
_BY_PATH = frozenset(("own", "symbol", "import", "module", "relative", "global"))
"""How functions are meant that are no members of values."""


def may_give_back(function: TargetNode, call: ast.Call) -> bool:
    """Whether what a call gives may depend on what its arguments are.

    Classes, which are written with a capital letter, give their instances. Arguments that
    are more than paths and calls of these are left alone: they nest without end.

    Args:
        function: What is called.
        call: The call.
    """
    if function.base not in _BY_PATH or not 0 < len(call.args) <= _MOST_ARGUMENTS:
        return False
    name = last_name(call.func).lstrip("_")
    return not name[:1].isupper() and all(_is_plain(each) for each in call.args)


def returned_parameter(scope: NameScope, node: FunctionNode) -> int | None:
    """Return the place of the parameter that all returns of a function give back.

    Args:
        scope: The body of the function, walked through.
        node: The function.

    Returns:
        `None` if there is none, if the body binds it anew, and for methods and coroutines.
    """
    if scope.owner is not None or scope.yields is not None or not isinstance(node, ast.FunctionDef):
        return None
    values = [each for each in scope.returns or () if each is not None and not is_none(each)]
    names = {each.id if isinstance(each, ast.Name) else "" for each in values}
    name = names.pop() if len(names) == 1 else ""
    parameters = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
    if name not in parameters or len(scope.bindings.get(name, ())) != 1:
        return None
    return parameters.index(name)


def _is_plain(node: ast.expr) -> bool:
    """Whether an argument is a path, a constant, or a call of a path with such arguments."""
    if isinstance(node, ast.Call):
        return _is_path(node.func) and all(_is_path(each) for each in node.args)
    return _is_path(node)


def _is_path(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name | ast.Constant)
