"""Evidence for what a type is worth: who uses it, which documents name it, its lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.architecture.facades import FacadeFollower
from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.periphery.benchmarks import benchmark_files
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer, outer_name
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import FUNCTIONS, HELD, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)
from mkdocs_repodoc.paths import folder_of, stem_of

LEAST = 5
_WORD = re.compile(r"[^\W\d]\w*")
_LONGEST_DOCUMENT = 400_000
"""Characters; what is longer is generated."""
KINDS = {Kind.TRAIT: 1.1, Kind.ENUM: 0.7, Kind.TYPE_ALIAS: 0.6}
"""What types of some kinds count; others count 1."""
MEMBERS = frozenset({Kind.ENUMERATOR, Kind.VARIANT})
_RECENT = 16
"""Files whose members are remembered; types are looked at file by file."""
_LEAST_METHODS = 3
"""Methods of a protocol that is an interface of the software, and no name for one function."""
_PLAIN = 0.6
"""What a type counts that only describes the shape of others."""
_PUBLIC = 0.25
"""Share of all types that are public below which a few public ones are chance, as in programs."""
_LEAST_FAMILY = 3
_README = 4
"""Documents that the repository's README counts for."""


class TypeEvidence:
    """Finds what speaks for types.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        facade_follower: Follows what its façades pass on.
        code: The files that make up the software itself.
        read_text: Path of a document → its text.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        facade_follower: FacadeFollower,
        code: Iterable[RepoFile],
        read_text: Callable[[str], str],
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._facade_follower = facade_follower
        self._read_text = read_text
        self._members = lru_cache(_RECENT)(self._members_in)
        own = [file for file in code if file.role != "stub" and not file.source.origin]
        measuring = benchmark_files(repository)
        self._code = [file for file in own if file.path not in measuring] or own
        self._types = {
            SymbolRef(file.path, position): symbol
            for file in self._code
            for position, symbol in enumerate(file.outline.symbols)
            if is_outer(symbol)
            and (symbol.kind in NOUNS or self._is_mixed_in(SymbolRef(file.path, position), symbol))
        }
        public = sum(symbol.public for symbol in self._types.values())
        self._tells_public = public >= LEAST or public >= _PUBLIC * len(self._types)
        self._by_name = {(ref.path, symbol.bare_name): ref for ref, symbol in self._types.items()}

    def _members_in(self, path: str) -> Mapping[str, Sequence[int]]:
        """Return the positions of the symbols in each outermost one of a file, itself included."""
        found: dict[str, list[int]] = {}
        for position, symbol in enumerate(self._repository.files[path].outline.symbols):
            found.setdefault(outer_name(symbol), []).append(position)
        return found

    def _is_mixed_in(self, ref: SymbolRef, symbol: Symbol) -> bool:
        """Whether a symbol is a module that types of the repository include."""
        return symbol.kind == Kind.MODULE and bool(self._repository.links.subclasses.get(ref))

    def _plainness(self, ref: SymbolRef) -> float:
        """Return what a type counts for its bases; what several modules provide counts more."""
        symbol = self._types[ref]
        file = self._repository.files[ref.path]
        objects = language_named(file.source.language).objects
        named = {name for base in symbol.bases for name in _WORD.findall(base)}
        if isinstance(objects, Absent) or named.isdisjoint(objects.shapes | objects.interfaces):
            return 1.0
        if named.isdisjoint(objects.interfaces):
            return _PLAIN
        methods = (
            each.kind in FUNCTIONS and outer_name(each) == symbol.name
            for each in file.outline.symbols
        )
        is_wide = symbol.public and sum(methods) >= _LEAST_METHODS
        return KINDS[Kind.TRAIT] if is_wide else _PLAIN

    def _is_helper(self, ref: SymbolRef) -> bool:
        """Whether all that a type has is a method that a foreign base asks for, as to show a value.

        A type that others extend is more, and so is one with several fields.
        """
        symbol = self._types[ref]
        links = self._repository.links
        if symbol.kind in {Kind.ENUM, Kind.TRAIT} or links.subclasses.get(ref):
            return False
        symbols = self._repository.files[ref.path].outline.symbols
        members = self._members(ref.path).get(symbol.name, ())
        inside = [
            (SymbolRef(ref.path, position), symbols[position])
            for position in members
            if symbols[position].name != symbol.name
        ]
        methods = [(each, method) for each, method in inside if method.kind in FUNCTIONS]
        if len(methods) != 1 or sum(each.kind in HELD for _, each in inside) > 1:
            return False
        ((only, method),) = methods
        is_asked_for = any(
            each.kind == Kind.IMPL and each.bases and each.line <= method.line <= each.end_line
            for each in symbols
        )
        return is_asked_for and not links.uses.count(only)

    def _variants(self, ref: SymbolRef) -> int:
        """Return how many members an enumeration has; 0 for any other type."""
        symbol = self._types[ref]
        if symbol.kind != Kind.ENUM:
            return 0
        symbols = self._repository.files[ref.path].outline.symbols
        inside = self._members(ref.path).get(symbol.name, ())
        return sum(symbols[position].kind in MEMBERS for position in inside)

    def _is_shown(self, ref: SymbolRef) -> bool:
        """Whether a type is for the rest of the code; a program may have hardly a public one."""
        return self._types[ref].public or not self._tells_public

    def _is_of_family(self, ref: SymbolRef) -> bool:
        """Whether a type is one of several that are made from one."""
        links = self._repository.links
        bases = (each for each in links.bases.get(ref, ()) if each in self._types)
        return any(len(links.subclasses.get(each, ())) >= _LEAST_FAMILY for each in bases)

    def _users(self) -> Mapping[SymbolRef, set[str]]:
        """Return the code files that name each type; its own is one only if it uses it."""
        users: dict[SymbolRef, set[str]] = defaultdict(set)
        for file in self._code:
            names = self._names(file)
            for ref in names.values():
                if ref.path != file.path:
                    users[ref].add(file.path)
        code = {file.path for file in self._code}
        for ref in self._types:
            if self._repository.links.uses.file_count(ref):
                users[ref] |= {use.path for use in self._repository.links.uses.of(ref)} & code
        return users

    def _names(self, file: RepoFile) -> dict[str, SymbolRef]:
        """Return the types that a file imports or defines, by the names that they have in it."""
        found = self._repository.links.imports.get(file.path, ())
        names = {}
        for item, each in zip(file.outline.imports, found, strict=False):
            if each.path and item.name:
                for source in self._facade_follower.sources(item, each):
                    if (ref := self._by_name.get((source, item.name))) is not None:
                        names[item.binding] = ref
        for position, symbol in enumerate(file.outline.symbols):
            ref = SymbolRef(file.path, position)
            if ref in self._types:
                names[symbol.bare_name] = ref
        return names

    def _documents(self) -> Counter[str]:
        """Return how many documents mention each name of a type, translations counted once."""
        wanted = {symbol.bare_name for symbol in self._types.values()}
        mentioned: dict[str, set[str]] = defaultdict(set)
        for file in self._repository.files.values():
            if file.role == "documentation" and file.source.size <= _LONGEST_DOCUMENT:
                stem = f"{file.folder}/{stem_of(file.path)}"
                mentioned[stem] |= wanted.intersection(_WORD.findall(self._read_text(file.path)))
        path = self._repository.folders[""].readme
        readme = f"{folder_of(path)}/{stem_of(path)}"
        return Counter(
            word
            for stem, words in mentioned.items()
            for word in words
            for _ in range(_README if stem == readme else 1)
        )

    def _offered(self) -> set[SymbolRef]:
        """Return the types that a façade at the top of the code passes on."""
        facades = [file for file in self._code if self._facade_follower.is_facade(file.path)]
        least = min((file.folder.count("/") for file in facades), default=0)
        return {
            ref
            for file in facades
            if file.folder.count("/") == least
            for ref in self._names(file).values()
        }

    def _lines(self) -> Counter[SymbolRef]:
        """Return the length of each type, members that stand elsewhere in its file included."""
        lines: Counter[SymbolRef] = Counter()
        for file in self._code:
            own = {
                symbol.name: SymbolRef(file.path, position)
                for position, symbol in enumerate(file.outline.symbols)
                if SymbolRef(file.path, position) in self._types
            }
            for symbol in file.outline.symbols:
                owner = own.get(outer_name(symbol))
                if owner is not None and symbol.line > self._types[owner].end_line:
                    lines[owner] += symbol.end_line - symbol.line + 1
            for ref in own.values():
                lines[ref] += self._types[ref].end_line - self._types[ref].line + 1
        return lines
