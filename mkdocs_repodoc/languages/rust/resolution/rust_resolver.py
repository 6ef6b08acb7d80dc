"""Follows what analysis left of an identifier to the item that it means.

The identifiers of a file are found before, in analysis: `rust_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.rust.resolution.containers import container_types as library
from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.module_paths.path_resolver import PathResolver
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module
from mkdocs_repodoc.languages.rust.resolution.rust_denotation import (
    NOTHING,
    Denotation,
    Environment,
)
from mkdocs_repodoc.languages.rust.resolution.rust_terms import POINTED, SEEN_AS, UNKNOWN
from mkdocs_repodoc.languages.rust.resolution.rust_value_lookup import FUNCTIONS, ValueLookup
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class Resolver(ValueLookup):
    """Follows targets through the modules of a repository.

    Args:
        tree: The modules.
    """

    def __init__(self, tree: ModuleTree) -> None:
        super().__init__(tree)
        self.paths = PathResolver(tree)
        self._memo = RecursiveMemo()

    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        return self._memo.get((path, target), lambda: self._denote(path, target, NOTHING), None)

    def meaning(self, path: str, target: Target) -> tuple[SymbolRef, bool] | None:
        """Return the definition that a target means, and whether that is exact."""
        found = self.denote(path, target)
        if found is None:
            return None
        entity = found.entity
        if isinstance(entity, Module):
            return self.module_symbol(entity), found.exact
        return (entity, found.exact) if isinstance(entity, SymbolRef) else None

    def module_symbol(self, module: Module) -> SymbolRef:
        """Return what stands for a module: its symbol, or its file."""
        if not module.name:
            return SymbolRef(module.path, FILE_SCOPE)
        return SymbolRef(module.path, self.tree.files[module.path].declared[module.name][0])

    def supertraits(self, trait: SymbolRef) -> list[SymbolRef]:
        """Return the traits of the repository that a trait is built on."""
        file = self.tree.files[trait.path]
        found: dict[SymbolRef, None] = {}
        for term in file.told.get(trait.position, ()):
            base = self.type_of(trait.path, term.of) if term.base == "super" else None
            for each in base.traits or (base,) if base is not None else ():
                if isinstance(each.head, SymbolRef):
                    found[each.head] = None
        return list(found)

    # Types

    def type_of(self, path: str, term: Target | None, known: Environment = NOTHING) -> Type | None:
        """Return the type that a term means in a file.

        Args:
            path: The file.
            term: The type.
            known: What type parameters stand for.
        """
        if term is None or term == UNKNOWN:
            return None
        if term.base == "own":
            return self._parameter(path, term, known)
        parts = (self.type_of(path, each, known) for each in term.also)
        match term.base:
            case "many":
                return Type(term.names[0], tuple(parts))
            case "returning":
                return Type("fn", (self.type_of(path, term.of, known), *parts))
            case "promise":
                return Type("Future", (self.type_of(path, term.of, known),))
        found = self._denote(path, term, known)
        return found.type if found is not None else None

    def _parameter(self, path: str, term: Target, known: Environment) -> Type | None:
        """Return what a type parameter stands for, or the traits that it is bound by."""
        name = term.names[0]
        if name == SEEN_AS:
            return self.type_of(path, term.of, known)
        if name and name in known:
            return known[name]
        bounds = [self.type_of(path, each, known) for each in term.also]
        traits = tuple(each for each in bounds if each is not None)
        is_function = len(traits) == 1 and traits[0].head == "fn"
        return traits[0] if is_function else Type("?", (), traits)

    def _named_type(self, entity: SymbolRef | str, args: tuple[Type | None, ...]) -> Type | None:
        """Return the type that a name stands for, with its arguments."""
        if isinstance(entity, str):
            return Type(entity.rpartition("::")[2], args)
        symbol = self._symbol(entity)
        if symbol.kind == Kind.TYPE_ALIAS:
            question = ("alias", entity, args)
            return self._memo.get(question, lambda: self._aliased(entity, args), None)
        return Type(entity, args)

    def _aliased(self, alias: SymbolRef, args: Sequence[Type | None]) -> Type | None:
        term = self._told(alias, "type")
        return self.type_of(alias.path, term.of, self._arguments(alias, args)) if term else None

    # Targets

    def _denote(self, path: str, target: Target, known: Environment) -> Denotation | None:
        match target.base:
            case "global":
                return self._path(path, target, known)
            case "instance":
                return self._value(self.type_of(path, target.of, known))
            case "self":
                return self._associated_of(path, target, known)
            case "own" | "many" | "returning" | "promise":
                return self._value(self.type_of(path, target, known))
        of = self._inner(path, target.of, known) if target.of is not None else None
        return self._made_of(path, target, of, known) if of is not None else None

    def _made_of(
        self, path: str, target: Target, of: Denotation, known: Environment
    ) -> Denotation | None:
        """Return what a target means that is made of another one."""
        if target.base == "member":
            return self._member_of(path, target, of, known)
        also = self._values(path, target.also, known)
        if target.base == "item":
            return self._part(of, target.names[0], also[0] if also else None)
        kind: Type | None = None
        if target.base == "call":
            kind = self._result(of, also)
        elif of.type is not None and target.base == "enter":
            kind = library.tried(of.type)
        elif of.type is not None and target.base == "await":
            kind = self.awaited(of.type)
        elif of.type is not None and target.names == (POINTED,):
            return of._replace(entity=None, type=library.pointed_to(of.type) or of.type)
        elif of.type is not None:
            kind = self.element(of.type, target.names)
        return self._guess(kind)

    def _inner(self, path: str, target: Target, known: Environment) -> Denotation | None:
        if target.base in ("many", "returning", "own", "promise"):
            values = self._values(path, target.also, known)
            if target.base == "many":
                return self._value(Type(target.names[0] if target.names else "?", values))
            return self._value(self.type_of(path, target, known))
        return self._denote(path, target, known) if known else self.denote(path, target)

    def _values(
        self, path: str, terms: Sequence[Target], known: Environment
    ) -> tuple[Type | None, ...]:
        """Return the types of values; a closure has that of what it returns."""
        found: list[Type | None] = []
        for term in terms:
            if term == UNKNOWN:
                found.append(None)
            elif term.base == "returning":
                returned = self._inner(path, term.of, known) if term.of is not None else None
                found.append(Type("fn", (returned.type if returned is not None else None,)))
            else:
                value = self._inner(path, term, known)
                found.append(value.type if value is not None else None)
        return tuple(found)

    # Paths

    def _path(self, path: str, target: Target, known: Environment) -> Denotation | None:
        namespace, scope, *names = target.names
        found, rest = self.paths.follow(path, scope, namespace, names)
        if found is None:
            return None
        args = tuple(self.type_of(path, each, known) for each in target.also)
        entity = found.entity
        if isinstance(entity, Module):
            return Denotation(entity, None, found.exact) if not rest else None
        if rest:
            if len(rest) > 1 or isinstance(entity, str):
                return None
            kind = self._named_type(entity, ())
            inner = self._associated(kind, rest[0], namespace) if kind is not None else None
            return inner._replace(exact=inner.exact and found.exact) if inner else None
        if isinstance(entity, str):
            return Denotation(entity, self._named_type(entity, args), found.exact)
        return self._of_symbol(entity, args, exact=found.exact)

    def _of_symbol(
        self, symbol: SymbolRef, args: tuple[Type | None, ...], *, exact: bool = True
    ) -> Denotation:
        kind = self._symbol(symbol).kind
        if kind == Kind.VARIANT:
            owner = self._owner(symbol)
            return Denotation(symbol, Type(owner) if owner is not None else None, exact)
        if kind in FUNCTIONS or kind == Kind.MACRO:
            return Denotation(symbol, None, exact, self._arguments(symbol, args))
        if kind in (Kind.CONSTANT, Kind.STATIC):
            term = self._told(symbol, "instance")
            return Denotation(symbol, self.type_of(symbol.path, term.of) if term else None, exact)
        return Denotation(symbol, self._named_type(symbol, args), exact)

    def _owner(self, variant: SymbolRef) -> SymbolRef | None:
        """Return the enum of a variant."""
        file = self.tree.files[variant.path]
        name = file.symbol(variant.position).name.rpartition("::")[0]
        enums = [each for each in file.declared.get(name, ()) if each < variant.position]
        return SymbolRef(variant.path, enums[-1]) if enums else None

    # What expressions give
