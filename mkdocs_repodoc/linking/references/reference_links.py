"""From what a file's identifiers mean in the file to what they mean in the repository."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking.references.indexed_meanings import Extent, IndexedReferences
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile, pack
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.references import Reference, ReferenceKind, Target

_Link = tuple[Reference, int, bool]
"""A reference with its index among the file's targets, and whether it is exact."""


def resolve_file(
    names: LanguageNames | None,
    path: str,
    detail: FileDetail,
    indexed: IndexedReferences | None = None,
) -> ResolvedFile:
    """Resolve the references of one file; depends on nothing but what is passed.

    Args:
        names: The names of the language whose identifiers the file uses; `None` for a language
            without such, of which only an index can tell.
        path: The file.
        detail: Its targets and references.
        indexed: What an index says of its identifiers, which is right where they differ.

    Returns:
        The references that lead to a definition in the repository.
    """
    targets: dict[SymbolRef, int] = {}
    resolved = [_meant(names, path, target) for target in detail.targets]
    kept: list[_Link] = []
    for reference in detail.references:
        if reference.kind == "definition":
            found: tuple[SymbolRef, bool] | None = (SymbolRef(path, reference.scope), True)
        else:
            found = resolved[reference.target]
            if indexed is not None:
                found = _indexed(reference, found, indexed)
        if found is not None:
            symbol, exact = found
            kept.append((reference, targets.setdefault(symbol, len(targets)), exact))
    if indexed is not None:
        kept.extend(_further(kept, indexed, targets))
        kept.sort(key=lambda link: (link[0].line, link[0].column))
    mentions = names.mentions(path, detail.targets) if names is not None else b""
    return ResolvedFile.of(path, targets, pack(kept), mentions)


def _meant(names: LanguageNames | None, path: str, target: Target) -> tuple[SymbolRef, bool] | None:
    meaning = names.meaning(path, target) if names is not None else None
    return None if meaning is None else (meaning.symbol, meaning.exact)


def _extent(reference: Reference) -> Extent:
    return reference.line, reference.column, reference.end_column


def _indexed(
    reference: Reference, found: tuple[SymbolRef, bool] | None, indexed: IndexedReferences
) -> tuple[SymbolRef, bool] | None:
    """Return what a reference means, with the index heard."""
    meaning = indexed.meanings.get(_extent(reference))
    if meaning is None:
        return found
    if not meaning.symbols:
        return None
    if found is not None and found[0] in meaning.symbols:
        return found[0], True
    return meaning.symbols[0], True


def _further(
    kept: Iterable[_Link], indexed: IndexedReferences, targets: dict[SymbolRef, int]
) -> Iterator[_Link]:
    """Yield links on what analysis has left no reference for; none of them overlap."""
    taken = sorted(_extent(reference) for reference, _, _ in kept)
    last_line = last_end = 0
    for (line, column, end_column), meaning in indexed.meanings.items():
        behind = bisect_left(taken, (line, column))
        is_taken = any(
            line == other and column < end and start < end_column
            for other, start, end in taken[max(behind - 1, 0) : behind + 1]
        ) or (line == last_line and column < last_end)
        if meaning.symbols and not is_taken:
            last_line, last_end = line, end_column
            target = targets.setdefault(meaning.symbols[0], len(targets))
            kind: ReferenceKind = "import" if meaning.imports else "name"
            reference = Reference(line, column, end_column, target, kind, meaning.scope)
            yield reference, target, True
