"""Functions in the syntax tree, and their parameters."""

from __future__ import annotations

import ast

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def parameters_of(arguments: ast.arguments) -> list[ast.arg]:
    """Return all parameters in the order in which they are written."""
    parameters = [*arguments.posonlyargs, *arguments.args]
    if arguments.vararg:
        parameters.append(arguments.vararg)
    parameters += arguments.kwonlyargs
    if arguments.kwarg:
        parameters.append(arguments.kwarg)
    return parameters
