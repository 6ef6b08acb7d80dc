"""The model read back: what `mkdocs_repodoc.load` returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType

import msgspec

from mkdocs_repodoc.errors import ModelError
from mkdocs_repodoc.outputs.model_from_database import read_database
from mkdocs_repodoc.outputs.model_parts import (
    ReferenceRow,
    SymbolId,
    SymbolRow,
)
from mkdocs_repodoc.outputs.model_rows import (
    MODEL_VERSION,
    CycleRow,
    FileRow,
    FlowRow,
    ModelRow,
    RepositoryRow,
)

_MAGIC = b"SQLite format 3\0"

_row = msgspec.json.Decoder(ModelRow)


@dataclass(frozen=True)
class LoadedModel:
    """A repository as data.

    Attributes:
        repository: What all of it is about.
        files: Path → the file, with what it defines, imports and refers to.
        cycles: Files that import each other in a ring.
        flows: From where the software is entered, call by call.
    """

    repository: RepositoryRow
    files: Mapping[str, FileRow]
    cycles: tuple[CycleRow, ...]
    flows: tuple[FlowRow, ...]

    def symbol(self, identity: SymbolId) -> SymbolRow | None:
        """Return a symbol; `None` for an identity that is of a file.

        Raises:
            LookupError: There is no such file or symbol.
        """
        symbols = self.files[identity.path].symbols
        return None if identity.is_file else symbols[identity.position]

    def named(self, name: str) -> tuple[SymbolId, ...]:
        """Return all symbols of a name.

        Args:
            name: The name within its file (`Client.send`), or with the module in front
                (`shop.client.Client.send`).
        """
        return tuple(
            SymbolId(path=path, position=position)
            for path, file in self.files.items()
            for position, symbol in enumerate(file.symbols)
            if name == symbol.name or (file.module and name == f"{file.module}.{symbol.name}")
        )

    def references_to(self, identity: SymbolId) -> Iterator[tuple[FileRow, ReferenceRow]]:
        """Yield each reference to a symbol or file, with the file that it stands in.

        Its definition is among them, of the kind `definition`.
        """
        for file in self.files.values():
            for reference in file.references:
                if reference.target == identity:
                    yield file, reference


def load(file: str | PathLike[str]) -> LoadedModel:
    """Return the model of a repository that `mkdocs-repodoc model`, or a build, has written.

    Args:
        file: JSON Lines (`repodoc.jsonl`) or a database of SQLite, told apart by their content.

    Raises:
        ModelError: It holds something else, or a newer version of the format.
        OSError: It can't be read.
    """
    path = Path(file)
    try:
        return _model(path, list(_rows(path)))
    except (msgspec.DecodeError, sqlite3.Error, ValueError, TypeError, KeyError) as error:
        raise ModelError(path, f"there is no model of a repository in it ({error})") from error


def _rows(path: Path) -> Iterator[ModelRow]:
    with path.open("rb") as lines:
        if lines.read(len(_MAGIC)) == _MAGIC:
            yield from read_database(path)
            return
        lines.seek(0)
        for line in lines:
            yield _row.decode(line)


def _model(path: Path, rows: Sequence[ModelRow]) -> LoadedModel:
    first = rows[0] if rows else None
    if not isinstance(first, RepositoryRow):
        raise ModelError(path, "there is no model of a repository in it")
    if first.format > MODEL_VERSION:
        raise ModelError(
            path,
            f"it has version {first.format} of the format, and this program reads {MODEL_VERSION}; "
            "update mkdocs-repodoc",
        )
    files = {row.path: row for row in rows if isinstance(row, FileRow)}
    return LoadedModel(
        first,
        MappingProxyType(files),
        tuple(row for row in rows if isinstance(row, CycleRow)),
        tuple(row for row in rows if isinstance(row, FlowRow)),
    )
