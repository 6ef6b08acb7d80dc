"""C#'s names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import TYPES
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_files import CSharpFiles
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_name_lookup import Denotation
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_resolver import Resolver
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
from mkdocs_repodoc.paths import common_folder

_OVERRIDING = frozenset((Kind.METHOD, Kind.PROPERTY))
_NOT_INHERITED = frozenset(("static", "private"))
_DOTTED = re.compile(r"[^\W\d]\w*(?:<[^<>]*>)?(?:\.[^\W\d]\w*(?:<[^<>]*>)?){0,5}$")
_ARGUMENTS = re.compile(r"[<{]([^<>{}]*)[>}]")


class CSharpNames(LanguageNames):
    """The names of all C# files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._files = CSharpFiles(files)
        self._resolver = Resolver(self._files)
        self._types = self._resolver.types
        self._members = self._resolver.members

    @property
    def digest(self) -> str:
        return self._files.digest

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if path in self._files.files else None
        if found is None or found.symbol is None:
            return None
        file = self._files.files[found.symbol.path]
        return Meaning(found.symbol, found.exact and not file.is_conditional(found.symbol.position))

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        """Return where a directive leads: a type's file, or the folder of a namespace's files."""
        if path not in self._files.files:
            return None
        found = self._types.target_of(path, item)
        if found.type is not None:
            return ResolvedImport("repository", "", found.type.symbol.path, found.type.symbol)
        paths = self._files.files_of(found.namespace)
        if paths:
            return ResolvedImport("repository", "", folder=common_folder(paths))
        return None

    def needs_no_import(self, path: str, other: str) -> bool:
        """Whether a file sees another's types without a directive of its own.

        It does as those of its own namespaces, of outer ones, and of those that a `global using`
        of its project names.
        """
        files = self._files.files
        if path not in files or other not in files:
            return False
        seen = {
            item.module.removeprefix("global::")
            for _, item in self._files.global_usings(files[path].project)
        }
        return not (seen | files[path].visible_namespaces).isdisjoint(files[other].namespaces)

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if not self._is_type(symbol):
            return ()
        declared = self._files.declared(symbol).symbol
        found = [one.symbol for one in self._types.bases(declared) if one is not None]
        return [one for one in dict.fromkeys(found) if one is not None and one != declared]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return list(self._types.lineage(symbol)[1:]) if self._is_type(symbol) else []

    def _is_type(self, symbol: SymbolRef) -> bool:
        if symbol.path not in self._files.files or symbol.is_file:
            return False
        return self._types.kind(symbol) in TYPES

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a type's methods and properties, each with the types of its parameters."""
        file = self._files.files[symbol.path]
        return [
            (position, self._signature(SymbolRef(symbol.path, position)))
            for positions in file.members.get(symbol.position, {}).values()
            for position in positions
            if self._is_inherited(SymbolRef(symbol.path, position))
        ]

    def _is_inherited(self, symbol: SymbolRef) -> bool:
        member = self._files.symbol(symbol)
        return member.kind in _OVERRIDING and _NOT_INHERITED.isdisjoint(member.labels)

    def _signature(self, symbol: SymbolRef) -> str:
        name = self._files.files[symbol.path].simple_name(symbol.position)
        method = self._members.method(symbol, {})
        if method is None:
            return name
        return f"{name}({','.join(self._written(one) for one in method.parameters)})"

    def _written(self, kind: ClassType | None) -> str:
        """Return the simple name of a type; empty for one that depends on type parameters."""
        if kind is None or kind.is_variable:
            return ""
        if kind.symbol is None:
            return kind.written
        return self._files.files[kind.symbol.path].simple_name(kind.symbol.position)

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return the member of a type that one with a name and types of parameters overrides."""
        simple, bracket, signature = name.removesuffix(")").partition("(")
        own = [
            one
            for one, _ in self._members.declared(ClassType(symbol), simple)
            if self._is_inherited(one)
        ]
        same = [one for one in own if self._signature(one) == name]
        if not same and bracket:  # what stands for type parameters differs
            count = signature.count(",") + 1 if signature else 0
            same = [one for one in own if self._may_be_same(one, count)]
        return same[0] if len(same) == 1 else None

    def _may_be_same(self, symbol: SymbolRef, count: int) -> bool:
        method = self._members.method(symbol, {})
        if method is None or len(method.parameters) != count:
            return False
        return any(not self._written(one) for one in method.parameters)

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in a signature means: a type."""
        found = self._denote(path, scope, dotted)
        if found is None or found.symbol is None or not found.is_type:
            return None
        return found.symbol

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means, as `cref` has it or bare."""
        bare = name.partition("(")[0]
        if not (marked or is_no_word(bare) or bare != name):
            return DocumentedName()
        found = self._denote(path, scope, bare.removeprefix("T:").removeprefix("M:"))
        return DocumentedName(found.symbol if found is not None else None)

    def _denote(self, path: str, scope: int, dotted: str) -> Denotation | None:
        if path not in self._files.files:
            return None
        written = dotted.replace("{", "<").replace("}", ">").removesuffix("?")
        if not _DOTTED.match(written):
            return None
        first, *rest = _parts(written)
        found = self._resolver.names.simple(path, scope, first)
        for name in rest:
            found = found and self._resolver.names.member(found, name, path, scope)
        return found


def _parts(dotted: str) -> list[str]:
    """Return the parts of a name, each with the number of its type arguments."""
    marked = _ARGUMENTS.sub(lambda match: f"`{match[1].count(',') + 1}", dotted)
    return [terms.with_arity(*terms.split_arity(part)) for part in marked.split(".")]
