"""Lookup of C++'s names: from the inside to the outside, in namespaces, classes and their bases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import (
    ALIASES,
    CLASSES,
    NAMED_TYPES,
    CppDeclarations,
)
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_found_names import FoundNames, NameSpace
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import CppType
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class CppNameLookup:
    """Finds declarations by names, as a file sees them from a scope.

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

    def find(self, path: str, scope: str, written: str, *, unusual: bool) -> FoundNames | None:
        """Return what a path means.

        Args:
            path: The file.
            scope: Qualified name of the namespace or class around.
            written: The path, without arguments of templates; what stands in front of `::` has
                that at its end, and is a type.
            unusual: Whether a usual build does not see where it is used.
        """
        *around, last = written.removesuffix("::").split("::")
        if not around and written.endswith("::"):
            return self._unqualified(path, scope, last, unusual=unusual, keep=self._types)
        if not around:
            return self._unqualified(path, scope, last, unusual=unusual)
        space = self._spaces(path, scope, around)
        if space is None:
            return None
        found = self._in_space(path, space, last, unusual=unusual)
        return found._replace(exact=found.exact and space.exact) if found is not None else None

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

    # Names without a space in front

    def _unqualified(
        self,
        path: str,
        scope: str,
        name: str,
        *,
        unusual: bool,
        keep: Callable[[FoundNames], FoundNames | None] = lambda found: found,
    ) -> FoundNames | None:
        while True:
            space = self.scope(path, scope)
            found = (
                self._in_space(path, space, name, unusual=unusual) if space is not None else None
            )
            if found is not None and (kept := keep(found)) is not None:
                return kept
            if not scope:
                return None
            scope = scope.rpartition("::")[0]

    def _types(self, found: FoundNames) -> FoundNames | None:
        """Return the types among what a name means; nothing if there are none."""
        symbol = self._declarations.symbol
        types = tuple(one for one in found.symbols if symbol(one).kind in NAMED_TYPES)
        return found._replace(symbols=types) if types or not found.symbols else None

    # Spaces

    def _spaces(self, path: str, scope: str, names: Sequence[str]) -> NameSpace | None:
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
        found = self._in_space(path, around, name, unusual=True)
        return self._as_space(found) if found is not None else None

    def _named_space(self, path: str, qualified: str) -> NameSpace | None:
        declarations = self._declarations
        if qualified in declarations.namespaces:
            return NameSpace(qualified)
        for alias in declarations.aliases.get(qualified, ()):
            if alias.path in declarations.graph.reach(path):
                for term in declarations.types(alias):
                    return self._spaces(alias.path, term.names[0], term.names[1].split("::"))
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

    # Names in a space

    def _in_space(
        self, path: str, space: NameSpace, name: str, *, unusual: bool
    ) -> FoundNames | None:
        if space.type is not None:
            return self.member(space.type.symbol, name) if space.type.symbol is not None else None
        return self._in_namespace(path, space.namespace, name, unusual=unusual, seen=frozenset())

    def _in_namespace(
        self, path: str, namespace: str, name: str, *, unusual: bool, seen: frozenset[str]
    ) -> FoundNames | None:
        qualified = f"{namespace}::{name}" if namespace else name
        symbols, exact = self._declarations.visible(path, qualified, unusual=unusual)
        found = list(symbols)
        for inner in self._declarations.inline.get(namespace, ()):
            more, certain = self._declarations.visible(path, f"{inner}::{name}", unusual=unusual)
            found += more
            exact = exact and certain
        for other, target in self._declarations.using(path, qualified):
            taken = self.find(other, *target.names[:2], unusual=unusual)
            if taken is None:
                return FoundNames(())  # hides outer names, and may be what is meant among these
            if (other, target.names[1]) != (path, name):
                found += [one for one in taken.symbols if one not in found]
        if not found and (announced := self._declarations.forward(path, qualified)) is not None:
            found = [announced]
        if found:
            return FoundNames(tuple(found), exact)
        nominated = [
            result
            for inner in self._nominated(path, namespace)
            if inner not in seen
            and (
                result := self._in_namespace(
                    path, inner, name, unusual=unusual, seen=seen | {namespace, inner}
                )
            )
        ]
        return nominated[0] if len({one.symbols for one in nominated}) == 1 else None

    def _nominated(self, path: str, namespace: str) -> Sequence[str]:
        """Return the namespaces whose names a file may use in another without them in front."""
        question = ("nominated", path, namespace)
        return self._memo.get(question, lambda: list(self._read(path, namespace)), [])

    def _read(self, path: str, namespace: str) -> Iterator[str]:
        found = set()
        for target in self._declarations.directives(path):
            scope, written = target.names[:2]
            if scope != namespace and not scope.startswith(f"{namespace}::" if namespace else ""):
                continue
            if scope != namespace and self._declarations.is_space(scope) is False:
                continue
            space = self._spaces(path, scope, written.split("::"))
            if space is not None and space.type is None and space.namespace not in found:
                found.add(space.namespace)
                yield space.namespace

    # Members

    def member(self, owner: SymbolRef, name: str) -> FoundNames | None:
        """Return the members of a class or enum with a name, inherited ones too."""
        question = ("member", owner, name)
        return self._memo.get(question, lambda: self._member(owner, name), None)

    def _member(self, owner: SymbolRef, name: str) -> FoundNames | None:
        symbol = self._declarations.symbol(owner)
        if name == symbol.name.replace(".", "::").rpartition("::")[2]:
            return FoundNames((owner,))  # a class knows its own name
        qualified = f"{symbol.name.replace('.', '::')}::{name}"
        own = [one for one in self._declarations.all_of(qualified) if one.path == owner.path]
        inside = [
            one
            for one in own
            if symbol.line <= self._declarations.symbol(one).line <= symbol.end_line
        ]
        if inside or own:
            return FoundNames(tuple(inside or own))
        for other, target in self._declarations.using(owner.path, qualified):
            taken = self.find(other, *target.names[:2], unusual=True)
            if taken is not None:
                return taken
        elsewhere, exact = self._declarations.visible(owner.path, qualified)
        types = tuple(
            one for one in elsewhere if self._declarations.symbol(one).kind in NAMED_TYPES
        )
        if types:
            return FoundNames(types, exact)
        inherited = [
            found
            for base in self.bases(owner)
            if base is not None
            and base.symbol is not None
            and (found := self.member(base.symbol, name)) is not None
        ]
        distinct = dict.fromkeys(inherited)
        return next(iter(distinct)) if len(distinct) == 1 else None

    def bases(self, owner: SymbolRef) -> list[CppType | None]:
        """Return the direct bases of a class; `None` for one that is not known."""
        for term in self._declarations.types(owner):
            if term.base == "types" and term.names[0] == terms.BASES:
                return [self._type_of(owner.path, one) for one in term.also]
        return []
