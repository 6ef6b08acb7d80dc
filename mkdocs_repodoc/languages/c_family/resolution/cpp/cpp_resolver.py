"""Follows what analysis left of an identifier of C++ to the declaration that it means.

The identifiers of a file are found before, in analysis: `c_file_finder` begins there.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.c_family.resolution import c_terms
from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import CppDeclarations
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_found_types import (
    CppDenotation,
    CppFoundTypes,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_kinds import NAMED_TYPES
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_name_lookup import (
    CppNameLookup,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import (
    CppType,
    made,
    member_of,
    pointed_to,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class CppResolver(CppFoundTypes):
    """Follows targets through the files of a repository.

    Args:
        declarations: What the files declare.
    """

    def __init__(self, declarations: CppDeclarations) -> None:
        super().__init__(declarations)
        self.lookup = CppNameLookup(declarations, self._memo, self.type_of)

    def denote(self, path: str, target: Target) -> CppDenotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        question = ("target", path, target)
        return self._memo.get(question, lambda: self._denote(path, target), None)

    def _denote(self, path: str, target: Target) -> CppDenotation | None:
        names: Sequence[str] = target.names
        found: CppDenotation | None = None
        match target.base:
            case "global" if names[0] == c_terms.MACRO:
                macros, exact = self._declarations.macro(path, names[1], unusual=True)
                return CppDenotation(macros[0], None, exact) if macros else None
            case "global" if len(names) == 1:  # of a header that is read as C
                of_cpp = Target("global", ("", names[0]), target.of, target.also)
                found, names = self._path(path, of_cpp), ()
            case "global":
                found, names = self._path(path, target), names[2:]
            case "self":
                found, names = self._this(path, names[0]), names[1:]
            case "instance":
                found = self._value(self.type_of(path, target.of))
            case "call" if target.of is not None:
                found = self._called(self.denote(path, target.of))
        for name in names:
            if found is None or found.type is None:
                return None
            found = self._member(found, name)
        return found

    def _value(self, kind: CppType | None) -> CppDenotation | None:
        return CppDenotation(None, kind, kind.exact) if kind is not None else None

    def _this(self, path: str, scope: str) -> CppDenotation | None:
        space = self.lookup.scope(path, terms.plain_space(scope))
        kind = space.type if space is not None else None
        if kind is not None and scope != terms.plain_space(scope):
            kind = kind._replace(is_constant=True)
        return self._value(kind)

    def _called(self, called: CppDenotation | None) -> CppDenotation | None:
        if called is None or called.type is None:
            return None
        kind = called.type
        if called.is_type:
            return CppDenotation(None, kind, exact=False)
        if not kind.is_function:
            operator = self._member(called, "operator()(*)") if kind.symbol is not None else None
            kind = (
                operator.type if operator is not None and operator.type is not None else CppType()
            )
        if kind.returned is None:
            return None
        return CppDenotation(None, kind.returned._replace(exact=False), exact=False)

    # Paths

    def _path(self, path: str, target: Target) -> CppDenotation | None:
        scope, written = target.names[:2]
        plain, count = terms.without_count(written)
        if plain.startswith("std::"):
            arguments = tuple(self.type_of(path, one) for one in target.also)
            kind = made(plain[5:], arguments)
            return CppDenotation(None, kind, is_type=not kind.is_function)
        if "::" not in (name := plain.removesuffix("::")):
            macros, exact = self._declarations.macro(path, name, unusual=target.of is not None)
            if macros and (count or not self._is_function_like(macros[0])):
                return CppDenotation(macros[0], None, exact)
        space = terms.plain_space(scope)
        found = self.lookup.find(path, space, plain, unusual=target.of is not None)
        if found is None:
            return None
        around = self.lookup.scope(path, space)
        in_class = around is not None and around.type is not None
        is_constant = space != scope if in_class else None
        return self._of_found(found, count, is_constant=is_constant)

    # Types

    def type_of(self, path: str, term: Target | None) -> CppType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""
        match term.base if term is not None else "":
            case _ if term is None:
                return None
            case "returning":
                return CppType(is_function=True, returned=self.type_of(path, term.of))
            case "types" if term.names[0] == terms.CONSTANT:
                kind = self.type_of(path, term.of)
                return kind._replace(is_constant=True) if kind is not None else None
            case "type" if term.of is not None:
                value = self.denote(path, term.of)
                kind = value.type if value is not None else None
                return kind._replace(exact=False) if kind is not None else None
            case "global":
                return self._of_type(self.denote(path, term))
        return None

    def _of_type(self, found: CppDenotation | None) -> CppType | None:
        if found is None or not found.is_type or found.type is None:
            return None
        return found.type._replace(exact=found.type.exact and found.exact)

    # Members

    def _member(self, owner: CppDenotation, name: str) -> CppDenotation | None:
        kind = owner.type
        if kind is None:
            return None
        through = name.startswith("->")
        name = name.removeprefix("->")
        if kind.symbol is None:
            return self._standard_member(kind, name, through=through)
        plain, count = terms.without_count(name)
        if plain in ("*", "[]", "for"):
            return self._operated(owner, plain)
        found = self.lookup.member(kind.symbol, plain)
        if found is None:
            inner = self._called(self._member(owner, "operator->(0)")) if through else None
            return self._member(inner, name) if inner is not None else None
        exact = found.exact and owner.exact and kind.exact
        found = found._replace(exact=exact)
        return self._of_found(found, count, is_constant=kind.is_constant)

    def _standard_member(self, kind: CppType, name: str, *, through: bool) -> CppDenotation | None:
        plain, _ = terms.without_count(name)
        if not through:
            return self._value(member_of(kind, plain))
        inner = pointed_to(kind)
        return self._member(CppDenotation(None, inner), name) if inner is not None else None

    def _operated(self, owner: CppDenotation, operation: str) -> CppDenotation | None:
        """Return what `*`, `[…]` or a loop makes of a value: of a pointer, what it points to."""
        if operation == "for":
            begin = self._called(self._member(owner, "begin(0)"))
            if begin is None or begin.type is None:
                return self._value(owner.type)
            return self._member(begin, "*")
        operator = self._member(owner, f"operator{operation}(*)")
        returned = self._called(operator) if operator is not None else None
        if operator is not None:
            return returned
        return CppDenotation(None, owner.type, owner.exact)

    # Names in text

    def is_type(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is a type."""
        return self._declarations.symbol(symbol).kind in NAMED_TYPES

    def named(self, path: str, scope: str, written: str) -> SymbolRef | None:
        """Return what a path in a signature or in documentation means, as seen from a symbol.

        Args:
            path: The file.
            scope: Qualified name of the symbol.
            written: The path.
        """
        if written.startswith("std::"):
            return None
        found = self._path(path, terms.path(scope.replace(".", "::"), written))
        return found.symbol if found is not None else None
