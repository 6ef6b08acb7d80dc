"""Denotations of terms in Rust."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module
from mkdocs_repodoc.model.linked_symbols import SymbolRef

Environment = Mapping[str, "Type | None"]


NOTHING: Environment = {}


class Denotation(NamedTuple):
    """What an identifier or expression means.

    Attributes:
        entity: Its declaration; a module; the full name of something of others; `None` for a
            value without a name.
        type: The type of its value, or the type itself; `None` if it is not known.
        exact: Whether only this declaration may be meant.
        known: What type parameters stand for in what the declaration tells.
        receiver: The type that a method of the library is called on.
    """

    entity: SymbolRef | Module | str | None
    type: Type | None
    exact: bool = True
    known: Environment = NOTHING
    receiver: Type | None = None
