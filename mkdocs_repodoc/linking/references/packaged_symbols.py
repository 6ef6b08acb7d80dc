"""Symbols of packages: those that several versions, or builds, of one package have in common.

What uses a package was indexed with the copy that was installed for it: another version, or the
declarations that a compiler has made of the sources. The package and the path within it lead to
the sources all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.scip.symbol_syntax import (
    Descriptor,
    Suffix,
    SymbolError,
    SymbolPackage,
    is_local,
    parse_symbol,
)

_Key = tuple[str, str, str, tuple[Descriptor, ...]]
_FOLDERS = 2
"""Namespaces that a path of a folder and a file has at least."""
_KEPT = 1 << 14


class PackagedSymbols:
    """Definitions by package, whatever its version, and by the file within it, wherever that is."""

    def __init__(self) -> None:
        self._known: dict[_Key, dict[SymbolRef, None]] = {}

    def define(self, written: str, symbols: Sequence[SymbolRef]) -> None:
        """Note the definitions of a symbol, as an index writes it."""
        for key in _keys(written):
            self._known.setdefault(key, {}).update(dict.fromkeys(symbols))

    def find(self, written: str) -> tuple[SymbolRef, ...]:
        """Return the definitions of a symbol that is defined in no index as it is written.

        The path in another folder tells them only where one file of the package has such a symbol.
        """
        for key in _keys(written):
            found = tuple(self._known.get(key, ()))
            if found and len({each.path for each in found}) == 1:
                return found
        return ()


@lru_cache(_KEPT)
def _keys(written: str) -> tuple[_Key, ...]:
    """Return how a symbol is known without its version, and without its folders; closest first."""
    package = package_of(written)
    if not package.name:
        return ()
    scheme, descriptors = parse_symbol(written)[::2]
    around = (scheme, package.manager, package.name)
    return tuple((*around, each) for each in _paths(descriptors))


def _paths(descriptors: tuple[Descriptor, ...]) -> Iterator[tuple[Descriptor, ...]]:
    yield descriptors
    outer = [each for each in descriptors if each.suffix is Suffix.NAMESPACE]
    if len(outer) >= _FOLDERS and descriptors[: len(outer)] == tuple(outer):
        file = outer[-1]._replace(name=outer[-1].name.partition(".")[0])
        yield (file, *descriptors[len(outer) :])


def package_of(written: str) -> SymbolPackage:
    """Return the package of a symbol; an empty one if it has none, or is local."""
    if is_local(written):
        return SymbolPackage()
    try:
        return parse_symbol(written).package
    except SymbolError:
        return SymbolPackage()
