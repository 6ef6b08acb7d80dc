"""Conditions on the parameters of a function, as its callers meet them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode

_LONGEST_CHAIN = 40


class Condition(NamedTuple):
    """A condition around a call, and whether it has to hold."""

    test: ast.expr
    holds: bool


def conditions_around(function: FunctionNode, call: ast.Call) -> list[Condition]:
    """Return the conditions on parameters of a function under which it makes a call.

    Args:
        function: The function.
        call: A call in it.
    """
    names = set(_defaults(function))
    return [
        each
        for each in _around(function.body, call)
        if any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(each.test))
    ]


def met_by(
    conditions: Sequence[Condition], function: FunctionNode, given: Mapping[str, ast.expr]
) -> bool | None:
    """Return whether what a caller hands to a function meets conditions; `None` if that is unknown.

    Args:
        conditions: Conditions on the function's parameters.
        function: The function.
        given: What the caller gives its parameters.
    """
    values = {**_defaults(function), **given}
    found = [_truth(each.test, values) for each in conditions]
    pairs = zip(found, conditions, strict=True)
    if any(held is not None and held != each.holds for held, each in pairs):
        return False
    return None if None in found else True


def _around(body: Sequence[ast.stmt], call: ast.Call) -> Iterator[Condition]:
    """Yield the conditions around a call, the outermost first."""
    for _ in range(_LONGEST_CHAIN):
        statement = next((each for each in body if _holds(each, call)), None)
        if statement is None:
            return
        if isinstance(statement, ast.If):
            is_first = any(_holds(each, call) for each in statement.body)
            yield Condition(statement.test, is_first)
            body = statement.body if is_first else statement.orelse
        else:
            body = [each for each in ast.iter_child_nodes(statement) if isinstance(each, ast.stmt)]


def _holds(statement: ast.stmt, call: ast.Call) -> bool:
    end = statement.end_lineno or statement.lineno
    return statement.lineno <= call.lineno <= end and call in ast.walk(statement)


def _defaults(function: FunctionNode) -> dict[str, ast.expr | None]:
    """Return the parameters of a function with their defaults; `None` for those without one."""
    arguments = function.args
    places = [*arguments.posonlyargs, *arguments.args]
    found: dict[str, ast.expr | None] = {each.arg: None for each in places}
    optional = places[len(places) - len(arguments.defaults) :]
    found.update(zip((each.arg for each in optional), arguments.defaults, strict=True))
    found.update(
        (each.arg, default)
        for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    )
    return found


def _truth(test: ast.expr, values: Mapping[str, ast.expr | None]) -> bool | None:
    """Return whether a condition holds, given what parameters are; `None` if that is unknown."""
    match test:
        case ast.Name(id=name):
            value = values.get(name)
            return bool(value.value) if isinstance(value, ast.Constant) else None
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            held = _truth(inner, values)
            return None if held is None else not held
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[ast.Constant(value=other)]):
            value = values.get(name)
            if not isinstance(value, ast.Constant) or not isinstance(
                op, ast.Is | ast.Eq | ast.IsNot | ast.NotEq
            ):
                return None
            return (value.value == other) == isinstance(op, ast.Is | ast.Eq)
    return None
