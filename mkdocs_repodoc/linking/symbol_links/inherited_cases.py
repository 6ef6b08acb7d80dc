"""Test cases that classes have by what they inherit, which no line of their own file shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline

_MEMBER = re.compile(r"(.+)(?:\.|::)(\w+)", re.DOTALL)

_Outlines = Mapping[str, FileOutline]
_Cases = Mapping[SymbolRef, frozenset[str]]


def with_further_cases(
    outlines: _Outlines, names: RepositoryNames, losses: LinkingLosses
) -> dict[str, FileOutline]:
    """Return outlines with the test cases that are such by another file: a base there, settings.

    Args:
        outlines: Path → outline.
        names: Answers over the whole repository.
        losses: Takes the files of which it can't be found out.
    """

    def of_file(path: str) -> FileOutline:
        outline, own = outlines[path], names.of(path)
        further = tuple(dict.fromkeys(own.further_cases(path))) if own is not None else ()
        return structs.replace(outline, tests=(*outline.tests, *further)) if further else outline

    unknown = "Which of its methods are test cases by what they inherit could not be found out"
    return losses.of_files(outlines, of_file, outlines.__getitem__, unknown)


def inherited_cases(
    outlines: _Outlines, bases: Mapping[SymbolRef, Sequence[SymbolRef]]
) -> dict[str, int]:
    """Return how many test cases the classes of each file inherit; files without such are left out.

    What a class defines anew is its own.

    Args:
        outlines: Path → outline.
        bases: Class → its direct bases.
    """
    cases = {ref: names for path in outlines for ref, names in _cases(path, outlines[path])}
    found: dict[str, int] = {}
    for this in bases if cases else ():
        inherited = set[str]().union(*(cases.get(base, ()) for base in _above(this, bases)))
        if not inherited:
            continue
        owner = outlines[this.path].symbols[this.position]
        members = (_MEMBER.fullmatch(each.name) for each in outlines[this.path].symbols)
        own = {match[2] for match in members if match and match[1] == owner.name}
        if left := len(inherited - own):
            found[this.path] = found.get(this.path, 0) + left
    return found


def _cases(path: str, outline: FileOutline) -> Iterator[tuple[SymbolRef, frozenset[str]]]:
    """Yield the classes of a file that have methods which are test cases, with their names."""
    tests = frozenset(outline.tests)
    methods: dict[str, set[str]] = {}
    for symbol in outline.symbols if tests else ():
        match = _MEMBER.fullmatch(symbol.name) if symbol.name in tests else None
        if match is not None and symbol.kind == Kind.METHOD:
            methods.setdefault(match[1], set()).add(match[2])
    for position, symbol in enumerate(outline.symbols if methods else ()):
        if symbol.name in methods:
            yield SymbolRef(path, position), frozenset(methods[symbol.name])


def _above(this: SymbolRef, bases: Mapping[SymbolRef, Sequence[SymbolRef]]) -> Iterator[SymbolRef]:
    """Yield all that a class inherits from."""
    seen = {this}
    waiting = list(bases.get(this, ()))
    while waiting:
        base = waiting.pop()
        if base not in seen:
            seen.add(base)
            waiting += bases.get(base, ())
            yield base
