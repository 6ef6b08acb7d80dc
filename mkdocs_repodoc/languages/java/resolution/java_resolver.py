"""Follows what analysis left of an identifier to the declaration that it means.

The identifiers of a file are found before, in analysis: `java_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.java.resolution.java_files import JavaFiles
from mkdocs_repodoc.languages.java.resolution.java_member_lookup import (
    Denotation,
    MemberLookup,
    a_value,
)
from mkdocs_repodoc.languages.java.resolution.java_name_lookup import NameLookup
from mkdocs_repodoc.languages.java.resolution.jdk_terms import STRING
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.resolution.value_terms import CALLED
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class Resolver:
    """Follows targets through the packages of a repository.

    Args:
        files: Its files.
    """

    def __init__(self, files: JavaFiles) -> None:
        self._lookup = MemberLookup(files)
        self._names = NameLookup(self._lookup)
        self.files = files
        self.types = self._lookup.types
        self.members = self._lookup.members
        self._inference = self._lookup.inference
        self._memo = RecursiveMemo()

    def denote(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        question = (path, target)
        return self._memo.get(question, lambda: self._denote(path, target), None)

    def _denote(self, path: str, target: Target) -> Denotation | None:  # noqa: C901, PLR0911 - one for each term
        match target.base:
            case "global" if target.names[0] == "any":
                return self._names.simple(path, target.number(1), target.names[2])
            case "global" | "symbol" | "own" | "type" | "many":
                return self._type(path, target)
            case "import":
                return self._names.static_import(path, target.names)
            case "instance":
                return a_value(self._type_of(path, target.of))
            case "self" | "super":
                return self._around(path, target)
            case "member":
                return self._member(path, target)
            case "call":
                return self._call(path, target)
            case "element" | "item":
                return self._part(path, target)
            case "returning":
                returned = self._type_of_value(path, target.of)
                return a_value(ClassType(types.FUNCTION, (returned,), target.number(0)))
            case "either":
                return self._either(path, target)
        return None

    def _type(self, path: str, target: Target) -> Denotation | None:
        kind = self.types.type_of(path, target)
        if target.base == "global" and (kind is None or kind.symbol is None):
            return None
        exact = True
        if target.base == "global" and kind is not None:
            found = self.types.find(path, target.number(1), target.names[2:])
            exact = found is None or found.exact
        return Denotation(kind.symbol if kind else None, kind, exact, is_type=True)

    def _type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a term stands for."""
        if term is None:
            return None
        if term.base == "member":
            found = self.denote(path, term)
            return found.type if found is not None and found.is_type else None
        return self.types.type_of(path, term)

    def _type_of_value(self, path: str, term: Target | None) -> ClassType | None:
        found = self.denote(path, term) if term is not None else None
        return found.type if found is not None and not found.is_type else None

    # Members

    def _around(self, path: str, target: Target) -> Denotation | None:
        """Return `this` or `super` as a value."""
        if target.of is not None:
            kind = self.types.type_of(path, target.of)
        else:
            kind = self._names.own_type(SymbolRef(path, target.number(0)))
        if kind is None or kind.symbol is None or target.base == "self":
            return a_value(kind)
        if self._lookup.kind(kind.symbol) == Kind.INTERFACE and target.of is not None:
            return a_value(kind)
        return a_value(next(self.types.above(kind), None))

    def _member(self, path: str, target: Target) -> Denotation | None:
        name = target.names[0]
        if CALLED in target.names[1:2]:
            return self._method(path, target)
        owner = self.denote(path, target.of) if target.of is not None else None
        if owner is None:
            return None
        if terms.REFERRED in target.names[1:2]:
            return self._lookup.method_reference(path, owner, name)
        return self._lookup.member(path, owner, name)

    def _method(self, path: str, target: Target) -> Denotation | None:
        """Return the method that a call means."""
        name, given = target.names[0], self._given(path, target)
        if target.of is None:
            return self._names.method_around(path, target.number(2), name, given)
        owner = self.denote(path, target.of)
        if owner is None or owner.type is None:
            return None
        found = self._lookup.method_of(path, owner.type, name, given)
        if found is None or owner.exact:
            return found
        return found._replace(exact=False)

    def _given(self, path: str, called: Target) -> list[ClassType | None]:
        """Return the types of the arguments of a call; a long one has kept only their number."""
        if not called.also:
            return [None] * called.number(-1)
        return [self._type_of_value(path, one) for one in called.also]

    # Values that calls and loops give

    def _call(self, path: str, target: Target) -> Denotation | None:
        if target.names:
            return self._constructor(path, target)
        called = self.denote(path, target.of) if target.of is not None else None
        return a_value(called.type, exact=False) if called is not None else None

    def _constructor(self, path: str, target: Target) -> Denotation | None:
        """Return the constructor that `new`, `this(…)` or `super(…)` calls."""
        of = target.of
        is_other = of is not None and of.base in ("self", "super")
        made = self.denote(path, of) if of is not None else None
        if made is None or made.type is None or made.type.symbol is None:
            return None
        methods = self.members.constructors(made.type)
        if not methods:
            kind = self._lookup.kind(made.type.symbol)
            if is_other or kind == Kind.INTERFACE:
                return None
            return Denotation(made.type.symbol, made.type, made.exact)
        given = self._given(path, target)
        chosen = self.members.choose(self.members.seen_from(path, methods), given)
        if chosen is None:
            return None
        exact = made.exact and chosen.exact
        return Denotation(chosen.method.symbol, made.type, exact, method=chosen.method)

    def _part(self, path: str, target: Target) -> Denotation | None:
        """Return what a loop, an index, a lambda's caller, a pattern or a `case` takes."""
        if target.names[:1] == ("case",):
            return self._case(path, target)
        if target.names[:1] == ("#",):
            return self._component(path, target)
        of = self.denote(path, target.of) if target.of is not None else None
        if of is None:
            return None
        if not target.names:
            return a_value(self._lookup.element(of.type), exact=False)
        is_argument, parameter = bool(target.names[0]), target.number(1)
        kind = of.type
        if is_argument:
            kind = of.method.taken(target.number(0)) if of.method is not None else None
        method = self.members.functional(kind)
        if method is None or parameter >= len(method.parameters):
            return None
        passed = method.parameters[parameter]
        if of.method is not None and is_argument and target.of is not None:
            given = self._given(path, target.of)
            passed = types.put_in(passed, self._inference.inferred(of.method, given))
        return a_value(passed, exact=False)

    def _case(self, path: str, target: Target) -> Denotation | None:
        """Return the constant after `case`, which an enumeration's name need not stand before."""
        selector = self.denote(path, target.of) if target.of is not None else None
        if selector is None or selector.type is None:
            return None
        kind = selector.type
        if kind.symbol is not None and self._lookup.kind(kind.symbol) == Kind.ENUM:
            field = self.members.field(kind, target.names[2])
            return Denotation(*field, selector.exact) if field is not None else None
        return self._names.simple(path, target.number(1), target.names[2])

    def _component(self, path: str, target: Target) -> Denotation | None:
        kind = self._type_of(path, target.of)
        if kind is None or kind.symbol is None or self._lookup.kind(kind.symbol) != Kind.RECORD:
            return None
        file = self.files.file(kind.symbol.path)
        names = [
            name
            for name, positions in file.members.get(kind.symbol.position, {}).items()
            for position in positions
            if file.symbol(position).kind == Kind.FIELD
            and "static" not in file.symbol(position).labels
        ]
        number = target.number(1)
        field = self.members.field(kind, names[number]) if number < len(names) else None
        return a_value(field[1], exact=False) if field is not None else None

    def _either(self, path: str, target: Target) -> Denotation | None:
        """Return one of two values, of which one may be `null`, or the other's base."""
        found = [self._type_of_value(path, one) for one in target.also]
        kinds = [one for one in found if one is not None]
        if target.names:
            return a_value(self._sum(path, found), exact=False)
        if len(kinds) < len(found):
            return None
        given = [kind for kind in kinds if kind.head != types.NULL]
        wider = [
            kind
            for kind in given
            if all(
                other.head == kind.head
                or (other.symbol and kind.symbol in self.types.lineage(other.symbol))
                for other in given
            )
        ]
        return a_value(wider[0], exact=False) if wider else None

    def _sum(self, path: str, kinds: Sequence[ClassType | None]) -> ClassType | None:
        """Return the type of a sum: a text if one part is, else that of the widest number."""
        text = self.types.type_of(path, STRING)
        if text in kinds:
            return text
        numbers = [str(one.head) for one in kinds if one is not None and one.is_primitive]
        if len(numbers) < len(kinds):
            return None
        widest = (name for name in ("double", "float", "long") if name in numbers)
        return ClassType(next(widest, "boolean" if "boolean" in numbers else "int"))
