"""The Ruby files of a repository: what they declare, by the modules that it belongs to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_LIBRARIES = frozenset(("app", "ext", "lib"))
"""Folders whose files all others load."""
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Declaration(NamedTuple):
    """What one place says of a module, a constant or a method.

    Attributes:
        symbol: The place.
        entry: What it says.
    """

    symbol: SymbolRef
    entry: Target


class RubyFiles:
    """The Ruby files of a repository by what they declare.

    Args:
        files: All files in sorted order.

    Attributes:
        of_repository: Path → outline.
        modules: Full name of a class or module → its parts.
        constants: Full name → where it is declared; modules among them.
        methods: What a method is defined on, and its name → where.
        variables: What an instance variable belongs to, and its name → file and value of each
            assignment.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.of_repository: dict[str, FileOutline] = own_outlines(files, "ruby")
        self.modules: dict[str, list[Declaration]] = {}
        self.constants: dict[str, list[Declaration]] = {}
        self.methods: dict[tuple[Around, str], list[Declaration]] = {}
        self.variables: dict[tuple[Around, str], list[tuple[str, Target]]] = {}
        self.entries: dict[SymbolRef, Target] = {}
        for path, outline in self.of_repository.items():
            for position, entry in outline.types:
                self._add(Declaration(SymbolRef(path, position), entry))
            for name, entry in outline.offers:
                around = Around(*entry.names[:2])
                if entry.of is not None:
                    self.variables.setdefault((around, name), []).append((path, entry.of))

    def _add(self, part: Declaration) -> None:
        entry = part.entry
        self.entries[part.symbol] = entry
        if entry.base in ("types", "own"):
            self.constants.setdefault(entry.names[0], []).append(part)
            if entry.base == "types":
                self.modules.setdefault(entry.names[0], []).append(part)
            return
        around, name, *more = Around(*entry.names[:2]), *entry.names[2:]
        if not around.full:
            return
        if entry.base == "item":
            if terms.READ in more[0]:
                self.methods.setdefault((around, name), []).append(part)
            if terms.WRITTEN in more[0]:
                self.methods.setdefault((around, f"{name}="), []).append(part)
            return
        self.methods.setdefault((around, name), []).append(part)
        if more:
            instance = around._replace(sign=terms.INSTANCE)
            self.methods.setdefault((instance, name), []).append(part)

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                path,
                [(symbol.name, symbol.kind, symbol.labels) for symbol in outline.symbols],
                outline.types,
                outline.offers,
            )
            for path, outline in self.of_repository.items()
        ]
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return a symbol of one of the files."""
        return self.of_repository[ref.path].symbols[ref.position]

    @cached_property
    def opened(self) -> frozenset[str]:
        """Full names of modules of others that the repository adds something to."""
        parts = (full.split("::") for full in self.constants)
        prefixes = {"::".join(each[:count]) for each in parts for count in range(1, len(each))}
        return frozenset(prefixes - set(self.constants))

    @cached_property
    def own_parts(self) -> Mapping[tuple[str, str], Sequence[Declaration]]:
        """Path and full name of a module → the methods that the file adds to it."""
        found: dict[tuple[str, str], list[Declaration]] = {}
        for (around, _), parts in self.methods.items():
            for part in parts:
                found.setdefault((part.symbol.path, around.full), []).append(part)
        return found

    # Choices

    def declaration(self, full: str, seen_from: str) -> Meaning | None:
        """Return the declaration of a constant that counts; `None` if none of several does.

        Any file may add to a module. What counts is the place in the file that is named like it,
        then the only one that says what it inherits from, then the first one of the file itself.

        Args:
            full: Full name of the constant.
            seen_from: The file that names it.
        """
        parts = self.constants.get(full, ())
        if "::" not in full:
            parts = [part for part in parts if _is_loaded_beside(part.symbol.path, seen_from)]
        if len(parts) == 1:
            return Meaning(parts[0].symbol)
        for chosen in (
            [part for part in parts if is_named_like(part.symbol.path, full)],
            [part for part in parts if part.entry.also and part.entry.base == "types"],
            [part for part in parts if part.symbol.path == seen_from],
            parts,
        ):
            if chosen and len({part.symbol.path for part in chosen}) == 1:
                return Meaning(chosen[0].symbol, chosen[0].entry.base == "types")
        return None

    def definition(self, around: Around, name: str, seen_from: str) -> Meaning | None:
        """Return the definition of a module's own method that counts, the last of a file."""
        parts = self.methods.get((around, name), ())
        if len(parts) == 1:
            return Meaning(parts[0].symbol)
        for chosen in (
            [part for part in parts if is_named_like(part.symbol.path, around.full)],
            [part for part in parts if part.symbol.path == seen_from],
            parts,
        ):
            if chosen and len({part.symbol.path for part in chosen}) == 1:
                return Meaning(chosen[-1].symbol, exact=False)
        return None


def _is_loaded_beside(path: str, other: str) -> bool:
    """Whether files may be parts of one program: what no library holds, only its neighbours see."""
    folders = path.split("/")[:-1]
    return bool(_LIBRARIES.intersection(folders)) or folders[:1] == other.split("/")[:-1][:1]


def is_named_like(path: str, full: str) -> bool:
    """Whether a file is where a module of a name is looked for: `Rack::URLMap` in `urlmap.rb`."""
    parts = full.split("::")
    for spelt in ("_".join, "".join):
        name = "/".join(spelt(_HUMP.split(part)).lower() for part in parts)
        if f"/{path}".endswith(f"/{name}.rb"):
            return True
    return False
