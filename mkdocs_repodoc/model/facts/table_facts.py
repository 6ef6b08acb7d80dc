"""Facts about tables that register what code chooses from."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.facts.fact import FactBase

TableForm = Literal[
    "literal",  # a collection written out, all of whose values are names
    "calls",  # calls or marks that register one name each
    "choice",  # a statement whose branches call one function each
]


class TableEntry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An entry of a table that registers things."""

    key: str
    """As written; empty in a list."""
    value: str
    """The name that is registered, as written."""
    line: int


class DispatchTable(FactBase, frozen=True):
    """Names that code puts side by side for something to choose from, such as handlers."""

    name: str
    """Of the variable that holds a literal, dotted within the file; of what takes calls, as
    written; empty for a choice, which belongs to the function around it."""
    entries: tuple[TableEntry, ...]
    line: int
    form: TableForm = "literal"
