"""Arguments of callbacks, by the declared types of the parameters that take these."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.python_type_lookup import TypeLookup
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind


def handed_on(
    table: SymbolTable, lookup: TypeLookup, function: Denotation, place: str
) -> Denotation | None:
    """Return what a callback gets that stands at a place of a call, as a tuple.

    Args:
        table: The names of the repository.
        lookup: Finds what types are written as, and constructors.
        function: What is called.
        place: The number of the argument, from 0, or its name.
    """
    if function.kind != "symbol":
        return None
    called: Denotation | None = function
    if table.symbol(function.path, function.position).kind == Kind.CLASS:
        called = lookup.class_member((function.path, function.position), "__init__")
    if called is None or called.kind != "symbol":
        return None
    stated = table.names[called.path].taken.get(called.position)
    if stated is None:
        return None
    is_passed = called is not function or _is_passed_receiver(table, called)
    number = _number(stated.names, place, int(is_passed))
    if number is None:
        return None
    callback = lookup.target(called.path, stated.also[number], called.receiver)
    if callback is None or callback.kind != "callable":
        return None
    return Denotation("tuple", exact=False, parts=callback.parts[1:])


def _number(names: tuple[str, ...], place: str, passed: int) -> int | None:
    if not place.isdigit():
        return names.index(place) if place in names else None
    number = int(place) + passed
    return number if number < len(names) else None


def _is_passed_receiver(table: SymbolTable, function: Denotation) -> bool:
    """Whether a call passes `self` or `cls` before its own arguments."""
    symbol = table.symbol(function.path, function.position)
    if symbol.kind not in FUNCTIONS or "staticmethod" in symbol.decorators:
        return False
    return function.bound or "classmethod" in symbol.decorators
