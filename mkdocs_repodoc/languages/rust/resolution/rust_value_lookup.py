"""Parts of values in Rust: members, elements, what calls return."""

from __future__ import annotations

from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.rust_denotation import (
    Denotation,
    Environment,
)
from mkdocs_repodoc.languages.rust.resolution.rust_library_lookup import LibraryLookup
from mkdocs_repodoc.languages.rust.resolution.rust_terms import SEEN_AS
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_STRUCTS = frozenset((Kind.STRUCT, Kind.UNION, Kind.ENUM))
FUNCTIONS = frozenset((Kind.FUNCTION, Kind.METHOD))


class ValueLookup(LibraryLookup):
    """Finds parts of values."""

    def _associated_of(self, path: str, target: Target, known: Environment) -> Denotation | None:
        kind = self.type_of(path, target.of, known)
        namespace, name = target.names
        if target.of is not None and target.of.names == (SEEN_AS,):
            trait = self.type_of(path, target.of.also[0], known)
            return self._seen_as(kind, trait, name, namespace) if kind and trait else None
        return self._associated(kind, name, namespace) if kind is not None else None

    def _member_of(
        self, path: str, target: Target, of: Denotation, known: Environment
    ) -> Denotation | None:
        if of.type is None:
            return None
        name = target.names[0]
        if len(target.names) == 1:
            found = self._field(of.type, name)
        else:
            stated = self.type_of(path, target.also[0], known) if target.also else None
            found = self._method(of.type, name, stated)
        if found is None or of.exact:
            return found
        return found._replace(exact=False)

    def _part(self, made_by: Denotation, key: str, whole: Type | None) -> Denotation | None:
        """Return what a pattern takes from a value."""
        if isinstance(made_by.entity, str):
            return self._guess(self.library_part(made_by.entity, key, whole))
        if not isinstance(made_by.entity, SymbolRef):
            kind = made_by.type
            return self._own_field(kind, key) if kind is not None else None
        symbol = made_by.entity
        if self._symbol(symbol).kind == Kind.VARIANT:
            enum = made_by.type.head if made_by.type is not None else None
            known: Environment = {}
            if isinstance(enum, SymbolRef) and whole is not None:
                pointed = next((o for o in self._pointed_to(whole) if o.head == enum), None)
                known = self._arguments(enum, pointed.args) if pointed is not None else {}
            found = self._held(symbol, key, known)
            return found._replace(exact=found.exact and made_by.exact) if found else None
        kind = made_by.type
        if kind is None:
            return None
        if whole is not None:
            kind = next((one for one in self._pointed_to(whole) if one.head == kind.head), kind)
        found = self._own_field(kind, key)
        return found._replace(exact=made_by.exact) if found is not None else None

    def _result(self, called: Denotation, given: tuple[Type | None, ...]) -> Type | None:
        """Return what a call gives."""
        entity = called.entity
        if isinstance(entity, str):
            return self.library_result(entity, called, given)
        if isinstance(entity, SymbolRef):
            kind = self._symbol(entity).kind
            if kind in FUNCTIONS:
                term = self._told(entity, "returning")
                return self.type_of(entity.path, term.of, called.known) if term else None
            if kind in (*_STRUCTS, Kind.VARIANT, Kind.TYPE_ALIAS):
                return called.type
        if called.type is not None and called.type.head == "fn":
            return called.type.arg(0)
        return None

    @staticmethod
    def _guess(kind: Type | None) -> Denotation | None:
        return Denotation(None, kind, exact=False) if kind is not None else None
