"""Blocks of `impl`: the members that they give to each type, and the traits that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mkdocs_repodoc.languages.rust.resolution.containers.container_types import Type
from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

Head = SymbolRef | str
_MEMBERS = frozenset((Kind.METHOD, Kind.CONSTANT, Kind.ASSOCIATED_TYPE))


class Implementation(NamedTuple):
    """An `impl` block.

    Attributes:
        path: The file.
        own_type: The type that it is for, as a term of the file.
        kind: The same, resolved.
        trait: What it implements; `None` for the type's own members.
        has_trait: Whether it implements one, known or not.
    """

    path: str
    own_type: Target
    kind: Type
    trait: Type | None
    has_trait: bool


class Member(NamedTuple):
    """An item of an `impl` block."""

    symbol: SymbolRef
    block: Implementation


class Implementations:
    """All `impl` blocks of a repository.

    Args:
        tree: Its modules.
        type_of: Resolves a type of a file.
    """

    def __init__(
        self, tree: ModuleTree, type_of: Callable[[str, Target | None], Type | None]
    ) -> None:
        self._members: dict[Head, dict[str, list[Member]]] = {}
        self._traits: dict[Head, dict[Type, None]] = {}
        self._in_file: dict[tuple[str, Head], dict[Type, None]] = {}
        self._implementing: dict[SymbolRef, list[SymbolRef]] = {}
        self._for_all: dict[Type, dict[Implementation, None]] = {}
        self._symbols: dict[Implementation, SymbolRef] = {}
        self.blocks: dict[SymbolRef, Implementation] = {}
        """The block that a symbol stands for, or is a member of."""
        for file in tree.files.values():
            known: dict[Target, Implementation | None] = {}
            for position, terms in file.told.items():
                owner = next((term for term in terms if term.base == "self"), None)
                if owner is None:
                    continue
                if owner not in known:
                    known[owner] = self._block(file.path, owner, type_of)
                block = known[owner]
                if block is not None:
                    symbol = file.symbol(position)
                    self._note(SymbolRef(file.path, position), symbol.name, symbol.kind, block)

    def _block(
        self, path: str, owner: Target, type_of: Callable[[str, Target | None], Type | None]
    ) -> Implementation | None:
        kind = type_of(path, owner.of)
        if kind is None or owner.of is None:
            return None
        trait = type_of(path, owner.also[0]) if owner.also else None
        return Implementation(path, owner.of, kind, trait, bool(owner.also))

    def _note(self, ref: SymbolRef, name: str, kind: Kind, block: Implementation) -> None:
        self.blocks[ref] = block
        if kind == Kind.IMPL:
            self._symbols[block] = ref
        if kind in _MEMBERS and block.trait is not None:
            head = block.kind.head
            is_own = isinstance(head, SymbolRef) and head.path == block.path
            owner = head if is_own and isinstance(head, SymbolRef) else self._symbols.get(block)
            if owner is not None:
                self._implementing.setdefault(owner, []).append(ref)
        if kind in _MEMBERS:
            members = self._members.setdefault(block.kind.head, {})
            members.setdefault(name.rpartition("::")[2], []).append(Member(ref, block))
        if block.trait is not None:
            self._in_file.setdefault((block.path, block.kind.head), {})[block.trait] = None
            if block.kind.head == "?":
                self._for_all.setdefault(block.trait, {})[block] = None
            self._traits.setdefault(block.kind.head, {})[block.trait] = None

    def members(self, head: Head, name: str) -> list[Member]:
        """Return the members of a name that are implemented for a type."""
        return self._members.get(head, {}).get(name, [])

    def traits(self, head: Head) -> Iterable[Type]:
        """Return the traits that a type implements; those of `?` are implemented for all."""
        return self._traits.get(head, {})

    def traits_in(self, path: str, kind: SymbolRef) -> Iterable[Type]:
        """Return the traits that the blocks of a file implement for a type."""
        return self._in_file.get((path, kind), {})

    def implementing(self, symbol: SymbolRef) -> list[SymbolRef]:
        """Return the members by which a type, or a block, implements traits in its file."""
        return self._implementing.get(symbol, [])

    def for_all(self, trait: Type) -> Iterable[Implementation]:
        """Return the blocks that implement a trait for whatever meets their bounds."""
        return self._for_all.get(trait, ())
