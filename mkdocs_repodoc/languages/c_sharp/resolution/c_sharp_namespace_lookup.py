"""Names of C# types as a namespace, its `using` directives and the types around see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES, namespaces_around
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_files import CSharpFiles
from mkdocs_repodoc.languages.resolution.ancestry import TypeAncestry
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import FILE_SCOPE

_GENERIC = "<"


class Named(NamedTuple):
    """What a name means where types are looked up: a type, or a namespace."""

    type: Meaning | None = None
    namespace: str = ""


class NamespaceLookup(TypeAncestry):
    """Finds types by namespaces.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: CSharpFiles) -> None:
        super().__init__()
        self.files = files

    def inside(self, path: str, outer: Named, name: str) -> Named:
        """Return what a type or namespace has under a name."""
        if outer.type is not None:
            inner = self.member_type(outer.type.symbol, name)
            return Named(Meaning(inner, outer.type.exact)) if inner is not None else Named()
        return self._in_namespace(path, outer.namespace, name) if outer.namespace else Named()

    def _in_namespace(self, path: str, namespace: str, name: str) -> Named:
        full = f"{namespace}.{name}" if namespace else name
        found = self.files.find(full, path)
        if found is not None:
            return Named(found)
        return Named(None, full) if self.files.is_namespace(full) else Named()

    def _by_usings(self, path: str, level: int, name: str) -> Named:
        """Return what a name means by the directives of a namespace, or of the file."""
        found: list[Meaning] = []
        for source, item in self.usings(path, level):
            if item.alias:
                if item.alias == name:
                    return self.target_of(source, item)
                continue
            target = self.target_of(source, item)
            if target.namespace and not item.name:
                inner = self.files.find(f"{target.namespace}.{name}", path)
            elif target.type is not None and item.name:
                symbol = self.member_type(target.type.symbol, name)
                inner = Meaning(symbol) if symbol is not None else None
            else:
                inner = None
            if inner is not None and inner not in found:
                found.append(inner)
        return Named(found[0]) if len(found) == 1 else Named()

    def usings(self, path: str, level: int) -> Iterator[tuple[str, Import]]:
        """Yield the directives of a namespace or file, each with the file that it stands in."""
        file = self.files.files[path]
        for item in file.usings.get(level, ()):
            yield path, item
        if level == FILE_SCOPE:
            for source, item in self.files.global_usings(file.project):
                if source != path:
                    yield source, item

    def target_of(self, path: str, item: Import) -> Named:
        """Return the namespace or type that a directive names."""
        written = item.module.removeprefix("global::").partition(_GENERIC)[0]
        names = [part.strip() for part in written.split(".")]
        if _GENERIC in item.module:
            names[-1] = terms.with_arity(names[-1], _count_arguments(item.module))
        for outer in self._namespaces_around(path, item):
            found = self._in_namespace(path, outer, names[0])
            for name in names[1:]:
                found = self.inside(path, found, name)
            if found != Named():
                return found
        return Named()

    def _namespaces_around(self, path: str, item: Import) -> Iterator[str]:
        """Yield the namespaces in which a directive's name is looked up; the last has no name."""
        file = self.files.files[path]
        level = next((at for at, items in file.usings.items() if item in items), FILE_SCOPE)
        namespace = file.symbol(level).name if level != FILE_SCOPE else ""
        yield from namespaces_around(namespace)

    def member_type(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return a type that is declared in a type, or in what that inherits from."""
        simple, arity = terms.split_arity(name)
        for one in self.lineage(symbol):
            for part in self.files.declared(one).parts:
                file = self.files.files[part.path]
                for position in file.members.get(part.position, {}).get(simple, ()):
                    if file.symbol(position).kind in TYPES and file.arity(position) == arity:
                        return self.files.declared(SymbolRef(part.path, position)).symbol
        return None


def _count_arguments(written: str) -> int:
    """Return how many type arguments the last part of a name has."""
    depth, count = 0, 1
    for letter in written[written.index(_GENERIC) + 1 :]:
        depth += (letter == _GENERIC) - (letter == ">")
        if letter == "," and not depth:
            count += 1
    return count
