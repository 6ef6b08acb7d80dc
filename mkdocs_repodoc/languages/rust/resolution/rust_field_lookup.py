"""Fields of Rust's types, and what is known of a symbol and of its parameters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.rust_denotation import (
    NOTHING,
    Denotation,
    Environment,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target


class FieldLookup(ABC):
    """Finds fields.

    Args:
        tree: The modules of the repository.
    """

    def __init__(self, tree: ModuleTree) -> None:
        self.tree = tree
        self._is_gathering = False

    @abstractmethod
    def type_of(self, path: str, term: Target | None, known: Environment = NOTHING) -> Type | None:
        """Return the type that a term means in a file.

        Args:
            path: The file.
            term: The type.
            known: What type parameters stand for.
        """

    def _told(self, symbol: SymbolRef, base: str) -> Target | None:
        terms = self.tree.files[symbol.path].told.get(symbol.position, ())
        return next((term for term in terms if term.base == base), None)

    def _symbol(self, ref: SymbolRef) -> Symbol:
        return self.tree.files[ref.path].symbol(ref.position)

    def _arguments(self, symbol: SymbolRef, args: Sequence[Type | None]) -> Environment:
        """Return what the type parameters of an item stand for."""
        names = self._told(symbol, "mapped")
        return dict(zip(names.names, args, strict=False)) if names is not None and args else {}

    @staticmethod
    def _value(kind: Type | None) -> Denotation | None:
        return Denotation(None, kind) if kind is not None else None

    def _own_field(self, kind: Type, name: str) -> Denotation | None:
        if kind.head == "()" and name.isdecimal():
            return self._value(kind.arg(int(name)))
        if not isinstance(kind.head, SymbolRef):
            return None
        file = self.tree.files[kind.head.path]
        owner = file.symbol(kind.head.position)
        known = self._arguments(kind.head, kind.args)
        for position in file.declared.get(f"{owner.name}::{name}", ()):
            if file.symbol(position).kind == Kind.FIELD:
                symbol = SymbolRef(file.path, position)
                term = self._told(symbol, "instance")
                value = self.type_of(file.path, term.of, known) if term is not None else None
                return Denotation(symbol, value)
        return self._held(kind.head, name, known)

    def _held(self, symbol: SymbolRef, key: str, known: Environment) -> Denotation | None:
        """Return what a tuple struct or a variant holds under a number or name."""
        for term in self.tree.files[symbol.path].told.get(symbol.position, ()):
            if term.base == "item" and term.names == (key,):
                return self._value(self.type_of(symbol.path, term.of, known))
        return None
