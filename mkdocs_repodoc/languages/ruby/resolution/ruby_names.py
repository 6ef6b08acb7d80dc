"""Ruby's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_files import RubyFiles
from mkdocs_repodoc.languages.ruby.resolution.ruby_resolver import Resolver
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MENTION = re.compile(
    r"(?P<module>(?:::)?[A-Z]\w*(?:(?:::|\.)[A-Z]\w*)*)?"
    r"(?:(?P<sign>[#.]|::)?(?P<method>[a-z_]\w*[?!=]?))?$"
)


class RubyNames(LanguageNames):
    """The names of all Ruby files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._files = RubyFiles(files)
        self._resolver = Resolver(self._files)
        self._lookup = self._resolver.lookup

    @property
    def digest(self) -> str:
        return self._files.digest

    def _has(self, path: str) -> bool:
        return path in self._files.of_repository

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if self._has(path) else None
        return found.meaning if found is not None else None

    def needs_no_import(self, path: str, other: str) -> bool:
        """Whether both are Ruby: what one file has required, all others see."""
        return self._has(path) and self._has(other)

    # Types

    def _module(self, symbol: SymbolRef) -> str:
        """Return the full name of the module that a symbol is a part of; empty for others."""
        entry = self._files.entries.get(symbol)
        return entry.names[0] if entry is not None and entry.base == "types" else ""

    def _symbols(self, modules: Iterable[str], seen_from: str) -> list[SymbolRef]:
        found = (self._files.declaration(one, seen_from) for one in modules)
        return [one.symbol for one in found if one is not None]

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        full = self._module(symbol)
        if not full:
            return ()
        entry = self._files.entries[symbol]
        named = [self._lookup.named_module(term) for term in entry.also]
        mixed = [
            one
            for kind in (terms.INCLUDE, terms.PREPEND, terms.EXTEND)
            for one in self._lookup.mixed_in_by(entry, kind)
        ]
        modules = dict.fromkeys(one for one in (*named, *mixed) if one and one != full)
        return self._symbols(modules, symbol.path)

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        full = self._module(symbol)
        if not full:
            return ()
        above = dict.fromkeys((*self._lookup.ancestors(full), *self._lookup.extending(full)))
        return self._symbols((one for one in above if one != full), symbol.path)

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a module's methods in this file, each with `#` or `.` in front of its name."""
        full = self._module(symbol)
        return [
            (part.symbol.position, f"{part.entry.names[0]}{part.entry.names[2]}")
            for part in self._files.own_parts.get((symbol.path, full), ())
            if part.entry.base == "returning" and part.entry.names[2] != terms.INITIALIZE
        ]

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        full = self._module(symbol)
        arounds = [Around(name[:1], full)]
        if name[:1] == terms.MODULE and full not in self._lookup.included:
            arounds.append(Around(terms.INSTANCE, full))  # what it gives to modules themselves
        for around in arounds:
            if parts := self._files.methods.get((around, name[1:]), ()):
                return parts[0].symbol if len(parts) == 1 else None
        return None

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in documentation means: a constant, `Module#method` or a method."""
        match = _MENTION.match(dotted)
        if match is None or not self._has(path):
            return None
        nesting = self._nesting(path, scope)
        full = nesting[0] if nesting else None
        if match["module"]:
            full = self._lookup.constant(match["module"].replace(".", "::"), nesting)
        if full is None:
            return None
        if match["method"]:
            return self._method(full, match["sign"] or "", match["method"], path)
        found = self._files.declaration(full, path) if match["module"] else None
        return found.symbol if found is not None else None

    def _method(self, full: str, sign: str, name: str, path: str) -> SymbolRef | None:
        module = self._lookup.module_of(full)
        if module is None:
            return None
        signs = (terms.INSTANCE,) if sign == "#" else (terms.MODULE, terms.INSTANCE)
        found = (self._lookup.method(Around(one, module), name, path) for one in signs)
        return next((one.symbol for one in found if one is not None), None)

    def _nesting(self, path: str, scope: int) -> tuple[str, ...]:
        """Return the full names of the modules around a symbol, and of itself, if it is one."""
        entry = self._files.entries.get(SymbolRef(path, scope)) if scope != FILE_SCOPE else None
        if entry is None:
            return ()
        if entry.base == "types":
            return entry.names
        full = entry.names[1] if entry.base in ("returning", "item") else ""
        parts = full.split("::")
        return tuple("::".join(parts[:count]) for count in range(len(parts), 0, -1) if full)
