"""Python's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.languages.python.collected_cases import CollectedCases
from mkdocs_repodoc.languages.python.resolution import python_documented_names as documented_names
from mkdocs_repodoc.languages.python.resolution.compiled.extension_modules import (
    CompiledModules,
    link_compiled,
)
from mkdocs_repodoc.languages.python.resolution.external_names import external_names
from mkdocs_repodoc.languages.python.resolution.imports import resolve_import
from mkdocs_repodoc.languages.python.resolution.inherited_members import further_cases
from mkdocs_repodoc.languages.python.resolution.invalidation import find_changes, pack_mentions
from mkdocs_repodoc.languages.python.resolution.package_roots import PROJECT_FILES
from mkdocs_repodoc.languages.python.resolution.python_resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.run_lines import find_run_line
from mkdocs_repodoc.languages.python.resolution.stubs import stub_ties
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable, is_assigned
from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    Meaning,
    Tie,
)
from mkdocs_repodoc.languages.resolution.name_changes import Changes
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import (
    OutlinedFiles,
    RepoFile,
)
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.paths import folder_of, name_of


class PythonNames(LanguageNames):
    """The names of all Python files.

    Args:
        files: All files of the repository in sorted order.
        previous: The names before an edit.

    Attributes:
        resolver: Follows names through the repository.
    """

    tells_changes = True

    def __init__(self, files: OutlinedFiles, previous: LanguageNames | None = None) -> None:
        self._files = files
        before = previous.table if isinstance(previous, PythonNames) else None
        self.table: SymbolTable = SymbolTable(files, before)
        self.resolver = Resolver(self.table, CompiledModules(files, self.table.modules))

    @property
    def digest(self) -> str:
        made = self.resolver.compiled.digest
        return f"{self.table.digest} {made.hex()}" if made else self.table.digest

    def meaning(self, path: str, target: Target) -> Meaning | None:
        denotation = self.resolver.target(path, target)
        ref = self.resolver.definition(denotation)
        return Meaning(ref, denotation.exact) if denotation is not None and ref else None

    def finds_the_same_as(self, other: LanguageNames) -> bool:
        if not isinstance(other, PythonNames):
            return False
        return (
            self.table.modules.finds_the_same_as(other.table.modules)
            and self.resolver.compiled.digest == other.resolver.compiled.digest
        )

    def mentions(self, path: str, targets: Iterable[Target]) -> bytes:
        names = self.table.names.get(path)
        return pack_mentions(names, targets, () if names else self._other_imports.get(path, ()))

    @cached_property
    def _other_imports(self) -> Mapping[str, tuple[Import, ...]]:
        """Path of each file that is no Python file → what it imports."""
        return {
            source.path: outline.imports
            for source, outline in self._files
            if outline.imports and source.path not in self.table.names
        }

    def changes_since(self, before: LanguageNames, mentions: Mapping[str, bytes]) -> Changes | None:
        if not isinstance(before, PythonNames):
            return None
        if before.resolver.compiled.digest != self.resolver.compiled.digest:
            return None
        return find_changes(before.table, self.table, mentions)

    def module(self, path: str) -> str:
        return self.table.modules.names.get(path, "")

    def positions(self, path: str) -> Mapping[str, int]:
        names = self.table.names.get(path)
        return names.positions if names is not None else {}

    def exports(self, path: str) -> Mapping[str, SymbolRef]:
        resolver = self.resolver
        names = resolver.star_imports.exported_names(path)
        found = {name: resolver.definition(resolver.members.exported(path, name)) for name in names}
        return {name: symbol for name, symbol in found.items() if symbol is not None}

    def is_package(self, folder: str) -> bool:
        return self.table.modules.is_package(folder)

    # Imports and what else leads from file to file

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        return resolve_import(self.resolver, path, item)

    def lead_on(
        self, files: OutlinedFiles, imports: Mapping[str, tuple[ResolvedImport, ...]]
    ) -> Mapping[str, tuple[ResolvedImport, ...]]:
        return link_compiled(self.resolver.compiled, files, imports)

    def ties(self, files: Mapping[str, RepoFile]) -> Iterator[Tie]:
        return stub_ties(files, self.table.names, self.resolver.compiled)

    def run_line(self, path: str) -> RunLine | None:
        names = self.table.names.get(path)
        if names is None or self._is_started_by_its_folder(path):
            return None
        shadows = folder_of(path) in self.table.modules.shadowing
        return find_run_line(path, self.module(path), names.outline, self._projects, shadows)

    def _is_started_by_its_folder(self, path: str) -> bool:
        """Whether a package's `__main__` starts what a line of its `__init__` would start."""
        folder = folder_of(path)
        return name_of(path) == "__init__.py" and f"{folder}/__main__.py" in self.table.names

    @cached_property
    def _projects(self) -> frozenset[str]:
        return frozenset(
            folder_of(source.path)
            for source, _ in self._files
            if name_of(source.path) in PROJECT_FILES
        )

    def command_module(self, path: str, module: str) -> str:
        found = self.table.modules.absolute(path, module.split("."))
        return self.table.modules.file(found[0]) if found else ""

    def entry_point(self, path: str, module: str, name: str) -> SymbolRef | None:
        first, *rest = name.split(".")
        found = self.resolver.definition(self.resolver.members.taken(path, Import(module, first)))
        if found is None or not rest or found.is_file:
            return found
        names = self.table.names[found.path]
        wanted = ".".join([names.outline.symbols[found.position].name, *rest])
        if wanted in names.positions:
            return SymbolRef(found.path, names.positions[wanted])
        return self.look_up(found.path, FILE_SCOPE, name) or found

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if symbol.path not in self.table.names:  # Cython, whose imports alone are Python's
            return ()
        definition = self.table.symbol(*symbol)
        if definition.kind != Kind.CLASS or not definition.bases:
            return ()
        found = self.resolver.classes.bases(*symbol)
        return [SymbolRef(*ref) for ref in found if ref is not None]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        order = self.resolver.classes.order(*symbol)[1:]
        return [SymbolRef(*ref) for ref in order if ref is not None]

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        symbols = self.table.names[symbol.path].outline.symbols
        for position, short in self._members(symbol):
            if short.startswith("__") and not short.endswith("__"):
                continue  # a private name is mangled with its class: it overrides nothing
            if not is_assigned(symbols[position]):
                # `self.x = …` sets what a base class has, it does not replace it.
                yield position, short

    def further_cases(self, path: str) -> Iterable[str]:
        yield from further_cases(self.table, self.ancestors, path)
        if (names := self.table.names.get(path)) is not None:
            yield from self._collected.of_file(path, names.outline)

    @cached_property
    def _collected(self) -> CollectedCases:
        return CollectedCases(self._files)

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        names = self.table.names[symbol.path]
        owner = names.outline.symbols[symbol.position].name
        position = names.positions.get(f"{owner}.{name}")
        return SymbolRef(symbol.path, position) if position is not None else None

    def _members(self, owner: SymbolRef) -> Iterator[tuple[int, str]]:
        """Yield the positions and names of what a class defines directly."""
        names = self.table.names[owner.path]
        symbols = names.outline.symbols
        prefix = f"{symbols[owner.position].name}."
        for position in range(owner.position + 1, len(symbols)):
            symbol = symbols[position]
            if symbol.name.startswith(prefix):
                short = symbol.name[len(prefix) :]
                if "." not in short and names.positions[symbol.name] == position:
                    yield position, short
            elif symbol.line > symbols[owner.position].end_line:
                break

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        return documented_names.look_up(self.resolver, path, scope, dotted)

    def elsewhere(self, path: str, scope: int, dotted: str) -> Iterator[str]:
        name = documented_names.dotted_name(dotted)
        return external_names(self.resolver, path, scope, name) if name else iter(())

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        return documented_names.mentioned(self.resolver, path, scope, name, marked=marked)
