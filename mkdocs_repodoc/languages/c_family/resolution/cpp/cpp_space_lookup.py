"""Lookup of C++'s namespaces and types: what stands in front of `::`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import CppDeclarations
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_found_names import FoundNames, NameSpace
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_kinds import ALIASES, CLASSES, NAMED_TYPES
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import CppType
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target


class SpaceLookup(ABC):
    """Finds namespaces and types by names; who looks up what is in them inherits from it.

    Args:
        declarations: What the repository declares.
        memo: Remembers answers.
        type_of: Returns the type that a type's term means in a file.
    """

    def __init__(
        self,
        declarations: CppDeclarations,
        memo: RecursiveMemo,
        type_of: Callable[[str, Target | None], CppType | None],
    ) -> None:
        self._declarations = declarations
        self._memo = memo
        self._type_of = type_of

    @abstractmethod
    def in_space(
        self, path: str, space: NameSpace, name: str, *, unusual: bool
    ) -> FoundNames | None:
        """Return what a name means that is looked up in a namespace or a type."""

    def scope(self, path: str, scope: str) -> NameSpace | None:
        """Return the namespace or class that code stands in."""
        question = ("scope", path, scope)
        return self._memo.get(question, lambda: self._scope(path, scope), None)

    def _scope(self, path: str, scope: str) -> NameSpace | None:
        if not scope:
            return NameSpace()
        exactly = self._named_space(path, scope)
        if exactly is not None:
            return exactly
        outer, _, last = scope.rpartition("::")
        return self._space(path, outer, last)

    def spaces(self, path: str, scope: str, names: Sequence[str]) -> NameSpace | None:
        """Return the namespace or type that the names in front of the last one mean."""
        first, *rest = names
        space = self._space(path, scope, first) if first else NameSpace()
        for name in rest:
            if space is None:
                return None
            space = self._inner(path, space, name)
        return space

    def _space(self, path: str, scope: str, name: str) -> NameSpace | None:
        """Return the namespace or type that the first name of a path means."""
        while True:
            around = self.scope(path, scope) if scope else NameSpace()
            if around is not None and (space := self._inner(path, around, name)) is not None:
                return space
            if not scope:
                return None
            scope = scope.rpartition("::")[0]

    def _inner(self, path: str, around: NameSpace, name: str) -> NameSpace | None:
        if around.type is None:
            qualified = f"{around.namespace}::{name}" if around.namespace else name
            if (space := self._named_space(path, qualified)) is not None:
                return space
            for inner in self._declarations.inline.get(around.namespace, ()):
                if (space := self._named_space(path, f"{inner}::{name}")) is not None:
                    return space
        found = self.in_space(path, around, name, unusual=True)
        return self._as_space(found) if found is not None else None

    def _named_space(self, path: str, qualified: str) -> NameSpace | None:
        declarations = self._declarations
        if qualified in declarations.namespaces:
            return NameSpace(qualified)
        for alias in declarations.aliases.get(qualified, ()):
            if alias.path in declarations.graph.reach(path):
                for term in declarations.types(alias):
                    return self.spaces(alias.path, term.names[0], term.names[1].split("::"))
        found, exact = declarations.visible(path, qualified)
        types = [one for one in found if declarations.symbol(one).kind in NAMED_TYPES]
        return self._as_space(FoundNames(tuple(types), exact)) if types else None

    def _as_space(self, found: FoundNames) -> NameSpace | None:
        for one in found.symbols:
            kind = self._declarations.symbol(one).kind
            if kind in CLASSES or kind == Kind.ENUM:
                return NameSpace(type=CppType(one), exact=found.exact)
            if kind in ALIASES:
                for term in self._declarations.types(one):
                    named = self._type_of(one.path, term)
                    return NameSpace(type=named, exact=found.exact) if named is not None else None
        return None
