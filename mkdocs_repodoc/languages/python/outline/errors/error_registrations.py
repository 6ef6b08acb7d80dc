"""Handlers of errors that a module registers: in a dictionary, by a call or by a decorator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.model.facts import ErrorHandler

_ERROR = re.compile(r"(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit)$|(?:\w+\.)*Exception$")
"""Names of types of errors, as most are called."""
_REGISTERS = re.compile(r"(?:add_|register_)?(?:error|exception)_?handler$")


def registered_handlers(node: ast.AST) -> Iterator[ErrorHandler]:
    """Yield what an expression registers; for a decorator it is named by the function below it."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            name = dotted(key) if key is not None else ""
            if _ERROR.match(name) and (handler := dotted(value)):
                yield ErrorHandler(name, (handler,), value.lineno)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for each in node.decorator_list:
            if isinstance(each, ast.Call) and (name := _registered(each)):
                yield ErrorHandler(name, (node.name,), node.lineno)
    elif isinstance(node, ast.Call) and len(node.args) > 1:
        name, handler = _registered(node), dotted(node.args[1])
        if name and handler:
            yield ErrorHandler(name, (handler,), node.lineno)


def _registered(call: ast.Call) -> str:
    """Return the type of errors that a call registers a handler for; empty if it does not."""
    method = dotted(call.func).rpartition(".")[2]
    name = dotted(call.args[0]) if call.args and _REGISTERS.match(method) else ""
    return name if _ERROR.match(name) else ""
