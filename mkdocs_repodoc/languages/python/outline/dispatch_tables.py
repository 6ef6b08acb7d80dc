"""Dispatch tables: collections that are written out, and whose values are names of code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import DispatchTable, TableEntry

_LEAST = 2
"""Entries of a table."""
_LONGEST = 80


def read_tables(tree: ast.Module, source: SourceExcerpts) -> tuple[DispatchTable, ...]:
    """Return the tables of a module and of its classes, in source order.

    Each is a dictionary, list, tuple or set that is written out, all of whose values are names.
    Whether these mean functions or classes is known when files are linked.
    """
    return tuple(_tables(tree.body, "", source))


def _tables(
    body: Sequence[ast.stmt], prefix: str, source: SourceExcerpts
) -> Iterator[DispatchTable]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _tables(node.body, f"{prefix}{node.name}.", source)
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        entries = _entries(node.value, source)
        if isinstance(target, ast.Name) and len(entries) >= _LEAST:
            yield DispatchTable(f"{prefix}{target.id}", entries, node.lineno)


def _entries(value: ast.expr, source: SourceExcerpts) -> tuple[TableEntry, ...]:
    """Return the entries of a collection; none if one of its values is no name."""
    keys: Sequence[ast.expr | None]
    if isinstance(value, ast.Dict):
        keys, values = value.keys, value.values
    elif isinstance(value, ast.List | ast.Tuple | ast.Set):
        keys, values = [None] * len(value.elts), value.elts
    else:
        return ()
    if not all(map(dotted, values)) or (isinstance(value, ast.Dict) and None in keys):
        return ()
    return tuple(
        TableEntry(
            "" if key is None else source.short(key, _LONGEST),
            source.short(each, _LONGEST),
            each.lineno,
        )
        for key, each in zip(keys, values, strict=True)
    )
