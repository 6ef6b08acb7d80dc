"""Ties between files that no import makes, each proven by a line or by two equal names.

A workflow runs a script, a test names its data, an entry point starts a function, a stub describes
a module, a source defines what a header declares, a generator writes what it has read, a query
names a table. What is not proven is not tied: a path with a
variable in it, a name that two sources define.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.linking.file_links.generated_code import generated_ties
from mkdocs_repodoc.linking.file_links.table_uses import table_ties
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.facts import InstalledCommand
from mkdocs_repodoc.model.file_links import (
    Relation,
    RelationKind,
    ResolvedImport,
)
from mkdocs_repodoc.model.kinds import DECLARED_APART, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import PathMention, Symbol
from mkdocs_repodoc.model.repository import RepoFile

_INVERSE: dict[RelationKind, RelationKind] = {
    "runs": "run by",
    "names": "named by",
    "starts": "started by",
    "stub of": "stubbed by",
    "defines": "defined by",
    "generated from": "generates",
    "uses table": "table used by",
}
_NEVER_TIED = {"static", "deleted", "defaulted", "abstract", "friend"}

Imports = Mapping[str, Sequence[ResolvedImport]]


def find_relations(
    files: Mapping[str, RepoFile], names: RepositoryNames, imports: Imports
) -> dict[str, tuple[Relation, ...]]:
    """Return the ties of each file, found from both ends.

    Args:
        files: All files.
        names: Answers over the whole repository.
        imports: Path → its imports resolved.
    """
    ties = _RelationFinder()
    for path, file in files.items():
        if file.outline.mentions:
            _tie_mentions(ties, files, file)
        if file.outline.facts:
            _tie_entry_points(ties, files, file, names)
        if path.endswith(".pxd") and (source := files.get(f"{path[:-4]}.pyx")):
            ties.add("defines", SymbolRef.of_file(source.path), SymbolRef.of_file(path), path, 0)
    for family in names.each():
        for tie in family.ties(files):
            ties.add(*tie)
    _tie_declarations(ties, files, imports)
    for tie in (*generated_ties(files), *table_ties(files)):
        ties.add(*tie)
    return ties.sorted()


class _RelationFinder:
    def __init__(self) -> None:
        self._found: dict[str, dict[tuple[str, SymbolRef, int], Relation]] = {}

    def add(
        self, kind: RelationKind, one: SymbolRef, other: SymbolRef, path: str, line: int
    ) -> None:
        """Tie two ends; the first proof of a tie is kept."""
        if one.path == other.path:
            return
        for end, towards, as_seen in ((one, other, kind), (other, one, _INVERSE[kind])):
            known = self._found.setdefault(end.path, {})
            relation = Relation(as_seen, towards, end.position, path, line)
            known.setdefault((as_seen, towards, end.position), relation)

    def sorted(self) -> dict[str, tuple[Relation, ...]]:
        """Return all ties in an order that does not depend on how they were found."""
        return {
            path: tuple(
                sorted(
                    self._found[path].values(),
                    key=lambda one: (one.kind, one.position, one.line, one.target),
                )
            )
            for path in sorted(self._found)
        }


# Paths in commands and strings


def _tie_mentions(ties: _RelationFinder, files: Mapping[str, RepoFile], file: RepoFile) -> None:
    own = SymbolRef.of_file(file.path)
    run = set()
    # What a command runs it names as well: the stronger tie is kept.
    for mention in sorted(file.outline.mentions, key=lambda one: (not one.runs, one.line)):
        target = next((path for path in _meant(file, mention) if path in files), "")
        if not target or target in run:
            continue
        kind: RelationKind = "runs" if mention.runs else "names"
        if mention.runs:
            run.add(target)
        ties.add(kind, own, SymbolRef.of_file(target), file.path, mention.line)


def _meant(file: RepoFile, mention: PathMention) -> Iterator[str]:
    """Yield the paths from the top that a mention may mean, the likelier first."""
    beside = posixpath.normpath(posixpath.join(file.folder, mention.path))
    top = posixpath.normpath(mention.path)
    if mention.anchored:
        yield beside
    elif mention.kind == "command":
        yield top
    else:
        yield beside
        yield top


# Entry points


def _tie_entry_points(
    ties: _RelationFinder, files: Mapping[str, RepoFile], file: RepoFile, names: RepositoryNames
) -> None:
    for command in file.outline.facts_of(InstalledCommand):
        target = _started(files, file, command, names)
        if target is not None:
            ties.add("starts", SymbolRef.of_file(file.path), target, file.path, command.line)


def _started(
    files: Mapping[str, RepoFile], file: RepoFile, command: InstalledCommand, names: RepositoryNames
) -> SymbolRef | None:
    if command.path:
        path = posixpath.normpath(posixpath.join(file.folder, command.path))
        return SymbolRef.of_file(path) if path in files else None
    return names.entry_point(file.path, command.module, command.object)


# Declarations in headers, definitions in sources


def _tie_declarations(
    ties: _RelationFinder, files: Mapping[str, RepoFile], imports: Imports
) -> None:
    sources = [file for file in files.values() if language_named(file.source.language).headers]
    defined = _by_name(sources, declared=False)
    declared = _by_name(sources, declared=True, among=defined)
    for name, definitions in defined.items():
        declarations = declared.get(name, [])
        if len(definitions) != 1 or len(declarations) != 1:
            continue
        definition, declaration = definitions[0], declarations[0]
        # A name without a namespace may stand in two programs of one repository.
        if "::" in name or declaration.path in _included(definition.path, imports):
            line = files[definition.path].outline.symbols[definition.position].line
            ties.add("defines", definition, declaration, definition.path, line)


def _by_name(
    files: Sequence[RepoFile], *, declared: bool, among: Mapping[str, object] | None = None
) -> dict[str, list[SymbolRef]]:
    found: dict[str, list[SymbolRef]] = {}
    for file in files:
        if file.path.endswith(language_named(file.source.language).headers) is not declared:
            continue
        for position, symbol in enumerate(file.outline.symbols):
            if among is not None and symbol.name not in among:
                continue
            if ("declaration" in symbol.labels) is declared and _is_tied(symbol):
                found.setdefault(symbol.name, []).append(SymbolRef(file.path, position))
    return found


def _is_tied(symbol: Symbol) -> bool:
    in_class = symbol.kind != Kind.FUNCTION or "::" in symbol.name
    labels = _NEVER_TIED - {"static"} if in_class else _NEVER_TIED
    return symbol.kind in DECLARED_APART and labels.isdisjoint(symbol.labels)


def _included(path: str, imports: Imports) -> set[str]:
    return {resolved.path for resolved in imports.get(path, ())}
