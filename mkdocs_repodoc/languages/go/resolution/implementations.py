"""Interfaces and the types that have all their methods, which no word in the source ties."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from mkdocs_repodoc.languages.go.resolution.go_resolver import Resolver
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_TYPE_KINDS = frozenset((Kind.STRUCT, Kind.TYPE))
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)?")
_NAMED = re.compile(r"(?!(?:chan|func|map|struct|interface)\b)[^\W\d]\w*\s+\S")
_BARE = re.compile(r"[^\W\d]\w*$")
_DEEPEST_EMBEDDING = 8
_ERROR = "error"
"""The interface of the language itself that others embed."""
_ERROR_METHODS = {"Error": " -> string"}

Methods = Mapping[str, str]
"""Name of a method → its parameters and results, the same text for the same types."""


class Implementations:
    """The interfaces that each type of the repository implements.

    Args:
        resolver: Follows the names in signatures, and finds embedded types.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._packages = resolver.packages

    def of(self, symbol: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the interfaces that a type implements, itself or by its pointer."""
        return self._found.get(symbol, ())

    @cached_property
    def _found(self) -> dict[SymbolRef, tuple[SymbolRef, ...]]:
        types = {
            symbol: methods
            for symbol in self._symbols(_TYPE_KINDS)
            if (methods := self._all_methods(symbol))
        }
        having: dict[str, list[SymbolRef]] = {}
        for symbol, methods in types.items():
            for name in methods:
                having.setdefault(name, []).append(symbol)
        found: dict[SymbolRef, list[SymbolRef]] = {}
        for interface in self._symbols((Kind.INTERFACE,)):
            if wanted := self._wanted(interface):
                rarest = min(wanted, key=lambda name: (len(having.get(name, ())), name))
                for symbol in having.get(rarest, ()):
                    if self._fits(symbol, types[symbol], interface, wanted):
                        found.setdefault(symbol, []).append(interface)
        return {symbol: tuple(interfaces) for symbol, interfaces in found.items()}

    def _fits(
        self, symbol: SymbolRef, methods: Methods, interface: SymbolRef, wanted: Methods
    ) -> bool:
        """Whether a type has the methods; those of small letters only in their own package."""
        files = self._packages.files
        same = files[symbol.path].package == files[interface.path].package
        return all(
            methods.get(name) == signature and (same or name[:1].isupper())
            for name, signature in wanted.items()
        )

    def _symbols(self, kinds: Collection[Kind]) -> list[SymbolRef]:
        return [
            SymbolRef(file.path, position)
            for file in self._packages.files.values()
            if not file.is_test
            for position, symbol in enumerate(file.outline.symbols)
            if symbol.kind in kinds
        ]

    @cached_property
    def _own_methods(self) -> dict[SymbolRef, dict[str, str]]:
        """Type → the methods that it declares itself, in any file of its package."""
        found: dict[SymbolRef, dict[str, str]] = {}
        for file in self._packages.files.values():
            if file.is_test:
                continue
            for symbol in file.outline.symbols:
                if symbol.kind != Kind.METHOD:
                    continue
                owner, _, name = symbol.name.rpartition(".")
                declared = self._packages.find(file.package, owner, file.path)
                if declared is not None:
                    written = self._canonical(file.path, symbol.signature)
                    found.setdefault(declared.symbol, {})[name] = written
        return found

    def _all_methods(self, symbol: SymbolRef) -> dict[str, str]:
        """Return the methods of a type with those of what it embeds, the least deep first."""
        own = self._own_methods
        found: dict[str, str] = {}
        level, seen = [symbol], set[SymbolRef]()
        for _ in range(_DEEPEST_EMBEDDING):
            following = []
            for one in level:
                if one not in seen:
                    seen.add(one)
                    found = {**own.get(one, {}), **found}
                    embedded = self._resolver.embedded(one)
                    following += [kind.symbol for _, kind in embedded if kind.symbol is not None]
            level = following
        return found

    def _wanted(self, interface: SymbolRef) -> Methods:
        """Return the methods of an interface; none if what it embeds is not all known."""
        level = [interface]
        built_in: dict[str, str] = {}
        for one in level:  # it grows
            symbol = self._packages.files[one.path].outline.symbols[one.position]
            embedded = [kind.symbol for _, kind in self._resolver.embedded(one)]
            known = [each for each in embedded if each is not None]
            unknown = len(symbol.bases) - len(known)
            is_error = unknown == 1 and _ERROR in symbol.bases
            if symbol.kind != Kind.INTERFACE or (unknown and not is_error):
                return {}
            built_in |= _ERROR_METHODS if is_error else {}
            level += [each for each in known if each not in level]
        return {**built_in, **self._all_methods(interface)}

    def _canonical(self, path: str, signature: str) -> str:
        """Return a signature without names of parameters, each type by its declaration."""
        end = _closing(signature)
        parameters, rest = signature[1 : end - 1], signature[end:].strip()
        results = rest[1:-1] if rest.startswith("(") and _closing(rest) == len(rest) else rest
        return f"{self._types(path, parameters)} -> {self._types(path, results)}"

    def _types(self, path: str, listed: str) -> str:
        parts = [part for part in _split(listed) if part]
        if any(_NAMED.match(part) for part in parts):
            written = ""
            for position in range(len(parts) - 1, -1, -1):  # `a, b int`: the type is the last one's
                if not _BARE.match(parts[position]):
                    written = parts[position].partition(" ")[2].strip()
                parts[position] = written
        return ", ".join(_NAME.sub(lambda match: self._type(path, match[0]), one) for one in parts)

    def _type(self, path: str, name: str) -> str:
        found = self._resolver.look_up(path, name.split("."))
        if found is not None and found.symbol is not None:
            return f"{found.symbol.path}#{found.symbol.position}"
        return "interface{}" if name == "any" else name


def _closing(text: str) -> int:
    """Return the offset behind the bracket that closes the one at the start."""
    depth = 0
    for offset, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if not depth:
            return offset + 1
    return len(text)


def _split(text: str) -> list[str]:
    """Return the parts between commas that no bracket is around."""
    parts, depth, start = [], 0, 0
    for offset, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and not depth:
            parts.append(text[start:offset].strip())
            start = offset + 1
    return [*parts, text[start:].strip()]
