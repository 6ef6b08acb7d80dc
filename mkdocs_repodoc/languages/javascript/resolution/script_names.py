"""The names of JavaScript and TypeScript over the whole repository, as the linker asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from mkdocs_repodoc.languages.file_index import NOWHERE
from mkdocs_repodoc.languages.javascript.imports import outside
from mkdocs_repodoc.languages.javascript.resolution.declaration_lookup import SCRIPTS
from mkdocs_repodoc.languages.javascript.resolution.file_scope import FileScope
from mkdocs_repodoc.languages.javascript.resolution.module_files import Modules
from mkdocs_repodoc.languages.javascript.resolution.script_resolver import Resolver
from mkdocs_repodoc.languages.javascript.spec import LANGUAGES
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_LANGUAGES = frozenset(language.name for language in LANGUAGES)
_DOTTED = re.compile(r"[\w$]+(?:[.#][\w$]+)*")


class ScriptNames(LanguageNames):
    """The names of all JavaScript and TypeScript files.

    Args:
        files: All files of the repository in sorted order.
        previous: The names before an edit.
    """

    def __init__(self, files: OutlinedFiles, previous: LanguageNames | None = None) -> None:
        known = previous.scopes if isinstance(previous, ScriptNames) else {}
        self.scopes: Mapping[str, FileScope] = {
            path: scope
            if (scope := known.get(path)) is not None and scope.outline is outline
            else FileScope(path, outline)
            for path, outline in own_outlines(files, *_LANGUAGES).items()
        }
        self.modules = Modules(files)
        self.resolver = Resolver(self.scopes, self.modules)

    @cached_property
    def digest(self) -> str:
        hashed = sha256()
        for scope in self.scopes.values():
            hashed.update(scope.digest)
        # An import may name a file of any kind.
        hashed.update("\0".join(sorted(self.modules.paths)).encode("utf-8", "surrogateescape"))
        for entry in self.modules.project.evidence():
            hashed.update(repr(entry).encode("utf-8", "backslashreplace"))
        return hashed.hexdigest()

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self.scopes:
            return None
        found = self.resolver.target(path, target)
        if found is not None and path.endswith(SCRIPTS):
            found = self.resolver.implementation(found)
        ref = self.resolver.definition(found)
        return Meaning(ref, found.exact) if found is not None and ref is not None else None

    def positions(self, path: str) -> Mapping[str, int]:
        scope = self.scopes.get(path)
        if scope is None:
            return {}
        return {
            name: scope.chosen(positions, as_type=False)
            for name, positions in scope.positions.items()
        }

    def exports(self, path: str) -> Mapping[str, SymbolRef]:
        scope = self.scopes.get(path)
        names = scope.offers if scope is not None else ()
        found = {
            name: self.resolver.definition(self.resolver.exported(path, name)) for name in names
        }
        return {name: symbol for name, symbol in found.items() if symbol is not None}

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        file = self.modules.find(path, item.module)
        if file:
            symbol = None
            if item.name and item.name != "*":
                found = self.resolver.exported(file, item.name, as_type=item.type_checking)
                symbol = self.resolver.definition(found)
                symbol = None if symbol is not None and symbol.is_file else symbol
            return ResolvedImport("repository", "", file, symbol)
        if item.module.startswith((".", "/", "#")):
            return NOWHERE
        return outside(item.module)

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        scope = self.scopes.get(symbol.path)
        if scope is None or not scope.symbol(symbol.position).bases:
            return ()
        return [SymbolRef(*base) for base in self.resolver.bases(*symbol)]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return [SymbolRef(*each) for each in self.resolver.line(*symbol)][1:]

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        scope = self.scopes[symbol.path]
        definition = scope.symbol(symbol.position)
        prefix = f"{definition.name}."
        for position in range(symbol.position + 1, len(scope.outline.symbols)):
            member = scope.symbol(position)
            if member.line > definition.end_line:
                break
            short = member.name.removeprefix(prefix)
            is_own = member.name.startswith(prefix) and "." not in short
            is_one = scope.overrules(position) if is_own else False
            if is_one and member.kind != Kind.CONSTRUCTOR and not short.startswith("#"):
                yield position, short

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        scope = self.scopes[symbol.path]
        owner = scope.symbol(symbol.position).name
        found = scope.member(owner, name, is_static=False)
        return SymbolRef(symbol.path, found) if found >= 0 else None

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        file = self.scopes.get(path)
        if file is None or not _DOTTED.fullmatch(dotted):
            return None
        symbols = file.outline.symbols
        around = symbols[scope].name if 0 <= scope < len(symbols) else ""
        name = dotted.replace("#", ".")
        found = self.resolver.look_up(path, around, name, as_type=True, members=True)
        return self.resolver.definition(found)
