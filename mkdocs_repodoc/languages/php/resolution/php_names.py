"""PHP's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.file_index import standard, third_party
from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.php_files import TYPES, PhpFile, PhpFiles
from mkdocs_repodoc.languages.php.resolution.php_resolver import Resolver
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import common_folder

_OWN_WORDS = frozenset(("self", "static", "$this"))


class PhpNames(LanguageNames):
    """The names of all PHP files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._files = PhpFiles(files)
        self._resolver = Resolver(self._files)
        self._classes = self._resolver.classes

    @property
    def digest(self) -> str:
        return self._files.digest

    def _file(self, path: str) -> PhpFile | None:
        return self._files.of_repository.get(path)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if self._file(path) is not None else None
        if found is None or found.symbol is None or not is_listed(found.symbol.position):
            return None
        return found.meaning

    # Imports

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        if item.level or self._file(path) is None:
            return None
        full = f"{item.module}\\{item.name}" if item.name else item.module
        for kind in (terms.CLASS, terms.FUNCTION, terms.CONSTANT):
            if (found := self._files.find(kind, full, path)) is not None:
                return ResolvedImport("repository", "", found.symbol.path, found.symbol)
        if self._files.is_namespace(full):
            paths = [file.path for file in self._files.sources(full)]
            folder = common_folder(paths) if paths else ""
            return ResolvedImport("repository", "", folder=folder) if folder else None
        first = full.partition("\\")[0]
        return standard(first) if first == full else third_party(first)

    def needs_no_import(self, path: str, other: str) -> bool:
        one, two = self._file(path), self._file(other)
        return one is not None and two is not None and not one.namespaces.isdisjoint(two.namespaces)

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if self._file(symbol.path) is None:
            return ()
        bases = dict.fromkeys(self._classes.bases(symbol))
        return [one for one in bases if is_listed(one.position)]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return [one for one in self._classes.lineage(symbol)[1:] if is_listed(one.position)]

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a class's methods, by their names in lower case."""
        file = self._files.file(symbol.path)
        return [
            (position, name)
            for name, positions in file.members.get(symbol.position, {}).items()
            for position in positions
            if self._is_inherited(file, position)
        ]

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        file = self._files.file(symbol.path)
        position = file.own(symbol.position, terms.METHOD, name)
        is_there = position is not None and self._is_inherited(file, position)
        return SymbolRef(symbol.path, position) if is_there and position is not None else None

    @staticmethod
    def _is_inherited(file: PhpFile, position: int) -> bool:
        """Whether a member is a method that may override another one or be overridden."""
        symbol = file.symbol(position)
        return symbol.kind == Kind.METHOD and "private" not in symbol.labels

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in a signature or in documentation means."""
        file = self._file(path)
        if file is None:
            return None
        owner, separator, member = dotted.partition(".")
        around = self._class_around(file, scope)
        if owner in _OWN_WORDS:
            found = around
        elif not separator and owner.endswith("()"):
            found, member = around, owner
        else:
            meaning = self._files.find(terms.CLASS, file.names.class_name(owner), path)
            found = meaning.symbol if meaning is not None else None
        if found is None or not member:
            return found
        return self._member_named(found, member)

    def _member_named(self, owner: SymbolRef, name: str) -> SymbolRef | None:
        plain = name.removesuffix("()").removeprefix("$")
        kinds = (terms.METHOD, terms.OF_CLASS, terms.PROPERTY)
        found = (self._classes.member(owner, kind, plain) for kind in kinds)
        return next((one for one in found if one is not None), None)

    @staticmethod
    def _class_around(file: PhpFile, scope: int) -> SymbolRef | None:
        """Return the class that a symbol is, or that is around it."""
        if scope == FILE_SCOPE:
            return None
        symbol = file.symbol(scope)
        if symbol.kind in TYPES:
            return SymbolRef(file.path, scope)
        owner = symbol.name.rpartition("::")[0]
        for position in range(scope - 1, -1, -1):
            if file.symbol(position).name == owner and file.symbol(position).kind in TYPES:
                return SymbolRef(file.path, position)
        return None
