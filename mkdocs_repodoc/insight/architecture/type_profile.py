"""Profiles of types: what a type is made from, holds, does and promises, and who makes and uses it.

Tests say nothing here: they make and compare whatever they test.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.insight.architecture.type_comparisons import Comparison
from mkdocs_repodoc.insight.architecture.type_members import TypeMembers
from mkdocs_repodoc.model.linked_symbols import SymbolRef


@dataclass(frozen=True, slots=True)
class TypeProfile:
    """What there is to say of a type.

    Attributes:
        symbol: The type.
        bases: Types of the repository that it is made from.
        outer_bases: Those that are not of the repository, as they are written.
        heirs: Types of the code that are directly made from it.
        members: Its members.
        makers: Functions that make a value of it, those that do so most often first.
        givers: Functions that return one.
        callers: Who calls such a function, where there is but one.
        users: Functions elsewhere that use its members, those that use most first.
        comparisons: How its values are compared, where it says so.
        guards: Fields where threads or tasks meet, each with what it is.
        called: Fields with functions that others give it, and that it calls.
    """

    symbol: SymbolRef
    bases: tuple[SymbolRef, ...]
    outer_bases: tuple[str, ...]
    heirs: tuple[SymbolRef, ...]
    members: TypeMembers
    makers: tuple[SymbolRef, ...] = ()
    givers: tuple[SymbolRef, ...] = ()
    callers: tuple[SymbolRef, ...] = ()
    users: tuple[SymbolRef, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    guards: tuple[tuple[SymbolRef, str], ...] = ()
    called: tuple[SymbolRef, ...] = ()
