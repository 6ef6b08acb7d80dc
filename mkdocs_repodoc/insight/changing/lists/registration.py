"""A list that new things are added to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.changing.named_alike import NamedAlike
from mkdocs_repodoc.model.linked_symbols import SymbolRef

Form = Literal[
    "list", "enumeration", "choice", "calls", "called", "values", "options", "commands", "settings"
]


class SharedFields(NamedTuple):
    """Another type with fields of the same names."""

    symbol: SymbolRef
    line: int
    number: int
    """How many of its fields are the same by their names."""
    total: int


class Registration(NamedTuple):
    """A list that is written out in the code, to which a new entry can be added."""

    symbol: SymbolRef
    """What holds it: a variable, an enumeration, or the function with the branches or calls.

    Of values that are made one by one it is the first of them; options of the command line may be
    declared outside of functions, in the file.
    """
    line: int
    form: Form
    entries: tuple[str, ...]
    comment: str
    """A comment beside it that tells what to do about new entries; empty without one."""
    elsewhere: tuple[str, ...] = ()
    """Other files that name most of the entries, documents included, those with most first."""
    tests: tuple[str, ...] = ()
    """Files of tests that name some, those with most first."""
    alike: tuple[NamedAlike, ...] = ()
    """What is named after the entries, what most have first."""
    made_of: str = ""
    """The type of values that are made one by one."""
    listed: tuple[tuple[SymbolRef, int], ...] = ()
    """Lists that have most of these values, members or fields, each with its line."""
    partly: tuple[tuple[SymbolRef, int], ...] = ()
    """Lists of nothing but some of them, each with its line."""
    shared: tuple[SharedFields, ...] = ()
    """Types of the same file most fields of which are fields of this one, too."""
    members: tuple[SymbolRef, ...] = ()
    """The entries that are definitions of their own: members, values, fields."""
    refuses: bool = False
    """Whether the function that decides between the entries reports all others as an error."""
    lines: tuple[int, ...] = ()
    """Where each entry begins, if that is known."""
