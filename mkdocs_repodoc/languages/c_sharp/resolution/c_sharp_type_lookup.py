"""Types and namespaces as names mean them, and what types inherit from."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_namespace_lookup import (
    Named,
    NamespaceLookup,
)
from mkdocs_repodoc.languages.c_sharp.resolution.dotnet_types import PREDEFINED
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_OF_VALUES = frozenset((Kind.STRUCT, Kind.ENUM))


class TypeLookup(NamespaceLookup):
    """Finds types by name, and what they inherit.

    Args:
        files: The files of the repository.
    """

    def kind(self, symbol: SymbolRef) -> Kind:
        """Return which kind of symbol one is."""
        return self.files.symbol(symbol).kind

    # Types as written

    def type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""
        if term is None or (term.base == "type" and term.names[0] == "of"):
            return None
        match term.base:
            case "symbol":
                symbol = self.files.declared(SymbolRef(path, term.number(0))).symbol
                return ClassType(symbol, self._arguments(path, term))
            case "either" if term.names:
                return self._nullable(self.type_of(path, term.of))
            case "tuple":
                return ClassType("()", self._arguments(path, term))
            case "global" if term.names[0] in ("type", "attribute"):
                return self._named_type(path, term)
        return types.plain_type(path, term, self.type_of)

    def _named_type(self, path: str, term: Target) -> ClassType:
        found = self.named(path, term).type
        if found is not None:
            return ClassType(found.symbol, self._arguments(path, term))
        written = terms.split_arity(term.names[-1])[0]
        if written in PREDEFINED:
            return ClassType(PREDEFINED[written])
        return types.foreign(written)._replace(arguments=self._arguments(path, term))

    def _arguments(self, path: str, term: Target) -> tuple[ClassType | None, ...]:
        return tuple(self.type_of(path, one) for one in term.also)

    def _nullable(self, kind: ClassType | None) -> ClassType | None:
        """Return `T?`: of a type of values a type of its own, which has a member for the value."""
        if kind is None or kind.symbol is None:
            return kind
        symbol = self.files.symbol(kind.symbol)
        if symbol.kind in _OF_VALUES or "struct" in symbol.labels:
            return types.foreign("Nullable")._replace(arguments=(kind,))
        return kind

    # Names

    def named(self, path: str, term: Target) -> Named:
        """Return what the name of a type or namespace means in a file."""
        scope, names = term.number(1), term.names[2:]
        if term.names[0] == "attribute":
            full = (*names[:-1], f"{names[-1]}Attribute")
            found = self.find(path, scope, full)
            if found.type is not None:
                return found
        return self.find(path, scope, names)

    def find(self, path: str, scope: int, names: tuple[str, ...]) -> Named:
        """Return what a dotted name means.

        Args:
            path: The file that names it.
            scope: Position of the symbol in which it is named; `FILE_SCOPE` for none.
            names: Its parts, each with the number of its type arguments.
        """
        question = ("name", path, scope, names)
        return self._memo.get(question, lambda: self._find(path, scope, names), Named())

    def _find(self, path: str, scope: int, names: Sequence[str]) -> Named:
        found = self._simple(path, scope, names[0])
        for name in names[1:]:
            found = self.inside(path, found, name)
        return found

    def _simple(self, path: str, scope: int, name: str) -> Named:
        """Return what a simple name means: the scopes from the inside to the outside."""
        if name == "global::":
            return Named(None, "")
        file = self.files.files[path]
        for around in file.enclosing(scope):
            symbol = file.symbol(around)
            if symbol.kind in TYPES:
                inner = self.member_type(SymbolRef(path, around), name)
                if inner is not None:
                    return Named(Meaning(inner))
            elif symbol.kind == Kind.NAMESPACE:
                found = self._at_namespace(path, around, name)
                if found != Named():
                    return found
        found = self._in_namespace(path, "", name)
        return found if found != Named() else self._by_usings(path, FILE_SCOPE, name)

    def _at_namespace(self, path: str, position: int, name: str) -> Named:
        """Return what a name means at the level of a namespace's declaration."""
        file = self.files.files[path]
        outer = next(
            (
                file.symbol(each).name
                for each in file.enclosing(file.owners[position])
                if file.symbol(each).kind == Kind.NAMESPACE
            ),
            "",
        )
        namespace = file.symbol(position).name
        found = self._in_namespace(path, namespace, name)
        if found == Named():
            found = self._by_usings(path, position, name)
        while found == Named() and "." in namespace:
            namespace = namespace.rpartition(".")[0]
            if namespace == outer:
                break
            found = self._in_namespace(path, namespace, name)
        return found

    # What types inherit

    def entry(self, symbol: SymbolRef) -> Target | None:
        """Return what analysis has left of one part of a type."""
        return self.files.files[symbol.path].types.get(symbol.position)

    def put_for(self, kind: ClassType, part: SymbolRef | None = None) -> types.Arguments:
        """Return what stands for the type parameters of a value's type, as one part names them."""
        if kind.symbol is None:
            return {}
        names = self.variables(part or kind.symbol)
        given = kind.arguments or self.variables(kind.symbol)
        if len(names) != len(given):
            return {}
        return {
            str(name.head): one
            for name, one in zip(names, given, strict=True)
            if name is not None and name != one
        }

    def _bases(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        found: dict[ClassType | None, None] = {}
        own = ClassType(symbol, self.variables(symbol))
        for part in self.files.declared(symbol).parts:
            entry = self.entry(part)
            put = self.put_for(own, part)
            for term in entry.also if entry is not None else ():
                found[types.put_in(self.type_of(part.path, term), put)] = None
        return tuple(found)

    def chain(self, kind: ClassType) -> Sequence[ClassType]:
        """Return the types whose members a value has: classes for a class, else all above."""
        above = self.all_above(kind)
        if kind.symbol is None or self.kind(kind.symbol) == Kind.INTERFACE:
            return above
        return [one for one in above if not self._is_interface(one)]

    def _is_interface(self, kind: ClassType) -> bool:
        if kind.symbol is not None:
            return self.kind(kind.symbol) == Kind.INTERFACE
        written = kind.written
        return written[:1] == "I" and written[1:2].isupper()

    def _lineage(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return super()._lineage(self.files.declared(symbol).symbol)

    def is_known(self, symbol: SymbolRef) -> bool:
        """Whether all that may have members for a type is known."""
        return all(one.symbol is not None for one in self.chain(ClassType(symbol)))
