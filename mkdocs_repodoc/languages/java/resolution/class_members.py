"""Members of Java's classes: fields, and the method that a call means among its overloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_repodoc.languages.java.resolution.java_conversions import Conversions
from mkdocs_repodoc.languages.java.resolution.java_file import JavaFile
from mkdocs_repodoc.languages.java.resolution.java_type_lookup import TypeLookup
from mkdocs_repodoc.languages.java.resolution.method_choice import Method, MethodChoice
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_FIELDS = frozenset((Kind.FIELD, Kind.CONSTANT, Kind.ENUMERATOR))
_METHODS = frozenset((Kind.METHOD,))
_CONSTRUCTORS = frozenset((Kind.CONSTRUCTOR,))
_OF_OBJECT = frozenset(("equals", "hashCode", "toString"))


class ClassMembers(MethodChoice):
    """Finds members of types.

    Args:
        lookup: Finds what classes inherit.
    """

    def __init__(self, lookup: TypeLookup) -> None:
        self._types = lookup
        self._files = lookup.files
        super().__init__(Conversions(lookup, self._function_arity))
        self._methods: dict[tuple[ClassType, str, bool], Sequence[Method]] = {}
        self._declared: dict[SymbolRef, Method] = {}

    def field(self, kind: ClassType, name: str) -> tuple[SymbolRef, ClassType | None] | None:
        """Return a field of a type and what it is, its own or an inherited one."""
        for one in self._types.all_above(kind):
            owner = one.symbol
            if owner is None:
                continue
            file = self._files.file(owner.path)
            for position in file.own(owner.position, name, _FIELDS):
                value = file.values.get(position)
                of = value.of if value is not None else None
                found = self._types.type_of(file.path, of)
                put = self._types.put_for(one)
                return SymbolRef(file.path, position), types.put_in(found, put)
        return None

    def seen_from(self, path: str, methods: Iterable[Method]) -> list[Method]:
        """Return those methods that a file may call, by what they say of access."""
        return [one for one in methods if self._is_accessible(one.symbol, path)]

    def _is_accessible(self, symbol: SymbolRef, path: str) -> bool:
        if symbol.path == path:
            return True
        file = self._files.file(symbol.path)
        labels = file.symbol(symbol.position).labels
        if "public" in labels or "protected" in labels:
            return True
        owner = file.symbol(file.owners[symbol.position])
        is_open = owner.kind in (Kind.INTERFACE, Kind.RECORD) and "private" not in labels
        same = file.package == self._files.file(path).package
        return is_open or (same and "private" not in labels)

    def methods(self, kind: ClassType, name: str, *, inherited: bool = True) -> Sequence[Method]:
        """Return the methods of a type with a name; what another one overrides is left out."""
        question = (kind, name, inherited)
        known = self._methods.get(question)
        if known is None:
            known = self._methods[question] = self._find_methods(kind, name, inherited=inherited)
        return known

    def _find_methods(self, kind: ClassType, name: str, *, inherited: bool) -> Sequence[Method]:
        found: list[Method] = []
        seen: set[tuple[object, ...]] = set()
        for number, one in enumerate(self._types.all_above(kind)):
            if number and not inherited:
                break
            for method in self._own_methods(one, name, _METHODS):
                labels = self._files.file(method.symbol.path).symbol(method.symbol.position).labels
                if number and "private" in labels:
                    continue
                signature = tuple(_head(each) for each in method.parameters)
                if signature not in seen:
                    seen.add(signature)
                    found.append(method)
        return found

    def constructors(self, kind: ClassType) -> list[Method]:
        """Return the constructors that a class declares."""
        if kind.symbol is None:
            return []
        name = self._files.file(kind.symbol.path).simple_name(kind.symbol.position)
        return self._own_methods(kind, name, _CONSTRUCTORS)

    def declares(self, symbol: SymbolRef, name: str) -> bool:
        """Whether a class that is not listed declares a member of a name."""
        entry = self._types.entry(symbol)
        return entry is not None and not is_listed(symbol.position) and name in entry.names[1:]

    def _own_methods(self, kind: ClassType, name: str, kinds: frozenset[Kind]) -> list[Method]:
        owner = kind.symbol
        file = self._files.file(owner.path) if owner is not None else None
        if owner is None or file is None or name not in file.members.get(owner.position, ()):
            return []
        put = self._types.put_for(kind)
        found = [
            self._method(SymbolRef(file.path, position), put)
            for position in file.own(owner.position, name, kinds)
            if position in file.values
        ]
        if not found and kinds == _METHODS and file.symbol(owner.position).kind == Kind.RECORD:
            found += self._accessors(kind, file, name)
        return found

    def _accessors(self, kind: ClassType, file: JavaFile, name: str) -> Iterator[Method]:
        """Yield the accessor of a record's component, which nobody has to write."""
        owner = kind.symbol
        for position in file.own(owner.position, name, _FIELDS) if owner is not None else ():
            if "static" not in file.symbol(position).labels:
                field = self.field(kind, name)
                yield Method(SymbolRef(file.path, position), (), field[1] if field else None)

    def _method(self, symbol: SymbolRef, put: types.Arguments) -> Method:
        """Return a method with what stands for the type variables of its class."""
        method = self._declared.get(symbol)
        if method is None:
            entry = self._files.file(symbol.path).values[symbol.position]
            method = self._declared[symbol] = self._as_declared(symbol, entry)
        if not put:
            return method
        return method._replace(
            parameters=tuple(types.put_in(one, put) for one in method.parameters),
            returned=types.put_in(method.returned, put),
        )

    def _as_declared(self, symbol: SymbolRef, entry: Target) -> Method:
        own, *parameters = entry.also
        variables = (self._types.type_of(symbol.path, one) for one in own.also)
        return Method(
            symbol,
            tuple(self._types.type_of(symbol.path, one) for one in parameters),
            self._types.type_of(symbol.path, entry.of),
            frozenset(str(one.head) for one in variables if one is not None),
            terms.VARIABLE in entry.names,
        )

    # Overloads

    def signature(self, method: Method) -> str:
        """Return the simple names of a method's parameter types, as Javadoc writes them."""
        return ",".join(self._written(kind) for kind in method.parameters)

    def _written(self, kind: ClassType | None) -> str:
        """Return the simple name of a type, its variables by what bounds them."""
        erased = types.erased(kind)
        if erased is None:
            return "Object"
        if erased.head == types.ARRAY:
            return f"{self._written(erased.first)}[]"
        if erased.symbol is None:
            return erased.written
        if not is_listed(erased.symbol.position):
            return ""
        return self._files.file(erased.symbol.path).simple_name(erased.symbol.position)

    # Functional interfaces

    def functional(self, kind: ClassType | None) -> Method | None:
        """Return the only abstract method of an interface; `None` if there is no such."""
        if kind is None or kind.symbol is None or not is_listed(kind.symbol.position):
            return None
        found: dict[str, Method] = {}
        for one in self._types.all_above(kind):
            if one.symbol is None or not is_listed(one.symbol.position):
                continue
            file = self._files.file(one.symbol.path)
            for name, positions in file.members.get(one.symbol.position, {}).items():
                labels = [file.symbol(position).labels for position in positions]
                if name in _OF_OBJECT or not any("abstract" in each for each in labels):
                    continue
                for method in self._own_methods(one, name, _METHODS):
                    is_abstract = "abstract" in file.symbol(method.symbol.position).labels
                    if is_abstract and name not in found:
                        found[name] = method
        return next(iter(found.values())) if len(found) == 1 else None

    def returned_by(self, kind: ClassType | None) -> ClassType | None:
        """Return what the only abstract method of an interface returns."""
        method = self.functional(kind)
        return method.returned if method is not None else None

    def _function_arity(self, kind: ClassType) -> int | None:
        method = self.functional(kind)
        if method is not None:
            return len(method.parameters)
        if kind.symbol is None:
            return -1 if kind.head == types.ARRAY else None
        return -1 if self._types.is_known(kind.symbol) else None


def _head(kind: ClassType | None) -> object:
    """Return what tells the erasure of a parameter's type from others."""
    found = types.erased(kind)
    if found is None:
        return "Object"
    return (found.head, _head(found.first)) if found.head == types.ARRAY else found.head
