"""Ties between types: what one inherits, holds, makes, returns or takes of the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.symbols.symbol_tree import outer_name
from mkdocs_repodoc.model.kinds import IMPLEMENTED, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)

MOST_TIES = 14
"""Arrows between key abstractions that a reader can follow."""
_WORD = re.compile(r"[^\W\d]\w*")
_ARGUMENTS = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|\([^()]*\)")
"""The innermost arguments of a generic type, or of a call that makes a base."""
_OF_MEMBER = re.compile(r"\b\w+(?=\[[\"'])")
"""A type of which one member is meant: `Options['size']`."""
OF_FUNCTION = re.compile(r"Callable\b|=>|->")
"""The type of a field that holds functions: what they take is held by nobody."""

TIES = ("inherits", "implements", "includes", "holds", "makes", "returns", "takes")
"""How one type is tied to another, the closest first."""


class TypeTie(NamedTuple):
    """A tie between two key abstractions."""

    source: SymbolRef
    target: SymbolRef
    word: str
    """One of `TIES`."""


class TypeTies:
    """Finds the ties between chosen types.

    Args:
        repository: The linked repository.
        calls: Its call graph.
        types: All types of the software.
        names: File → the types that it imports or defines, by the names that they have in it.
    """

    def __init__(
        self,
        repository: Repository,
        calls: CallGraph,
        types: Mapping[SymbolRef, Symbol],
        names: Callable[[RepoFile], Mapping[str, SymbolRef]],
    ) -> None:
        self._repository = repository
        self._calls = calls
        self._types = types
        self._names = names

    def closest(self, symbols: Sequence[SymbolRef]) -> list[TypeTie]:
        """Return one tie for each two types, the closest; the closest if there are too many."""
        closest: dict[frozenset[SymbolRef], TypeTie] = {}
        for ref in symbols:
            for relation in self._ties(ref, self._meant(ref.path, symbols)):
                pair = frozenset((relation.source, relation.target))
                known = closest.get(pair)
                if len(pair) > 1 and (known is None or _rank(relation) < _rank(known)):
                    closest[pair] = relation
        return sorted(closest.values(), key=lambda each: (_rank(each), each))[:MOST_TIES]

    def _meant(self, path: str, symbols: Sequence[SymbolRef]) -> dict[str, SymbolRef]:
        """Return what names in a file mean: as it imports them, or if only one type has a name.

        A name of the file's own hides that of a type elsewhere.
        """
        known = self._names(self._repository.files[path])
        own = {symbol.bare_name for symbol in self._repository.files[path].outline.symbols}
        bearers = Counter(symbol.bare_name for symbol in self._types.values())
        meant = {self._types[ref].bare_name: ref for ref in symbols}
        meant = {
            name: ref
            for name, ref in meant.items()
            if bearers[name] == 1 and (ref.path == path or name not in own)
        }
        return {name: ref for name, ref in {**meant, **known}.items() if ref in symbols}

    def _ties(self, ref: SymbolRef, meant: Mapping[str, SymbolRef]) -> Iterator[TypeTie]:
        own, bare = self._types[ref].name, self._types[ref].bare_name
        chosen = set(meant.values())
        for base in self._bases(ref, meant):
            yield TypeTie(ref, base, self._descent(ref, base))
        for position, member in enumerate(self._repository.files[ref.path].outline.symbols):
            named: Iterable[tuple[str, str]] = ()
            if outer_name(member) == own and position != ref.position:
                named = _named(member)
                for callee in self._calls.callees(SymbolRef(ref.path, position)):
                    if callee.called and callee.symbol in chosen:
                        yield TypeTie(ref, callee.symbol, "makes")
            elif member.kind == Kind.IMPL and member.name.endswith(f" for {bare}"):
                interface = member.name.removesuffix(f" for {bare}")
                named = [(word, "implements") for word in _heads(interface)]
            for name, word in named:
                if name in meant:
                    yield TypeTie(ref, meant[name], word)

    def _descent(self, ref: SymbolRef, base: SymbolRef) -> str:
        if self._types[base].kind == Kind.MODULE:
            return "includes"
        is_interface = self._types[ref].kind in IMPLEMENTED
        implements = self._types[base].kind in IMPLEMENTED and not is_interface
        return "implements" if implements else "inherits"

    def _bases(self, ref: SymbolRef, meant: Mapping[str, SymbolRef]) -> Iterator[SymbolRef]:
        """Yield the nearest of the types that a type inherits from, directly or through others."""
        chosen = set(meant.values())
        todo, seen = list(self._repository.links.bases.get(ref, ())), {ref}
        if not todo:
            words = (word for base in self._types[ref].bases for word in _heads(base))
            yield from (meant[word] for word in words if word in meant)
        while todo:
            base = todo.pop()
            if base in chosen:
                yield base
            elif base not in seen:
                seen.add(base)
                todo += self._repository.links.bases.get(base, ())


def _rank(tie: TypeTie) -> int:
    return TIES.index(tie.word)


def _heads(base: str) -> Sequence[str]:
    """Return the words of a base that may name it: those that are no arguments of a generic."""
    bare = base
    while (shorter := _ARGUMENTS.sub("", bare)) != bare:
        bare = shorter
    return _WORD.findall(bare)


def _named(member: Symbol) -> Iterable[tuple[str, str]]:
    """Return the names in the signature of a member, and what each says of its type."""
    signature = member.signature
    if not signature.startswith(("(", "<")):
        if OF_FUNCTION.search(signature):  # what a function takes is held by nobody
            return []
        written = _OF_MEMBER.sub(" ", signature.partition("=")[0])
        return [(word, "holds") for word in _WORD.findall(written)]
    signature, _, bounds = signature.partition(" where ")
    parameters, arrow, result = signature.rpartition("->")
    if not arrow:
        end = signature.rfind("):")
        parameters, result = (signature[:end], signature[end:]) if end > 0 else (signature, "")
    return [
        *((word, "takes") for word in _WORD.findall(f"{parameters} {bounds}")),
        *((word, "returns") for word in _WORD.findall(result)),
    ]
