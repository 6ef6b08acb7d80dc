"""Names of C++ as lookup finds them, and what they may stand in."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import CppType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class FoundNames(NamedTuple):
    """The declarations that a name means: of one thing, or of functions that share it."""

    symbols: tuple[SymbolRef, ...]
    exact: bool = True


class NameSpace(NamedTuple):
    """What stands in front of `::`, or around a name.

    Attributes:
        namespace: Its qualified name; empty for the outermost one and for types.
        type: A class or enum.
        exact: Whether no other may be meant.
    """

    namespace: str = ""
    type: CppType | None = None
    exact: bool = True
