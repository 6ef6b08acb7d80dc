"""A file of C or C++ without its directives, and what these said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.build_conditions import Conditions


class Include(NamedTuple):
    """An `#include` line."""

    path: str
    system: bool
    offset: int
    """Where the path starts, inside its quotes."""
    end: int
    conditional: bool


class Macro(NamedTuple):
    """A `#define`."""

    name: str
    parameters: str
    """With parentheses; empty for an object-like macro."""
    value: str
    start: int
    end: int
    offset: int
    """Where the name starts."""


@dataclass(slots=True)
class Preprocessed:
    """A file without its directives.

    Attributes:
        code: Comments and directives blanked: what the grammar reads.
        bare: Contents of strings and characters blanked too: what patterns may search.
        comments: Start and end of every comment.
        includes: The includes, in order.
        macros: The definitions of macros, in order.
        conditions: Start and end of every name in a directive that asks for macros, or ends one.
        branches: What only some builds see.
        bodies: Start and end of every function's body, once these are emptied.
        guard: Name of the macro that keeps the file from being included twice, if one does.
    """

    code: bytearray
    bare: bytearray
    comments: list[tuple[int, int]] = field(default_factory=list)
    includes: list[Include] = field(default_factory=list)
    macros: list[Macro] = field(default_factory=list)
    conditions: list[tuple[int, int]] = field(default_factory=list)
    branches: Conditions = field(default_factory=lambda: Conditions([], []))
    bodies: list[tuple[int, int]] = field(default_factory=list)
    guard: str = ""


class DirectivePlace(NamedTuple):
    """A directive: its keyword, and where it starts and ends."""

    keyword: bytes
    start: int
    end: int
