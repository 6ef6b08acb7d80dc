"""Types of what a name in C++ is found to mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import CppDeclarations
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_found_names import FoundNames
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_kinds import (
    ALIASES,
    FUNCTIONS,
    NAMED_TYPES,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_overloads import choose
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import (
    CppType,
)
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class CppDenotation(NamedTuple):
    """What an identifier or expression means.

    Attributes:
        symbol: The declaration; `None` for a value without a name, or for one of several.
        type: The type of its value, of a type itself; `None` if it is not known.
        exact: Whether only this declaration may be meant.
        is_type: Whether it is a type.
    """

    symbol: SymbolRef | None
    type: CppType | None
    exact: bool = True
    is_type: bool = False


class CppFoundTypes(ABC):
    """Tells the types of what is found.

    Args:
        declarations: What the files declare.
    """

    def __init__(self, declarations: CppDeclarations) -> None:
        self._declarations = declarations
        self._memo = RecursiveMemo()

    @abstractmethod
    def type_of(self, path: str, term: Target | None) -> CppType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""

    def _is_function_like(self, macro: SymbolRef) -> bool:
        return "function-like" in self._declarations.symbol(macro).labels

    def _of_found(
        self, found: FoundNames, count: str, *, is_constant: bool | None = None
    ) -> CppDenotation | None:
        """Return what a set of declarations with one name means.

        Args:
            found: The declarations.
            count: The number of arguments it is called with; empty if it is not called.
            is_constant: Whether the object that it is a member of does not change, if known.
        """
        kinds = {self._declarations.symbol(one).kind for one in found.symbols}
        if kinds <= FUNCTIONS:
            chosen = choose(self._declarations, found.symbols, count, is_constant=is_constant)
            returned = {self._declared(one) for one in chosen}
            kind = next(iter(returned)) if len(returned) == 1 else None
            if len(chosen) != 1:
                return CppDenotation(None, kind, exact=False) if kind is not None else None
            return CppDenotation(self._declarations.definition(chosen[0]), kind, found.exact)
        types = [one for one in found.symbols if self._declarations.symbol(one).kind in NAMED_TYPES]
        chosen = types or [
            one for one in found.symbols if self._declarations.symbol(one).kind not in FUNCTIONS
        ]
        defined = [one for one in chosen if not self._declarations.graph.only_declares(one)]
        symbol = (defined or chosen)[0]
        exact = found.exact and len(defined) <= 1
        if types:
            return self._of_types(types, found.exact)
        kind = self._declared(symbol)
        if is_constant is not False and kind is not None and not kind.is_constant:
            kind = kind._replace(is_constant=None)  # a pointer in what is constant may change
        return CppDenotation(self._declarations.definition(symbol), kind, exact)

    def _of_types(self, types: Sequence[SymbolRef], exact: bool) -> CppDenotation:
        """Return what a name of types means; `typedef struct a a;` names a class once more."""
        by_kind = {self._declarations.symbol(one).kind in ALIASES: one for one in reversed(types)}
        symbol = by_kind[True] if True in by_kind else by_kind[False]
        kind = CppType(by_kind[False]) if False in by_kind else self._declared(symbol)
        return CppDenotation(symbol, kind, exact and len(types) == len(by_kind), is_type=True)

    def _declared(self, symbol: SymbolRef) -> CppType | None:
        """Return the type with which a symbol is declared; for an alias the one that it names."""
        question = ("declared", symbol)
        return self._memo.get(question, lambda: self._read_type(symbol), None)

    def _read_type(self, symbol: SymbolRef) -> CppType | None:
        if self._declarations.symbol(symbol).kind == Kind.ENUMERATOR:
            return None
        for term in self._declarations.types(symbol):
            if term.base == "types" and term.names[0] == terms.BASES:
                continue
            return self.type_of(symbol.path, term)
        return None
