"""All imports of a module, those inside functions and branches too."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.structure import ImportPlace, Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Import


def read_imports(structure: Structure, source: SourceExcerpts) -> tuple[Import, ...]:
    """Return one entry for each imported name, in source order."""
    found = [entry for place in structure.imports for entry in _entries(place, source)]
    found.sort(key=lambda entry: (entry.line, entry.column))
    return tuple(found)


def _entries(place: ImportPlace, source: SourceExcerpts) -> Iterator[Import]:
    node, scope, guard = place
    for alias in node.names:
        end = alias.end_col_offset or 0
        if alias.asname:
            end = _end_of_name(alias, source)
        if isinstance(node, ast.Import):
            module, name, level = alias.name, "", 0
        else:
            module, name, level = node.module or "", alias.name, node.level
        yield Import(
            module=module,
            name=name,
            alias=alias.asname or "",
            level=level,
            line=alias.lineno,
            column=alias.col_offset,
            end_column=end,
            scope=scope.name,
            conditional=guard.conditional,
            type_checking=guard.type_checking,
        )


def _end_of_name(alias: ast.alias, source: SourceExcerpts) -> int:
    """Return where the imported name ends, in front of its `as`."""
    row = source.lines[alias.lineno - 1].encode()[alias.col_offset :]
    name = alias.name.encode()
    if row.startswith(name):
        return alias.col_offset + len(name)
    # Blanks around the dots, or a name that is written in another Unicode form.
    return alias.col_offset + len(row.split(b" as ")[0].rstrip(b" \t\\"))
