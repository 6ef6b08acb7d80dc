"""Symbols as SCIP writes them: by their path, their file and the names around them.

    repodoc . tidewatch 1.4 src/tidewatch/`alerts.py`/Rule#applies().

A symbol keeps its text as long as it keeps its name and its file. Where a file defines a name more
than once, the later ones are numbered: `applies(+1).`, or `+1:limit.` for what is not called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree, split_name
from mkdocs_repodoc.model.kinds import SPELT_OUT, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import SEPARATOR
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.scip.symbol_syntax import (
    Descriptor,
    ScipSymbol,
    Suffix,
    SymbolPackage,
    write_descriptors,
    write_symbol,
)

SCHEME = "repodoc"

"""Before a member's name; a second character of these belongs to the name, as in `Ky.#options`."""

_NUMBERS: Mapping[Kind, tuple[Suffix, int]] = {
    Kind.CLASS: (Suffix.TYPE, 7),
    Kind.STRUCT: (Suffix.TYPE, 49),
    Kind.UNION: (Suffix.TYPE, 59),
    Kind.RECORD: (Suffix.TYPE, 7),
    Kind.INTERFACE: (Suffix.TYPE, 21),
    Kind.PROTOCOL: (Suffix.TYPE, 42),
    Kind.TRAIT: (Suffix.TYPE, 53),
    Kind.ENUM: (Suffix.TYPE, 11),
    Kind.DELEGATE: (Suffix.TYPE, 73),
    Kind.CONCEPT: (Suffix.TYPE, 86),
    Kind.TYPE: (Suffix.TYPE, 54),
    Kind.TYPE_ALIAS: (Suffix.TYPE, 55),
    Kind.TYPEDEF: (Suffix.TYPE, 55),
    Kind.ASSOCIATED_TYPE: (Suffix.TYPE, 3),
    Kind.IMPL: (Suffix.TYPE, 0),
    Kind.MESSAGE: (Suffix.TYPE, 28),
    Kind.FUNCTION: (Suffix.METHOD, 17),
    Kind.SUBROUTINE: (Suffix.METHOD, 17),
    Kind.KERNEL: (Suffix.METHOD, 17),
    Kind.METHOD: (Suffix.METHOD, 26),
    Kind.CONSTRUCTOR: (Suffix.METHOD, 9),
    Kind.DESTRUCTOR: (Suffix.METHOD, 26),
    Kind.OPERATOR: (Suffix.METHOD, 34),
    Kind.ACCESSOR: (Suffix.METHOD, 72),
    Kind.MACRO: (Suffix.MACRO, 25),
    Kind.MODULE: (Suffix.NAMESPACE, 29),
    Kind.NAMESPACE: (Suffix.NAMESPACE, 30),
    Kind.PACKAGE: (Suffix.NAMESPACE, 35),
    Kind.PROPERTY: (Suffix.TERM, 41),
    Kind.ATTRIBUTE: (Suffix.TERM, 61),
    Kind.VARIABLE: (Suffix.TERM, 61),
    Kind.STATIC: (Suffix.TERM, 82),
    Kind.CONSTANT: (Suffix.TERM, 8),
    Kind.OBJECT: (Suffix.TERM, 33),
    Kind.FIELD: (Suffix.TERM, 15),
    Kind.ENUMERATOR: (Suffix.TERM, 12),
    Kind.VARIANT: (Suffix.TERM, 12),
    Kind.KEY: (Suffix.TERM, 22),
}
"""Kind → how a descriptor of it ends, and its number in SCIP's schema."""

_OTHER = (Suffix.TERM, 0)
_OF_A_FILE = 16


class ScipSymbols:
    """What the symbols of a repository are called in an index.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        project = repository.project
        self._repository = repository
        self._package = SymbolPackage("", project.name or repository.name, project.version)
        self._of_file: dict[str, list[tuple[str, str]]] = {}
        """Path → what each symbol is called, and its name alone."""

    def of(self, ref: SymbolRef) -> str:
        """Return what a symbol, or a file, is called."""
        if ref.is_file:
            return self._written(_descriptors_of(ref.path))
        return self._names(ref.path)[ref.position][0]

    def display_name(self, ref: SymbolRef) -> str:
        """Return the name of a symbol, or a file, without what is around it."""
        if ref.is_file:
            return name_of(ref.path)
        return self._names(ref.path)[ref.position][1]

    def kind_number(self, ref: SymbolRef) -> int:
        """Return the number of a symbol's kind, 0 where SCIP has no such kind."""
        if ref.is_file:
            return _OF_A_FILE
        return _NUMBERS.get(self._repository.symbol(ref).kind, _OTHER)[1]

    def _names(self, path: str) -> list[tuple[str, str]]:
        if path not in self._of_file:
            file = _descriptors_of(path)
            paths = _paths(self._repository.files[path].outline.symbols)
            self._of_file[path] = [(self._written((*file, *each)), each[-1].name) for each in paths]
        return self._of_file[path]

    def _written(self, descriptors: tuple[Descriptor, ...]) -> str:
        return write_symbol(ScipSymbol(SCHEME, self._package, descriptors))


def _paths(symbols: Sequence[Symbol]) -> list[tuple[Descriptor, ...]]:
    """Return the descriptors of each symbol of a file, those of the symbols around it in front."""
    tree = SymbolTree(symbols)
    found: list[tuple[Descriptor, ...]] = [()] * len(symbols)
    seen: Counter[str] = Counter()
    waiting = list(reversed(tree.children.get(None, ())))
    while waiting:
        position = waiting.pop()
        symbol, parent = symbols[position], tree.parents[position]
        around = found[parent] if parent is not None else ()
        name = symbol.name
        if parent is not None:
            name = SEPARATOR.sub("", name.removeprefix(symbols[parent].name), 1) or name
        elif symbol.kind not in SPELT_OUT:
            outer, name = split_name(name)  # such as a type that another file defines
            around += (Descriptor(outer, Suffix.TYPE),) if outer else ()
        found[position] = _numbered(around, symbol, name, seen)
        waiting.extend(reversed(tree.children.get(position, ())))
    return found


def _numbered(
    around: tuple[Descriptor, ...], symbol: Symbol, name: str, seen: Counter[str]
) -> tuple[Descriptor, ...]:
    suffix, _ = _NUMBERS.get(symbol.kind, _OTHER)
    plain = (*around, Descriptor(name, suffix))
    written = write_descriptors(plain)
    number = seen[written]
    seen[written] += 1
    if not number:
        return plain
    if suffix is Suffix.METHOD:
        return (*around, Descriptor(name, suffix, f"+{number}"))
    return (*around, Descriptor(f"+{number}", Suffix.META), Descriptor(name, suffix))


def _descriptors_of(path: str) -> tuple[Descriptor, ...]:
    parts = path.encode("utf-8", "replace").decode().split("/")
    return tuple(Descriptor(part, Suffix.NAMESPACE) for part in parts)
