"""The members of types: fields, methods and other associated items, as Rust looks them up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from mkdocs_repodoc.languages.rust.resolution.containers import container_types as library
from mkdocs_repodoc.languages.rust.resolution.containers.container_methods import method_result
from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.impl_blocks import (
    Implementation,
    Implementations,
    Member,
)
from mkdocs_repodoc.languages.rust.resolution.rust_denotation import (
    Denotation,
    Environment,
)
from mkdocs_repodoc.languages.rust.resolution.rust_field_lookup import FieldLookup
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_DEEPEST = 8
"""Pointers, aliases or traits on the way to a member."""


class MemberLookup(FieldLookup):
    """Looks up members of types.

    Args:
        tree: The modules of the repository.
    """

    @cached_property
    def implementations(self) -> Implementations:
        """All `impl` blocks."""
        self._is_gathering = True
        found = Implementations(self.tree, self.type_of)
        self._is_gathering = False
        return found

    # Fields and methods

    def _field(self, kind: Type, name: str) -> Denotation | None:
        """Return a field of a type, or of what it points to."""
        for number, one in enumerate(self._pointed_to(kind)):
            found = self._own_field(one, name)
            if found is not None:
                return found._replace(exact=found.exact and not number)
        return None

    def _method(self, kind: Type, name: str, stated: Type | None) -> Denotation | None:
        """Return a method of a type, or of what it points to."""
        for number, one in enumerate(self._pointed_to(kind)):
            gives = method_result(one, name, stated, ())
            if gives is not None:  # a type's own methods come before those of traits
                return Denotation(name, None, exact=False, known={"": stated}, receiver=one)
            found = self._member(one, name, "value")
            if found is not None:
                return found._replace(exact=found.exact and not number)
            if one.head in library.WRAPPED:
                return Denotation(name, None, exact=False, known={"": stated}, receiver=one)
        return None

    def _pointed_to(self, kind: Type) -> Iterator[Type]:
        """Yield a type and what values of it lead to by themselves."""
        one: Type | None = kind
        for _ in range(_DEEPEST):
            if one is None:
                return
            yield one
            inner = library.pointed_to(one)
            one = inner if inner is not None else self._dereferenced(one)

    def _dereferenced(self, kind: Type) -> Type | None:
        """Return the target of a type's own `Deref`."""
        return next(iter(self.stated_types(kind, "Deref", "Target")), None)

    def stated_types(self, kind: Type, of_trait: str, name: str) -> list[Type | None]:
        """Return what a type of the repository states as a type of a trait of the library."""
        if not isinstance(kind.head, SymbolRef):
            return []
        found: list[Type | None] = []
        for member in self.implementations.members(kind.head, name):
            trait = member.block.trait
            if trait is not None and trait.head == of_trait:
                term = self._told(member.symbol, "type")
                known = self._block_arguments(member.block, kind)
                found.append(self.type_of(member.symbol.path, term.of, known) if term else None)
        return found

    # Associated items

    def _associated(self, kind: Type, name: str, namespace: str) -> Denotation | None:
        """Return an associated item of a type."""
        if isinstance(kind.head, SymbolRef):
            file = self.tree.files[kind.head.path]
            owner = file.symbol(kind.head.position)
            if owner.kind == Kind.ENUM:
                for position in file.declared.get(f"{owner.name}::{name}", ()):
                    if file.symbol(position).kind == Kind.VARIANT:
                        return Denotation(SymbolRef(file.path, position), kind)
            if owner.kind == Kind.TRAIT:
                return self._of_trait(Type("?", (), (kind,)), kind, name, namespace)
        if self._is_gathering:
            return None
        found = self._member(kind, name, namespace)
        if found is None:
            simple = kind.head if isinstance(kind.head, str) else ""
            return Denotation(f"{simple}::{name}", kind, exact=False, receiver=kind)
        return found

    def _seen_as(self, kind: Type, trait: Type, name: str, namespace: str) -> Denotation | None:
        """Return an item that one trait gives to a type."""
        if self._is_gathering:
            return None
        listed = [
            one
            for one in self._fitting(kind, name, namespace)
            if one.block.trait is not None and one.block.trait.head == trait.head
        ]
        if len({one.block.trait for one in listed}) == 1:
            return self._of_member(listed[0], kind, exact=len(listed) == 1)
        return self._of_trait(kind, trait, name, namespace)

    def _member(self, kind: Type, name: str, namespace: str) -> Denotation | None:
        """Return an associated item of a type: its own, one of its traits', or a bound's."""
        for trait in kind.traits:
            found = self._of_trait(kind, trait, name, namespace)
            if found is not None:
                return found
        if kind.head == "?":
            return self._of_everything(kind, name, namespace)
        listed = self._fitting(kind, name, namespace)
        own = [one for one in listed if not one.block.has_trait]
        chosen = own or listed
        if chosen and len({one.block.trait for one in chosen}) == 1:
            return self._of_member(chosen[0], kind, exact=len(chosen) == 1)
        if chosen:  # only arguments tell which trait is meant
            return None
        for trait in self.implementations.traits(kind.head):
            found = self._of_trait(kind, trait, name, namespace)
            if found is not None:
                return found
        return self._of_everything(kind, name, namespace)

    def _fitting(self, kind: Type, name: str, namespace: str) -> list[Member]:
        """Return the members of a name whose block is for a type with these arguments."""
        found = []
        for member in self.implementations.members(kind.head, name):
            is_type = self._symbol(member.symbol).kind == Kind.ASSOCIATED_TYPE
            if is_type == (namespace == "type") and _fits(member.block.kind, kind):
                found.append(member)
        if len(found) > 1:
            found.sort(key=lambda each: not self.tree.is_usual(each.symbol))
        return found

    def _of_member(self, member: Member, kind: Type, *, exact: bool) -> Denotation:
        known = {**self._block_arguments(member.block, kind), "Self": kind}
        found = self._declared_member(member.symbol, known)
        return found._replace(exact=exact)

    def _declared_member(self, symbol: SymbolRef, known: Environment) -> Denotation:
        kind = self._symbol(symbol).kind
        base = {Kind.CONSTANT: "instance", Kind.ASSOCIATED_TYPE: "type"}.get(kind, "")
        term = self._told(symbol, base) if base else None
        value = self.type_of(symbol.path, term.of, known) if term is not None else None
        return Denotation(symbol, value, known=known)

    def _block_arguments(self, block: Implementation, kind: Type) -> Environment:
        """Return what the type parameters of an `impl` stand for, for a type that it fits."""
        found: dict[str, Type | None] = {}
        for term, given in zip(block.own_type.also, kind.args, strict=False):
            if term.base == "own":
                found[term.names[0]] = given
        return found

    def _of_trait(
        self, kind: Type, trait: Type, name: str, namespace: str, depth: int = 0
    ) -> Denotation | None:
        """Return an item that a trait declares, or one of those that it is built on."""
        if not isinstance(trait.head, SymbolRef) or depth > _DEEPEST:
            return None
        file = self.tree.files[trait.head.path]
        owner = file.symbol(trait.head.position)
        if owner.kind != Kind.TRAIT:
            return None
        for position in file.declared.get(f"{owner.name}::{name}", ()):
            is_type = file.symbol(position).kind == Kind.ASSOCIATED_TYPE
            if is_type == (namespace == "type"):
                known = {**self._arguments(trait.head, trait.args), "Self": kind}
                return self._declared_member(SymbolRef(file.path, position), known)
        for term in file.told.get(trait.head.position, ()):
            if term.base == "super":
                base = self.type_of(file.path, term.of)
                bases = base.traits or (base,) if base is not None else ()
                for each in bases:
                    found = self._of_trait(kind, each, name, namespace, depth + 1)
                    if found is not None:
                        return found
        return None

    def _of_everything(self, kind: Type, name: str, namespace: str) -> Denotation | None:
        """Return an item of a trait that is implemented for whatever has other traits."""
        if namespace == "type":
            return None
        for trait in self.implementations.traits("?"):
            if self._meets(kind, trait):
                found = self._of_trait(kind, trait, name, namespace)
                if found is not None:
                    return found._replace(exact=False)
        return None

    def _meets(self, kind: Type, trait: Type) -> bool:
        """Whether a type has what a trait asks of all that it is implemented for."""
        for block in self.implementations.for_all(trait):
            bounds = [each.head for each in block.kind.traits if isinstance(each.head, SymbolRef)]
            own = {each.head for each in (*kind.traits, *self.implementations.traits(kind.head))}
            if own.issuperset(bounds):
                return True
        return False

    def _iterated(self, kind: Type) -> Type | None:
        """Return what a type's own iterator gives."""
        found = self._member(kind, "Item", "type")
        return found.type if found is not None else None


def _fits(block: Type, kind: Type) -> bool:
    """Whether an `impl` block for a type may be for one with other arguments."""
    for stated, given in zip(block.args, kind.args, strict=False):
        if stated is None or given is None or "?" in (stated.head, given.head):
            continue
        if stated.head != given.head:
            return False
    return True
