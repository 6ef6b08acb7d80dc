"""Ties between files: imports, cycles, relations, and what is worth reading next to a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mkdocs_repodoc.model.linked_symbols import LinkedReference, SymbolRef

ImportOrigin = Literal["standard library", "third party", "repository", "unknown"]


class ResolvedImport(NamedTuple):
    """Where an import leads; one for each import of the outline, in the same order."""

    origin: ImportOrigin
    distribution: str
    """Top-level module or package that provides it (`numpy`, `os`); empty inside the repository."""
    path: str = ""
    """File of this repository that is imported."""
    symbol: SymbolRef | None = None
    """Definition of the imported name, re-exports followed to their end."""
    folder: str | None = None
    """Folder of this repository that is imported, where a package is all files of a folder."""
    files: tuple[str, ...] = ()
    """The files of such a folder whose names are used, sorted."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of this repository that are imported."""
        return (self.path,) if self.path else self.files


class Importer(NamedTuple):
    """A file that imports another, and where."""

    path: str
    line: int


class NamedFile(NamedTuple):
    """A file that another one names in a string, and where."""

    path: str
    line: int


class Cycle(NamedTuple):
    """Files that import each other in a cycle."""

    paths: tuple[str, ...]
    """In import order; the last imports the first."""
    lines: tuple[int, ...]
    """Line in each file that imports the next."""


RelationKind = Literal[
    "runs",  # a command line of the file runs the other
    "run by",
    "names",  # a command line or a string of the file is the other's path
    "named by",
    "starts",  # an entry point of the file starts the other's function
    "started by",
    "stub of",  # the stub describes the module, or a symbol of it
    "stubbed by",
    "defines",  # the source defines what the other declares
    "defined by",
    "generated from",  # a generator has made the file, or a type of it, from the other
    "generates",
    "uses table",  # a statement of the file names a table that the other makes
    "table used by",
]


ReasonKind = Literal[
    "tests",
    "tested",
    "imports",
    "imported",
    "uses names",
    "names used",
    "names shown",
    "shared imports",
    "changed together",
    "counterpart",
    "same folder",
]
"""What the other file does, or what it shares with this one."""


class Reason(NamedTuple):
    """Why a file is worth reading next to another."""

    kind: ReasonKind | RelationKind
    number: int = 0
    """Of the shared imports or the common commits."""


class Related(NamedTuple):
    """A file worth reading next to another, and why."""

    path: str
    reasons: tuple[Reason, ...]


class Concept(NamedTuple):
    """A term that sets a file apart from the rest of the repository."""

    text: str
    line_count: int
    """On how many lines of the file it stands, in names, comments and prose."""
    lines: tuple[int, ...]
    """The first few of these."""
    files: int
    """How many files of the repository use it."""


class Relation(NamedTuple):
    """A tie between two files that no import makes, proven by a line of the repository."""

    kind: RelationKind
    target: SymbolRef
    """The other end; its position is `FILE_SCOPE` where the whole file is meant."""
    position: int
    """Symbol of this file that is this end, or `FILE_SCOPE`."""
    path: str
    """File whose line shows it."""
    line: int
    """That line; 0 where the two names alone show it."""


@dataclass(frozen=True, slots=True)
class FileLinks:
    """What one file's page needs beyond the repository's `Links`."""

    references: tuple[LinkedReference, ...]
    related: tuple[Related, ...]
    concepts: tuple[Concept, ...]
