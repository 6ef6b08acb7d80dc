"""Tables of SQLite back to the rows of the model that they were written from."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from mkdocs_repodoc.outputs.model_database import TEXTS
from mkdocs_repodoc.outputs.model_parts import (
    FactRow,
    FindingRow,
    ImportRow,
    ReferenceRow,
    SymbolId,
    SymbolRow,
)
from mkdocs_repodoc.outputs.model_rows import (
    CycleRow,
    CycleStepRow,
    FileRow,
    FlowRow,
    FlowStepRow,
    ModelRow,
    RepositoryRow,
)

_FILE_FIELDS = (
    *("path", "kind", "language", "role", "origin", "module"),
    *("size", "lines", "digest", "summary", "page"),
)
_SYMBOL_FIELDS = (
    *("name", "kind", "line", "end_line", "name_line", "column"),
    *("signature", "summary", "public"),
)
"""Columns of the tables that are attributes of the same name, in their order."""


def read_database(file: Path) -> Iterator[ModelRow]:
    """Yield the rows of a database, in the order in which they were written.

    Raises:
        Error: Of SQLite: it is none, or has other tables.
    """
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield from _Rows(connection).all()


class _Rows:
    """The rows that a database holds."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._paths = dict(self._select("SELECT id, path FROM file"))

    def all(self) -> Iterator[ModelRow]:
        for row in self._select("SELECT * FROM repository"):
            yield RepositoryRow(**dict(zip(RepositoryRow.__struct_fields__, row, strict=True)))
        yield from self._files()
        for steps in self._listed("cycle_step").values():
            yield CycleRow(steps=tuple(CycleStepRow(path=path, line=line) for path, line in steps))
        flow_steps = self._listed("flow_step")
        for flow, kind, name in self._select("SELECT * FROM flow ORDER BY id"):
            yield FlowRow(kind=kind, name=name, steps=tuple(map(self._step, flow_steps[flow])))

    def _files(self) -> Iterator[FileRow]:
        symbols = self._symbols()
        imports, references = self._listed("import"), self._listed("reference")
        tests, findings = self._listed("test"), self._listed("finding")
        facts = self._listed("fact")
        for number, *said in self._select("SELECT * FROM file ORDER BY id"):
            yield FileRow(
                **dict(zip(_FILE_FIELDS, said, strict=True)),
                symbols=tuple(symbols[number]),
                imports=tuple(map(self._import, imports[number])),
                references=tuple(map(self._reference, references[number])),
                tests=tuple(path for (path,) in tests[number]),
                findings=tuple(
                    FindingRow(**dict(zip(FindingRow.__struct_fields__, each, strict=True)))
                    for each in findings[number]
                ),
                facts=tuple(
                    FactRow(name=name, value=value, line=line)
                    for name, value, line in facts[number]
                ),
            )

    def _symbols(self) -> Mapping[int, list[SymbolRow]]:
        texts: defaultdict[tuple[int, int, str], list[str]] = defaultdict(list)
        for *owner, _, text in self._select("SELECT * FROM symbol_text"):
            texts[owner[0], owner[1], owner[2]].append(text)
        bases: defaultdict[tuple[int, int], list[SymbolId]] = defaultdict(list)
        for file, position, _, *base in self._select("SELECT * FROM base"):
            bases[file, position].append(SymbolId(path=self._paths[base[0]], position=base[1]))
        found: defaultdict[int, list[SymbolRow]] = defaultdict(list)
        for file, position, *said, base_file, base_position, anchor, uses in self._select(
            "SELECT * FROM symbol"
        ):
            values = dict(zip(_SYMBOL_FIELDS, said, strict=True))
            lists = {name: tuple(texts[file, position, kind]) for kind, name in TEXTS.items()}
            values |= {"public": bool(values["public"]), "anchor": anchor, "uses": uses, **lists}
            found[file].append(
                SymbolRow(
                    **values,
                    bases=tuple(bases[file, position]),
                    overrides=self._symbol(base_file, base_position),
                )
            )
        return found

    def _symbol(self, file: int | None, position: int) -> SymbolId | None:
        return None if file is None else SymbolId(path=self._paths[file], position=position)

    def _import(self, said: Sequence[Any]) -> ImportRow:
        line, module, name, origin, leads_to, file, position, types_only = said
        return ImportRow(
            line=line,
            module=module,
            name=name,
            origin=origin,
            leads_to=leads_to,
            symbol=self._symbol(file, position),
            types_only=bool(types_only),
        )

    def _reference(self, said: Sequence[Any]) -> ReferenceRow:
        line, column, end_column, kind, file, position, grade = said
        return ReferenceRow(
            line=line,
            column=column,
            end_column=end_column,
            kind=kind,
            target=SymbolId(path=self._paths[file], position=position),
            grade=grade,
        )

    def _step(self, said: Sequence[Any]) -> FlowStepRow:
        file, position, line, called = said
        symbol = SymbolId(path=self._paths[file], position=position)
        return FlowStepRow(symbol=symbol, line=line, called=bool(called))

    def _listed(self, table: str) -> defaultdict[int, list[Sequence[Any]]]:
        """Return the lists of a table by their owners, in their orders."""
        found: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
        for owner, _, *values in self._select(f'SELECT * FROM "{table}" ORDER BY 1, 2'):  # noqa: S608 - a table of ours
            found[owner].append(values)
        return found

    def _select(self, statement: str) -> Iterator[Any]:
        return iter(self._connection.execute(statement))
