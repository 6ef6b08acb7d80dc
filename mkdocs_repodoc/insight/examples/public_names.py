"""Names of the software that its users can write: outer definitions, and members of types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.examples.signature_types import (
    extended_type,
    fit,
    returned_names,
)
from mkdocs_repodoc.model.kinds import FUNCTIONS, GLOBALS, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import folder_of

_SEPARATOR = re.compile(r"::|\.")
_ITSELF = frozenset({"Self", "this", "self"})
"""What a method returns that can be called on again."""


class PublicNames:
    """Names of the software's definitions, as whoever uses it writes them.

    Args:
        repository: The linked repository.
        code: The files that make up the software.
        exported: What its main packages export.
    """

    def __init__(
        self, repository: Repository, code: Iterable[RepoFile], exported: Iterable[SymbolRef]
    ) -> None:
        self._repository = repository
        self._exported = frozenset(exported)
        self._outer: dict[str, list[SymbolRef]] = {}
        self._members: dict[tuple[str, str], list[SymbolRef]] = {}
        self._by_name: dict[str, list[SymbolRef]] = {}
        self.namespaces: set[str] = set()
        for file in code:
            self._add(file)

    def _add(self, file: RepoFile) -> None:
        symbols = file.outline.symbols
        kinds = {symbol.name: symbol.kind for symbol in symbols}
        self.namespaces.update(file.module.split("."))
        for position, symbol in enumerate(symbols):
            ref = SymbolRef(file.path, position)
            is_function = symbol.kind in FUNCTIONS
            if not (is_function or symbol.kind in GLOBALS or symbol.kind in NOUNS):
                continue
            owner, last = _split(symbol.name)
            if kinds.get(owner) in FUNCTIONS or not symbol.public:
                continue
            inner = _SEPARATOR.split(owner)[-1] if owner else ""
            if kinds.get(owner) in NOUNS or (is_function and inner and _is_type(symbol, inner)):
                self._members.setdefault((inner, last), []).append(ref)
            else:
                self._outer.setdefault(last, []).append(ref)
                self.namespaces.update(filter(None, _SEPARATOR.split(owner)))
            if extended := extended_type(symbol):
                self._members.setdefault((extended, last), []).append(ref)
            if is_function:
                self._by_name.setdefault(last, []).append(ref)

    def outer(self, name: str) -> SymbolRef | None:
        """Return the type, function or variable of a name; none where several may be meant."""
        found = self._outer.get(name, [])
        exported = [ref for ref in found if ref in self._exported]
        return self._one(exported or found)

    def type_named(self, name: str, owner: SymbolRef | None = None) -> SymbolRef | None:
        """Return the type that a name means in the signature of a member of another type.

        Args:
            name: The name, without what is around it.
            owner: The type that the member belongs to.
        """
        if owner is not None:
            if name in _ITSELF or name == self._last(owner):
                return owner
            names = (self._last(owner), self._outer_name(owner))
            nested = [ref for each in names for ref in self._members.get((each, name), ())]
            nested = [ref for ref in nested if ref.path == owner.path and self._is_noun(ref)]
            if nested:
                return nested[0]
        found = [ref for ref in self._outer.get(name, []) if self._is_noun(ref)]
        near = [ref for ref in found if owner is not None and ref.path == owner.path]
        return self._one(near or found)

    def member(self, owner: SymbolRef, name: str, arguments: int = -1) -> SymbolRef | None:
        """Return a member of a type, own or inherited; of overloads the one that fits.

        Args:
            owner: The type.
            name: The member's name.
            arguments: How many are passed, if it is called.
        """
        waiting, seen = [owner], {owner}
        for each in waiting:
            found = self._members.get((self._last(each), name), [])
            if near := self._nearest(found, each):
                return self._overload(near, arguments)
            bases = self._repository.links.bases.get(each, ())
            waiting += [base for base in bases if base not in seen]
            seen.update(bases)
        return None

    def only(self, name: str, arguments: int) -> SymbolRef | None:
        """Return the function of a name, if no two types have one."""
        found = self._by_name.get(name, [])
        owners = {_split(self._repository.symbol(ref).name)[0] for ref in found}
        return self._overload(found, arguments) if len(owners) == 1 else None

    def returned(self, function: SymbolRef, receiver: SymbolRef | None = None) -> SymbolRef | None:
        """Return the type of the software that a function returns or a variable holds, if any.

        Args:
            function: The function or variable.
            receiver: The type of what it is called on. A method whose signature says nothing of
                what it returns may return that, and so does an extension of whatever type.
        """
        symbol = self._repository.symbol(function)
        names = returned_names(symbol)
        owner = self.owner(function)
        for name in names:
            if (found := self.type_named(name, owner)) is not None:
                return found
        is_unsaid = not names and symbol.kind in FUNCTIONS
        return receiver if is_unsaid or names[:1] == [extended_type(symbol)] else None

    def owner(self, member: SymbolRef) -> SymbolRef | None:
        """Return the type that a function is a member of."""
        name = _split(self._repository.symbol(member).name)[0]
        symbols = self._repository.files[member.path].outline.symbols
        for position, symbol in enumerate(symbols):
            if name and symbol.name == name and symbol.kind in NOUNS:
                return SymbolRef(member.path, position)
        last = _SEPARATOR.split(name)[-1]
        found = [ref for ref in self._outer.get(last, []) if name and self._is_noun(ref)]
        return self._one(self._nearest(found, member))

    def is_type(self, ref: SymbolRef) -> bool:
        """Tell whether a definition is a type."""
        return self._is_noun(ref)

    def _is_noun(self, ref: SymbolRef) -> bool:
        return self._repository.symbol(ref).kind in NOUNS

    def _last(self, ref: SymbolRef) -> str:
        return _split(self._repository.symbol(ref).name)[1]

    def _outer_name(self, ref: SymbolRef) -> str:
        owner = _split(self._repository.symbol(ref).name)[0]
        return _SEPARATOR.split(owner)[-1]

    def _nearest(self, found: Sequence[SymbolRef], owner: SymbolRef) -> list[SymbolRef]:
        """Return those in the file of a type, else in its folder; else all, if it is one place."""
        folder = folder_of(owner.path)
        for near in (
            [ref for ref in found if ref.path == owner.path],
            [ref for ref in found if folder_of(ref.path) == folder],
        ):
            if near:
                return near
        return list(found)

    def _one(self, found: Sequence[SymbolRef]) -> SymbolRef | None:
        """Return the definition that is meant: what is declared apart counts as one with it.

        Of several the one in the outermost folder is meant, if it is the only one there.
        """
        real = [ref for ref in found if not self._is_declaration(ref)] or list(found)
        depths = [ref.path.count("/") for ref in real]
        top = [ref for ref, depth in zip(real, depths, strict=True) if depth == min(depths)]
        names = {self._repository.qualified_name(ref) for ref in top}
        # Of a type with and without parameters, the second is what a name alone means.
        top.sort(key=lambda ref: self._repository.symbol(ref).signature.startswith("<"))
        return top[0] if len(names) == 1 else None

    def _overload(self, found: Sequence[SymbolRef], arguments: int) -> SymbolRef | None:
        real = [ref for ref in found if not self._is_declaration(ref)] or list(found)
        if not real:
            return None
        return max(real, key=lambda ref: fit(self._repository.symbol(ref), arguments))

    def _is_declaration(self, ref: SymbolRef) -> bool:
        file = self._repository.files[ref.path]
        return file.role == "stub" or "declaration" in self._repository.symbol(ref).labels


def last_name(name: str) -> str:
    """Return the last part of a qualified name."""
    return _split(name)[1]


def _split(name: str) -> tuple[str, str]:
    """Return the owner and the last name of a qualified name."""
    parts = list(_SEPARATOR.finditer(name))
    if not parts:
        return "", name
    return name[: parts[-1].start()], name[parts[-1].end() :]


def _is_type(symbol: Symbol, inner: str) -> bool:
    """Tell whether a function of a file without its type is a method, as its name and kind say."""
    return symbol.kind != Kind.FUNCTION or inner[:1].isupper()
