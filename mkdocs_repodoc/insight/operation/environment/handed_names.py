"""Functions that read an environment variable whose name is handed to them."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.text.code_reading.call_arguments import ComposedName

_MOST_HOPS = 5
"""Functions through which a name may be handed; who hands it on more often is not followed."""


class NameTaker(NamedTuple):
    """A function that reads the variable whose name, or a part of it, is a parameter."""

    function: SymbolRef
    name: ComposedName
    line: int
    """Where it reads the variable, or hands the name on."""
    behind: tuple[SymbolRef, ...] = ()
    """The functions that it hands the name to, the nearest last."""

    def has_handed_on(self, function: SymbolRef) -> bool:
        """Tell whether a function had the name already: one that calls itself has no end."""
        behind = (*self.behind, self.function)
        return function in behind or len(behind) > _MOST_HOPS

    def caller(self, function: SymbolRef, made: ComposedName, line: int) -> NameTaker:
        """Return the function that hands the name on to this one, on a line."""
        name = joined(self.name, made)
        return NameTaker(function, name, line, (*self.behind, self.function))

    def promised(self, function: SymbolRef, name: str) -> NameTaker:
        """Return the function that this one overrides, with the name of its parameter."""
        behind = (*self.behind, self.function)
        return NameTaker(function, self.name._replace(name=name), self.line, behind)


def joined(outer: ComposedName, inner: ComposedName) -> ComposedName:
    """Return a name in which another one stands in the place of its variable."""
    return ComposedName(
        f"{outer.before}{inner.before}",
        inner.name,
        f"{inner.behind}{outer.behind}",
        outer.is_upper or inner.is_upper,
    )


def number_of(parameters: tuple[str, ...], name: str) -> int | None:
    """Return which parameter has a name, from 0 on."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    names = (each.partition("=")[0] for each in parameters)
    return next((number for number, each in enumerate(names) if word.search(each)), None)


def given_to(arguments: tuple[str, ...], number: int, name: str) -> str:
    """Return what a call gives a parameter; empty if it gives nothing."""
    keyword = re.compile(rf"{re.escape(name)}\s*[=:]\s*(?P<value>.+)", re.DOTALL)
    for each in arguments:
        if match := keyword.fullmatch(each):
            return match["value"]
    return arguments[number] if number < len(arguments) else ""


def pattern_of(name: ComposedName) -> str:
    """Return what is known of a name, with its variable in braces."""
    return f"{name.before}{{{name.name}}}{name.behind}"
