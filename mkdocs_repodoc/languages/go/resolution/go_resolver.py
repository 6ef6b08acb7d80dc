"""Follows what analysis left of an identifier to the declaration that it means.

The identifiers of a file are found before, in analysis: `go_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.go.resolution import go_terms as terms
from mkdocs_repodoc.languages.go.resolution.go_types import Denotation, Type
from mkdocs_repodoc.languages.go.resolution.packages import Package, Packages
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_NAMED_TYPES = frozenset((Kind.STRUCT, Kind.INTERFACE, Kind.TYPE, Kind.TYPE_ALIAS))
_FUNCTIONS = frozenset((Kind.FUNCTION, Kind.METHOD))
_DEEPEST_EMBEDDING = 8


class Resolver:
    """Follows targets through the packages of a repository.

    Args:
        packages: The packages.
    """

    def __init__(self, packages: Packages) -> None:
        self.packages = packages
        self._memo = RecursiveMemo()

    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        question = ("target", path, target)
        return self._memo.get(question, lambda: self._denote(path, target), None)

    def look_up(self, path: str, names: Sequence[str]) -> Denotation | None:
        """Return what a name of the package level means in a file, members behind it included."""
        found, rest = self._first(path, names)
        return self._members(found, rest, path)

    def embedded(self, symbol: SymbolRef) -> Sequence[tuple[str, Type]]:
        """Return the types that a struct or interface embeds, each with the name it goes by."""
        question = ("embedded", symbol)
        return self._memo.get(question, lambda: tuple(self._find_embedded(symbol)), ())

    def _find_embedded(self, symbol: SymbolRef) -> Iterator[tuple[str, Type]]:
        file = self.packages.files[symbol.path]
        if file.outline.symbols[symbol.position].kind in (Kind.STRUCT, Kind.INTERFACE):
            for position, term in file.outline.types:
                if position == symbol.position and term.names:
                    kind = self.type_of(symbol.path, term)
                    if kind is not None:
                        yield term.names[-1], kind

    def own_member(self, kind: SymbolRef, name: str, path: str) -> Denotation | None:
        """Return a method or field that a type declares itself."""
        file = self.packages.files[kind.path]
        owner = file.outline.symbols[kind.position].name
        found = self.packages.find(file.package, f"{owner}.{name}", path)
        return self._of_symbol(found.symbol, exact=found.exact) if found is not None else None

    def member(self, kind: Type, name: str, path: str) -> Denotation | None:
        """Return a method or field of a type: the one that is embedded least deeply.

        Args:
            kind: The type.
            name: Of the member.
            path: The file that names it.
        """
        level, seen = [kind], set[SymbolRef]()
        for _ in range(_DEEPEST_EMBEDDING):
            found: list[Denotation] = []
            following: list[Type] = []
            for one in level:
                symbol = one.symbol
                if symbol is None or symbol in seen:
                    continue
                seen.add(symbol)
                if (own := self.own_member(symbol, name, path)) is not None:
                    found.append(own)
                for known_as, inner in self.embedded(symbol):
                    following.append(inner)
                    if known_as == name:
                        found.append(Denotation(inner.symbol, inner))
                if (under := self._underlying(one)) is not None:
                    following.append(under)
            if found:
                return found[0] if len(found) == 1 else None
            level = following
        return None

    def type_of(self, path: str, term: Target | None) -> Type | None:
        """Return the type that a type's term means in a file."""
        if term is None:
            return None
        match term.base:
            case "global":
                found = self.look_up(path, term.names) if term.names else None
                if found is not None and self._is_function(found):
                    found = self._result(found, 0)  # `F[int](x)` looks like a conversion
                return found.type if found is not None else None
            case "many":
                form = "channel" if term.names else "many"
                return Type(None, form, self.type_of(path, term.of))
            case "call":
                return Type(None, "function", self.type_of(path, term.of))
            case "element":
                return self._element(self.type_of(path, term.of))
        return None

    # Targets

    def _denote(self, path: str, target: Target) -> Denotation | None:
        if target.base == "global":
            return self.look_up(path, target.names) if target.names else None
        names: Sequence[str] = target.names
        found: Denotation | None = None
        if target.base == "instance":
            found = self._value(self.type_of(path, target.of))
        elif target.base == "element" and target.of is not None:
            of = self.denote(path, target.of)
            first = names[:1] == (terms.FIRST,)
            names = names[1:] if first else names
            found = self._element_of(of, first=first)
        elif target.base == "call" and target.of is not None:
            found = self._result(self.denote(path, target.of), target.number(0))
            names = names[1:]
        found = self._members(found, names, path)
        return (
            found._replace(exact=False)
            if found is not None and target.base != "instance"
            else found
        )

    def _value(self, kind: Type | None) -> Denotation | None:
        return Denotation(None, kind) if kind is not None else None

    def _element_of(self, of: Denotation | None, *, first: bool) -> Denotation | None:
        if of is None:
            return None
        if of.symbol is not None and self._kind(of.symbol) in (*_FUNCTIONS, *_NAMED_TYPES):
            return of if not first else None  # arguments of a generic function or type
        if first:
            kind = self._unnamed(of.type)
            if kind is None or kind.form != "channel":
                return None
        return self._value(self._element(of.type))

    def _is_function(self, found: Denotation) -> bool:
        return found.symbol is not None and self._kind(found.symbol) in _FUNCTIONS

    def _unnamed(self, kind: Type | None) -> Type | None:
        """Return what a type is in the end, if it is neither a struct nor an interface."""
        for _ in range(_DEEPEST_EMBEDDING):
            if kind is None or kind.symbol is None:
                return kind
            kind = self._underlying(kind)
        return None

    def _element(self, kind: Type | None) -> Type | None:
        kind = self._unnamed(kind)
        return kind.of if kind is not None and kind.form in ("many", "channel") else None

    def _underlying(self, kind: Type) -> Type | None:
        """Return what a named type is declared as, if it is no struct or interface."""
        if kind.symbol is None:
            return None
        file = self.packages.files[kind.symbol.path]
        symbol = file.outline.symbols[kind.symbol.position]
        if symbol.kind not in (Kind.TYPE, Kind.TYPE_ALIAS):
            return None
        term = next((term for at, term in file.outline.types if at == kind.symbol.position), None)
        question = ("underlying", kind.symbol)
        return self._memo.get(question, lambda: self.type_of(file.path, term), None)

    def _result(self, called: Denotation | None, number: int) -> Denotation | None:
        """Return what a call gives; a type that is called converts."""
        if called is None:
            return None
        if called.symbol is not None:
            kind = self._kind(called.symbol)
            if kind in _NAMED_TYPES:
                return self._value(Type(called.symbol))
            if kind in _FUNCTIONS:
                return self._declared_value(called.symbol, number)
        under = self._unnamed(called.type)
        if under is None or under.form != "function" or number:
            return None
        return self._value(under.of)

    def _declared_value(self, symbol: SymbolRef, number: int = 0) -> Denotation | None:
        """Return the value of a variable, or a result of a function, as it is declared."""
        outline = self.packages.files[symbol.path].outline
        values = [term for position, term in outline.types if position == symbol.position]
        found = self.denote(symbol.path, values[number]) if number < len(values) else None
        return self._value(found.type) if found is not None else None

    # Names

    def _first(self, path: str, names: Sequence[str]) -> tuple[Denotation | None, Sequence[str]]:
        """Find what the first name means, or the first two where that is an imported package."""
        file = self.packages.files[path]
        if (found := self.packages.find(file.package, names[0], path)) is not None:
            return self._of_symbol(found.symbol, exact=found.exact), names[1:]
        for item in file.outline.imports:
            package = None
            if len(names) > 1 and self.packages.local_name(path, item) == names[0]:
                package, wanted, rest = self._imported(path, item.module), names[1], names[2:]
            elif item.name == "*":
                package, wanted, rest = self._imported(path, item.module), names[0], names[1:]
            if package is not None and wanted[:1].isupper():
                found = self.packages.find(package, wanted, path)
                if found is not None:
                    return self._of_symbol(found.symbol, exact=found.exact), rest
        return None, ()

    def _imported(self, path: str, module: str) -> Package | None:
        return self.packages.imported(path, module)

    def _members(
        self, found: Denotation | None, names: Sequence[str], path: str
    ) -> Denotation | None:
        exact = True
        for name in names:
            if found is None or found.type is None:
                return None
            exact = exact and found.exact
            found = self.member(found.type, name, path)
        return found if found is None or exact else found._replace(exact=False)

    def _of_symbol(self, symbol: SymbolRef, *, exact: bool) -> Denotation:
        kind = self._kind(symbol)
        if kind in _NAMED_TYPES:
            return Denotation(symbol, Type(symbol), exact)
        if kind in _FUNCTIONS:
            return Denotation(symbol, None, exact)
        question = ("value", symbol)
        value = self._memo.get(question, lambda: self._declared_value(symbol), None)
        return Denotation(symbol, value.type if value is not None else None, exact)

    def _kind(self, symbol: SymbolRef) -> Kind:
        return self.packages.files[symbol.path].outline.symbols[symbol.position].kind
