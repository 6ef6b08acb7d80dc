"""The rows of the model as tables of SQLite."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from mkdocs_repodoc.outputs.model_parts import (
    ImportRow,
    ReferenceRow,
    SymbolId,
    SymbolRow,
)
from mkdocs_repodoc.outputs.model_rows import (
    CycleRow,
    FileRow,
    FlowStepRow,
    ModelRow,
    RepositoryRow,
)
from mkdocs_repodoc.outputs.model_tables import INDEXES, TABLES

TEXTS: Mapping[str, str] = MappingProxyType(
    {"label": "labels", "decorator": "decorators", "base": "written_bases"}
)
"""Kind of a text → attribute of a symbol that has a list of them."""

Values = tuple[Any, ...]


def write_database(file: Path, rows: Sequence[ModelRow]) -> None:
    """Write rows into a new database.

    Args:
        file: Where; nothing is there yet.
        rows: All rows of a repository.
    """
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in TABLES.values():
            connection.execute(statement)
        for table, values in _Tables(rows).filled.items():
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', values)  # noqa: S608 - a table of ours
        for statement in INDEXES:
            connection.execute(statement)


class _Tables:
    """The values of all tables.

    Attributes:
        filled: Table → its rows; tables without rows are missing.
    """

    def __init__(self, rows: Sequence[ModelRow]) -> None:
        self.filled: defaultdict[str, list[Values]] = defaultdict(list)
        paths = [row.path for row in rows if isinstance(row, FileRow)]
        self._ids = {path: number for number, path in enumerate(paths, 1)}
        cycles = flows = 0
        for row in rows:
            if isinstance(row, RepositoryRow):
                said = (row.format, row.generator, row.name, row.version, row.commit)
                self.filled["repository"].append((*said, row.files, row.symbols))
            elif isinstance(row, FileRow):
                self._add_file(row)
            elif isinstance(row, CycleRow):
                cycles += 1
                self._add("cycle_step", cycles, ((each.path, each.line) for each in row.steps))
            else:
                flows += 1
                self.filled["flow"].append((flows, row.kind, row.name))
                self._add("flow_step", flows, map(self._flow_step, row.steps))

    def _add(self, table: str, owner: int, values: Iterable[Values]) -> None:
        """Add a list that something has, numbered."""
        self.filled[table] += [(owner, number, *each) for number, each in enumerate(values)]
        if not self.filled[table]:
            del self.filled[table]

    def _add_file(self, row: FileRow) -> None:
        number = self._ids[row.path]
        said = (row.path, row.kind, row.language, row.role, row.origin, row.module, row.size)
        self.filled["file"].append((number, *said, row.lines, row.digest, row.summary, row.page))
        for position, symbol in enumerate(row.symbols):
            self._add_symbol(number, position, symbol)
        self._add("import", number, map(self._import, row.imports))
        self._add("reference", number, map(self._reference, row.references))
        self._add("test", number, ((path,) for path in row.tests))
        self._add("finding", number, map(msgspec.structs.astuple, row.findings))
        self._add("fact", number, map(msgspec.structs.astuple, row.facts))

    def _add_symbol(self, file: int, position: int, row: SymbolRow) -> None:
        where = (row.line, row.end_line, row.name_line, row.column)
        said = (row.name, row.kind, *where, row.signature, row.summary, row.public)
        overridden = self._symbol(row.overrides)
        self.filled["symbol"].append((file, position, *said, *overridden, row.anchor, row.uses))
        for kind, attribute in TEXTS.items():
            texts: Sequence[str] = getattr(row, attribute)
            if texts:
                self.filled["symbol_text"] += [
                    (file, position, kind, number, text) for number, text in enumerate(texts)
                ]
        if row.bases:
            self.filled["base"] += [
                (file, position, number, *self._symbol(each))
                for number, each in enumerate(row.bases)
            ]

    def _symbol(self, identity: SymbolId | None) -> Values:
        return (None, None) if identity is None else (self._ids[identity.path], identity.position)

    def _import(self, row: ImportRow) -> Values:
        said = (row.line, row.module, row.name, row.origin, row.leads_to)
        return (*said, *self._symbol(row.symbol), row.types_only)

    def _reference(self, row: ReferenceRow) -> Values:
        where = (row.line, row.column, row.end_column, row.kind)
        return (*where, *self._symbol(row.target), row.grade)

    def _flow_step(self, row: FlowStepRow) -> Values:
        return (*self._symbol(row.symbol), row.line, row.called)
