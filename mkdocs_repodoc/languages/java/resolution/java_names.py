"""Java's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.java.resolution.java_documented_names import DocumentedNames
from mkdocs_repodoc.languages.java.resolution.java_file import JavaFile
from mkdocs_repodoc.languages.java.resolution.java_files import JavaFiles
from mkdocs_repodoc.languages.java.resolution.java_resolver import Resolver
from mkdocs_repodoc.languages.java.resolution.method_choice import Method
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    Meaning,
    is_no_word,
)
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, shared_parts

_STANDARD = frozenset(("java", "javax", "jdk"))
_NOT_INHERITED = frozenset(("static", "private"))


class JavaNames(LanguageNames):
    """The names of all Java files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._files = JavaFiles(files)
        self._resolver = Resolver(self._files)
        self._types = self._resolver.types
        self._members = self._resolver.members
        self._documented = DocumentedNames(self._files, self._resolver)

    @property
    def digest(self) -> str:
        return self._files.digest

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if self._file(path) is not None else None
        if found is None or found.symbol is None or not self._files.is_of_repository(found.symbol):
            return None
        return Meaning(self._files.listed(found.symbol), found.exact)

    def _file(self, path: str) -> JavaFile | None:
        return self._files.of_repository.get(path)

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        file = self._file(path)
        if file is None:
            return None
        if item.name == "*" and self._files.sources(item.module):
            return ResolvedImport("repository", "", folder=self._folder(file, item.module))
        named = item.module if item.name in ("", "*") else f"{item.module}.{item.name}"
        names = named.split(".")
        found = self._types.qualified(path, names)
        if found is None and item.name != "*":  # a static member
            found = self._types.qualified(path, names[:-1])
        if found is not None and self._files.is_of_repository(found.symbol):
            return ResolvedImport("repository", "", found.symbol.path, found.symbol)
        package = ".".join(names[:2])
        is_standard = names[0] in _STANDARD
        return ResolvedImport("standard library" if is_standard else "third party", package)

    def needs_no_import(self, path: str, other: str) -> bool:
        one, two = self._file(path), self._file(other)
        return one is not None and two is not None and one.package == two.package

    def _folder(self, file: JavaFile, package: str) -> str:
        """Return the folder of a package, the nearest if it lies in several."""
        sources = self._files.sources(package)
        nearest = max(
            sources, key=lambda one: (one.root == file.root, shared_parts(one.root, file.root))
        )
        return folder_of(nearest.path)

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        file = self._file(symbol.path)
        if file is None or symbol.position not in file.classes:
            return ()
        heads = (base.symbol for base in self._types.bases(symbol) if base is not None)
        return [
            one
            for one in dict.fromkeys(heads)
            if one is not None and self._files.is_of_repository(one)
        ]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return [one for one in self._types.lineage(symbol)[1:] if self._files.is_of_repository(one)]

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a class's methods, each with the types of its parameters behind its name."""
        file = self._files.file(symbol.path)
        found = []
        for name in file.members.get(symbol.position, ()):
            for method in self._own(ClassType(symbol), name):
                labels = file.symbol(method.symbol.position).labels
                if _NOT_INHERITED.isdisjoint(labels):
                    found.append(
                        (method.symbol.position, f"{name}({self._members.signature(method)})")
                    )
        return found

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return the method of a class that one with a name and types of parameters overrides."""
        simple, _, signature = name.removesuffix(")").partition("(")
        file = self._files.file(symbol.path)
        methods = [
            method
            for method in self._own(ClassType(symbol), simple)
            if _NOT_INHERITED.isdisjoint(file.symbol(method.symbol.position).labels)
        ]
        same = [method for method in methods if self._members.signature(method) == signature]
        if not same:  # what stands for type variables differs
            count = signature.count(",") + bool(signature)
            same = [method for method in methods if len(method.parameters) == count]
            same = [method for method in same if any(map(_is_open, method.parameters))]
        return self._files.listed(same[0].symbol) if len(same) == 1 else None

    def _own(self, kind: ClassType, name: str) -> list[Method]:
        methods = self._members.methods(kind, name, inherited=False)
        return [
            each
            for each in methods
            if self._files.is_of_repository(each.symbol)
            and self._files.file(each.symbol.path).symbol(each.symbol.position).kind == Kind.METHOD
        ]

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in a signature means: a class."""
        return self._documented.type(path, scope, dotted) if self._file(path) else None

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means, as `Class#member(Type)` of Javadoc or bare."""
        is_name = marked or "#" in name or is_no_word(name) or name.endswith(")")
        if self._file(path) is None or not is_name:
            return DocumentedName()
        return DocumentedName(self._documented.any(path, scope, name))


def _is_open(kind: ClassType | None) -> bool:
    return kind is None or kind.is_variable
