"""The declarations of a repository's C++ files by qualified name, as each file sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_kinds import CLASSES, FUNCTIONS
from mkdocs_repodoc.languages.c_family.resolution.include_graph import IncludeGraph
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_UNLINKED = frozenset((Kind.TEST, Kind.NAMESPACE, Kind.MACRO))
_DEFINED_ELSEWHERE = FUNCTIONS | {Kind.VARIABLE, Kind.CONSTANT}


class CppDeclarations:
    """The declarations of a repository.

    Args:
        files: All files in sorted order.

    Attributes:
        graph: The files and the includes between them.
        namespaces: The qualified names of all namespaces.
        inline: Qualified name of a namespace → the inline namespaces in it.
        aliases: Qualified name of another name for a namespace → where it is declared.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.graph = IncludeGraph(files)
        self.namespaces: set[str] = set()
        self.inline: dict[str, list[str]] = {}
        self.aliases: dict[str, list[SymbolRef]] = {}
        self._by_name: dict[str, list[SymbolRef]] = {}
        self._macros: dict[str, list[SymbolRef]] = {}
        self._types: dict[str, dict[int, list[Target]]] = {}
        self._directives: dict[str, list[Target]] = {}
        self._using: dict[str, list[tuple[str, Target]]] = {}
        self._forward: dict[str, list[str]] = {}
        for path, outline in self.graph.files.items():
            self._read(path, outline)

    def _read(self, path: str, outline: FileOutline) -> None:
        unscoped: set[str] = set()
        for position, symbol in enumerate(outline.symbols):
            ref = SymbolRef(path, position)
            name = symbol.name.replace(".", "::")
            if symbol.kind == Kind.NAMESPACE:
                self._read_namespace(ref, symbol)
            elif symbol.kind == Kind.MACRO:
                self._macros.setdefault(name, []).append(ref)
            elif symbol.kind not in _UNLINKED:
                self._by_name.setdefault(name, []).append(ref)
            if symbol.kind == Kind.ENUM and "scoped" not in symbol.labels:
                unscoped.add(name)
            space, _, last = name.rpartition("::")
            if symbol.kind == Kind.ENUMERATOR and space in unscoped:
                outer = space.rpartition("::")[0]
                self._by_name.setdefault(f"{outer}::{last}" if outer else last, []).append(ref)
        for word, target in outline.offers:
            self._read_offer(path, word, target)

    def _read_offer(self, path: str, word: str, target: Target) -> None:
        scope, written = target.names[0], target.names[1]
        last = written.rpartition("::")[2]
        name = f"{scope}::{last}" if scope else last
        if word == terms.DIRECTIVE:
            self._directives.setdefault(path, []).append(target)
        elif word == terms.DECLARATION:
            self._using.setdefault(name, []).append((path, target))
        elif "::" not in written:
            self._forward.setdefault(name, []).append(path)

    def _read_namespace(self, ref: SymbolRef, symbol: Symbol) -> None:
        if "alias" in symbol.labels:
            self.aliases.setdefault(symbol.name, []).append(ref)
            return
        parts = symbol.name.split("::")
        self.namespaces |= {"::".join(parts[: end + 1]) for end in range(len(parts))}
        if "inline" in symbol.labels:
            outer = "::".join(parts[:-1])
            known = self.inline.setdefault(outer, [])
            if symbol.name not in known:
                known.append(symbol.name)

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                path,
                [(one.name, one.kind, one.labels, one.public) for one in outline.symbols],
                list(self.graph.includes(path).items()),
                outline.types,
                outline.offers,
            )
            for path, outline in self.graph.files.items()
        ]
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return a declaration as its file has it."""
        return self.graph.symbol(ref)

    def types(self, ref: SymbolRef) -> Sequence[Target]:
        """Return what analysis noted of the type of a symbol."""
        known = self._types.get(ref.path)
        if known is None:
            known = self._types[ref.path] = {}
            for position, term in self.graph.files[ref.path].types:
                if term.base != "unknown":
                    known.setdefault(position, []).append(term)
        return known.get(ref.position, ())

    def all_of(self, name: str) -> Sequence[SymbolRef]:
        """Return all declarations with a qualified name, whoever sees them."""
        return self._by_name.get(name, ())

    def is_space(self, name: str) -> bool:
        """Whether a qualified name is that of a namespace, class or enum."""
        return name in self.namespaces or any(
            self.symbol(one).kind in CLASSES or self.symbol(one).kind == Kind.ENUM
            for one in self.all_of(name)
        )

    def visible(
        self, path: str, name: str, *, unusual: bool = True
    ) -> tuple[list[SymbolRef], bool]:
        """Return the declarations with a qualified name that a file sees.

        Args:
            path: The file.
            name: The qualified name.
            unusual: Whether those count that a usual build leaves out.

        Returns:
            The declarations, and whether no other may be meant.
        """
        return self._visible(path, self._by_name.get(name, []), unusual=unusual)

    def macro(self, path: str, name: str, *, unusual: bool) -> tuple[list[SymbolRef], bool]:
        """Return the definitions of a macro that a file sees, and whether no other is meant."""
        found, exact = self._visible(path, self._macros.get(name, []), unusual=unusual)
        here = [one for one in found if one.path == path]
        return (here or found)[:1], exact and len(found) == 1

    def _visible(
        self, path: str, candidates: list[SymbolRef], *, unusual: bool
    ) -> tuple[list[SymbolRef], bool]:
        if not candidates:
            return [], True
        seen = self.graph.seen(path, candidates)
        usual = [each for each in seen if not self.graph.is_unusual(each[0])]
        seen = usual or (seen if unusual else [])
        exact = all(certain for _, certain in seen) and not any(
            self.graph.is_conditional(one) for one, _ in seen
        )
        return [one for one, _ in seen], exact

    def forward(self, path: str, name: str) -> SymbolRef | None:
        """Return the one class that a file only knows the name of."""
        announced = self._forward.get(name)
        if not announced:
            return None
        defined = [one for one in self.all_of(name) if self.symbol(one).kind in CLASSES]
        reach = self.graph.reach(path)
        is_announced = len(defined) == 1 and any(one in reach for one in announced)
        return defined[0] if is_announced else None

    def directives(self, path: str) -> Iterator[Target]:
        """Yield the namespaces whose names a file may use without them in front."""
        reach = self.graph.reach(path)
        for other, targets in self._directives.items():
            if other in reach:
                yield from targets

    def using(self, path: str, name: str) -> Iterator[tuple[str, Target]]:
        """Yield what a qualified name stands for that a file sees in a using-declaration."""
        for other, target in self._using.get(name, ()):
            if other in self.graph.reach(path):
                yield other, target

    def definition(self, declared: SymbolRef) -> SymbolRef:
        """Return the one definition of what is only declared; else the declaration."""
        if not self.graph.only_declares(declared):
            return declared
        name = self.symbol(declared).name.replace(".", "::")
        form = self.form(declared)
        static = _is_local_to_file(self.symbol(declared))
        found = [
            one
            for one in self._outside(name)
            if not self.graph.only_declares(one)
            and self.symbol(one).kind in _DEFINED_ELSEWHERE
            and self.form(one) == form
            and (one.path == declared.path or not _is_local_to_file(self.symbol(one)) or static)
        ]
        if len(found) > 1:
            found = [one for one in found if declared.path in self.graph.reach(one.path)]
        return found[0] if len(found) == 1 else declared

    def _outside(self, name: str) -> Sequence[SymbolRef]:
        """Return declarations with a name, with those behind `using namespace` in sources."""
        found = list(self.all_of(name))
        space, _, inner = name.partition("::")
        while inner:
            if space not in self.namespaces:
                break
            found += [
                one
                for one in self.all_of(inner)
                if any(
                    target.names[1].removeprefix("::") == space
                    for target in self._directives.get(one.path, ())
                )
            ]
            following, _, inner = inner.partition("::")
            space = f"{space}::{following}"
        return found

    def form(self, ref: SymbolRef) -> str:
        """Return the types of a function's parameters as written; empty for what is none.

        It is empty for functions of C as well, which has no overloads to tell apart.
        """
        for term in self.types(ref):
            if term.base == "returning" and term.names:
                return terms.unqualified(term.names[2])
        return ""

    def is_of_c(self, ref: SymbolRef) -> bool:
        """Whether a symbol is a function of a file in C."""
        return any(term.base == "returning" and not term.names for term in self.types(ref))


def _is_local_to_file(symbol: Symbol) -> bool:
    return "static" in symbol.labels and symbol.kind not in (Kind.METHOD, Kind.OPERATOR)
