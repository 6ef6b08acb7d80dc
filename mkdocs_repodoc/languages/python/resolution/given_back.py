"""Calls that give back one of their arguments."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.references import Target

_NOTHING = Target("unknown", ())


def given_back(
    table: SymbolTable, function: Denotation, arguments: Sequence[Target]
) -> Target | None:
    """Return the argument that a call gives back.

    Args:
        table: The names of the repository.
        function: What is called.
        arguments: What stands at each place in the call.

    Returns:
        Something unknown if nothing stands at the place of the parameter that the function
        returns; `None` if it returns none of its parameters.
    """
    if not arguments or function.kind != "symbol":
        return None
    symbol = table.symbol(function.path, function.position)
    target = table.names[function.path].types.get(function.position)
    if symbol.kind not in FUNCTIONS or target is None or target.base != "parameter":
        return None
    if symbol.decorators or "conditional" in symbol.labels:
        return None
    number = target.number(0)
    return arguments[number] if number < len(arguments) else _NOTHING
