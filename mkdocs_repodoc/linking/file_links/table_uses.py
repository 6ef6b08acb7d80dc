"""Tables of databases and the files whose statements use them, by literal names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.resolution.language_names import Tie
from mkdocs_repodoc.model.facts import UsedTable
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import RepoFile


def table_ties(files: Mapping[str, RepoFile]) -> Iterator[Tie]:
    """Yield the ties of files to the tables that they use; a name of two tables means neither.

    Args:
        files: All files.
    """
    tables = _by_name(files)
    if not tables:
        return
    for path, file in files.items():
        for fact in file.outline.facts_of(UsedTable):
            found = tables.get(fact.name) or tables.get(fact.name.rpartition(".")[2], [])
            if len(found) == 1:
                yield Tie("uses table", _around(file, fact.line), found[0], path, fact.line)


def _by_name(files: Mapping[str, RepoFile]) -> dict[str, list[SymbolRef]]:
    """Return the tables and views under their names, with and without what is before a dot."""
    found: dict[str, list[SymbolRef]] = {}
    for path, file in files.items():
        for position, symbol in enumerate(file.outline.symbols):
            if symbol.kind in {Kind.TABLE, Kind.VIEW}:
                name = symbol.name.lower()
                for each in dict.fromkeys((name, name.rpartition(".")[2])):
                    found.setdefault(each, []).append(SymbolRef(path, position))
    return found


def _around(file: RepoFile, line: int) -> SymbolRef:
    """Return the innermost symbol around a line of a file, or the file."""
    inner = FILE_SCOPE
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.line <= line <= symbol.end_line:
            inner = position
    return SymbolRef(file.path, inner)
