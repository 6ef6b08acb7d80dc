"""Rust's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    Meaning,
    is_no_word,
)
from mkdocs_repodoc.languages.resolution.lookup_order import breadth_first
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module
from mkdocs_repodoc.languages.rust.resolution.module_paths.undeclared_files import UndeclaredFiles
from mkdocs_repodoc.languages.rust.resolution.rust_resolver import Resolver
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_PATH = re.compile(r"(?:::)?[^\W\d]\w*(?:::[^\W\d]\w*)*$")
_STANDARD = frozenset(("std", "core", "alloc", "proc_macro", "test"))
_PATH_WORDS = frozenset(("crate", "self", "super"))
_TYPE_KINDS = frozenset((Kind.STRUCT, Kind.ENUM, Kind.UNION, Kind.TRAIT, Kind.TYPE_ALIAS))


class RustNames(LanguageNames):
    """The names of all Rust files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._tree = ModuleTree(files)
        self._resolver = Resolver(self._tree)
        self._undeclared = UndeclaredFiles(self._tree)
        self._declared: dict[str, frozenset[tuple[str, str]]] = {}

    @cached_property
    def digest(self) -> str:
        content = [
            (
                file.path,
                [(symbol.name, symbol.kind, symbol.decorators) for symbol in file.outline.symbols],
                file.outline.types,
                file.outline.offers,
            )
            for file in self._tree.files.values()
        ]
        said = self._tree.crates.evidence()
        return hashlib.sha256(msgspec.msgpack.encode((said, content))).hexdigest()

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.meaning(path, target) if path in self._tree.files else None
        return Meaning(*found) if found is not None else None

    def is_built(self, path: str) -> bool:
        return path not in self._undeclared

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        names = [name for name in item.module.split("::") if name]
        if item.name and item.name != "*":
            names.append(item.name)
        if path not in self._tree.files or not names:
            return None
        scope = item.scope or self._module_at(path, item.line)
        found = self._place(path, scope, names)
        if found is not None:
            return found
        if found := self._made_in(path, scope, names):
            return found
        is_own = (scope, f"self::{names[0]}") in self._declared_modules(path)
        return ResolvedImport("unknown", "") if is_own else _elsewhere(names[0])

    def _declared_modules(self, path: str) -> frozenset[tuple[str, str]]:
        """Return the modules that a file declares, and says to be in others, with what is around.

        A file that no other one declares names some that are not where it would have them.
        """
        if path not in self._declared:
            imports = self._tree.files[path].outline.imports
            inner = (each for each in imports if each.module.startswith("self::") and not each.name)
            self._declared[path] = frozenset(
                (each.scope or self._module_at(path, each.line), each.module) for each in inner
            )
        return self._declared[path]

    def _place(self, path: str, scope: str, names: Sequence[str]) -> ResolvedImport | None:
        """Return which module or item of the repository a path in a `use` leads to."""
        found = self._resolver.denote(path, terms.path("any", scope, ("use", *names)))
        entity = found.entity if found is not None else None
        if isinstance(entity, Module):
            symbol = self._resolver.module_symbol(entity)
            return ResolvedImport("repository", "", entity.path, None if symbol.is_file else symbol)
        if isinstance(entity, SymbolRef):
            return ResolvedImport("repository", "", entity.path, entity)
        return None

    def _made_in(self, path: str, scope: str, names: Sequence[str]) -> ResolvedImport | None:
        """Return the module of the repository that has to have a name, such as by a macro."""
        for count in range(len(names) - 1, 0, -1):
            if names[count - 1] in _PATH_WORDS:
                return None
            outer = self._place(path, scope, names[:count])
            if outer is not None and outer.path:
                return ResolvedImport("repository", "", outer.path)
        return None

    def _module_at(self, path: str, line: int) -> str:
        """Return the qualified name of the innermost module around a line."""
        found = ""
        for symbol in self._tree.files[path].outline.symbols:
            if symbol.kind == Kind.MODULE and symbol.line <= line <= symbol.end_line:
                found = symbol.name
        return found

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return the traits that a trait is built on, or that a type of the same file has.

        What is implemented for a type in another file stands at the block that implements it.
        """
        if symbol.path not in self._tree.files:
            return ()
        kind = self._tree.files[symbol.path].symbol(symbol.position).kind
        if kind == Kind.TRAIT:
            return self._resolver.supertraits(symbol)
        blocks = self._resolver.implementations
        if kind == Kind.IMPL:
            block = blocks.blocks.get(symbol)
            is_elsewhere = block is not None and not _is_in(block.kind.head, symbol.path)
            traits = [block.trait] if block is not None and is_elsewhere else []
        elif kind in _TYPE_KINDS:
            traits = list(blocks.traits_in(symbol.path, symbol))
        else:
            return ()
        heads = (trait.head for trait in traits if trait is not None)
        return [head for head in dict.fromkeys(heads) if isinstance(head, SymbolRef)]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return list(
            breadth_first(
                symbol,
                lambda one: self.bases(one) if one == symbol else self._resolver.supertraits(one),
            )
        )

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return the members that a type has by the traits in its file, or that a block gives."""
        symbols = self._tree.files[symbol.path].outline.symbols
        if symbols[symbol.position].kind == Kind.TRAIT:
            return ()
        blocks = self._resolver.implementations
        return [
            (one.position, symbols[one.position].name.rpartition("::")[2])
            for one in blocks.implementing(symbol)
        ]

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        file = self._tree.files[symbol.path]
        for position in file.declared.get(f"{file.symbol(symbol.position).name}::{name}", ()):
            return SymbolRef(symbol.path, position)
        return None

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in a signature means: a type."""
        found = self._find(path, scope, dotted, ("type",))
        if found is None or found.is_file:
            return None
        kind = self._tree.files[found.path].symbol(found.position).kind
        return found if kind in _TYPE_KINDS else None

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means; it may say by a word or sign of which kind."""
        bare = re.sub(r"^(?:struct|enum|trait|mod|module|fn|macro|type|const|static)@", "", name)
        bare = bare.removesuffix("()").removesuffix("!").replace(".", "::")
        if not (marked or is_no_word(bare) or "::" in bare or bare != name):
            return DocumentedName()
        wanted: tuple[terms.Namespace, ...] = ("type", "value", "macro")
        if name.endswith("!"):
            wanted = ("macro",)
        return DocumentedName(self._find(path, scope, bare, wanted))

    def _find(
        self, path: str, scope: int, written: str, namespaces: Iterable[terms.Namespace]
    ) -> SymbolRef | None:
        file = self._tree.files.get(path)
        if file is None or not _PATH.match(written):
            return None
        around = file.symbol(scope).name if 0 <= scope < len(file.outline.symbols) else ""
        module = self._tree.enclosing(path, around).name
        names: Sequence[str] = written.split("::")
        if names[0] == "Self" and around:
            owner = around if file.symbol(scope).kind in _TYPE_KINDS else around.rpartition("::")[0]
            names = [*owner.removeprefix(f"{module}::" if module else "").split("::"), *names[1:]]
        for namespace in namespaces:
            found = self._resolver.meaning(path, terms.path(namespace, module, names))
            if found is not None:
                return found[0]
        return None


def _elsewhere(crate: str) -> ResolvedImport:
    if crate in _PATH_WORDS:
        return ResolvedImport("unknown", "")
    if crate in _STANDARD:
        return ResolvedImport("standard library", crate)
    return ResolvedImport("third party", crate)


def _is_in(head: SymbolRef | str, path: str) -> bool:
    return isinstance(head, SymbolRef) and head.path == path
