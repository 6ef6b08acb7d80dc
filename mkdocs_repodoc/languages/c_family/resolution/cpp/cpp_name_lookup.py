"""Lookup of C++'s names: from the inside to the outside, in namespaces, classes and their bases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_found_names import FoundNames, NameSpace
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_kinds import NAMED_TYPES
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_space_lookup import SpaceLookup
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_types import CppType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class CppNameLookup(SpaceLookup):
    """Finds declarations by names, as a file sees them from a scope.

    Args:
        declarations: What the repository declares.
        memo: Remembers answers.
        type_of: Returns the type that a type's term means in a file.
    """

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
        space = self.spaces(path, scope, around)
        if space is None:
            return None
        found = self.in_space(path, space, last, unusual=unusual)
        return found._replace(exact=found.exact and space.exact) if found is not None else None

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
            found = self.in_space(path, space, name, unusual=unusual) if space is not None else None
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

    # Names in a space

    def in_space(
        self, path: str, space: NameSpace, name: str, *, unusual: bool
    ) -> FoundNames | None:
        """Return what a name means that is looked up in a namespace or a type."""
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
            taken = self._taken(other, *target.names[:2], unusual=unusual)
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

    def _taken(self, path: str, scope: str, written: str, *, unusual: bool) -> FoundNames | None:
        """Return what a declaration takes into its namespace; `None` if it takes itself."""
        question = ("taken", path, scope, written, unusual)
        find = partial(self.find, path, scope, written, unusual=unusual)
        return self._memo.get(question, find, None)

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
            space = self.spaces(path, scope, written.split("::"))
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
