"""The linked repository: every record, and how they hang together.

Linking fills these once per run; planning and composing only read them. What a single file's page
needs beyond that (its resolved references, its related files) is a `FileLinks`, made when the page
is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from mkdocs_repodoc.model.files import Change, GitHistory, SourceFile
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.paths import folder_of, name_of

Confidence = Literal["exact", "inferred"]
Role = Literal[
    "package",  # package initialiser
    "module",
    "test",
    "test support",  # conftest, fixtures, test helpers
    "script",
    "example",
    "stub",
    "documentation",
    "configuration",
    "build",
    "workflow",
    "data",
    "image",
    "binary",
    "licence",
    "source",  # code in another language
    "text",
]


OutlinedFiles = Sequence[tuple[SourceFile, FileOutline]]
"""Files in sorted order, each with its outline."""


class SymbolRef(NamedTuple):
    """Identity of a symbol: the file that defines it and its index among the file's symbols."""

    path: str
    position: int
    """Index into the outline's symbols, or `FILE_SCOPE`."""

    @classmethod
    def of_file(cls, path: str) -> SymbolRef:
        """Return the identity of a file itself."""
        return cls(path, FILE_SCOPE)

    @property
    def is_file(self) -> bool:
        """Whether it is the file itself."""
        return self.position == FILE_SCOPE


class Use(NamedTuple):
    """One place that refers to a symbol."""

    path: str
    line: int
    column: int
    end_column: int
    kind: ReferenceKind
    scope: int
    """Index of the innermost symbol around the use in `path`, or `FILE_SCOPE`."""
    confidence: Confidence
    arguments: int
    end_line: int


class CallSite(NamedTuple):
    """A line that calls a function or class of the repository, or hands a function on."""

    line: int
    scope: int
    """Index of the innermost symbol around it in its file, or `FILE_SCOPE`."""
    callee: SymbolRef
    called: bool
    """Whether it is a call; otherwise the function is named as a value."""


class LinkTarget(NamedTuple):
    """Where a symbol is described, and as what."""

    anchor: str
    """HTML id of its section on its file's page; empty for the file itself."""
    kind: str
    qualified_name: str
    """Dotted path with the module in front, or the file's path for other files."""


class LinkedReference(NamedTuple):
    """An identifier of a file and the symbol of this repository that it means."""

    line: int
    column: int
    end_column: int
    kind: ReferenceKind
    symbol: SymbolRef
    confidence: Confidence


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


class Cycle(NamedTuple):
    """Files that import each other in a cycle."""

    paths: tuple[str, ...]
    """In import order; the last imports the first."""
    lines: tuple[int, ...]
    """Line in each file that imports the next."""


class Example(NamedTuple):
    """A real call of a function or class, chosen to show its use."""

    path: str
    line: int
    end_line: int
    column: int
    end_column: int
    source: Literal["example", "documentation", "test", "code"]
    arguments: int


class Related(NamedTuple):
    """A file worth reading next to another, and why."""

    path: str
    reasons: tuple[str, ...]
    """`tests it`, `imports it`, `imported by it`, `shares 5 imports`, `changed together in 7
    commits`, `same folder`, …"""
    score: float


class Concept(NamedTuple):
    """A term that sets a file apart from the rest of the repository."""

    text: str
    score: float
    occurrences: int
    lines: tuple[int, ...]
    files: int
    """How many files of the repository use it."""


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
]


class Relation(NamedTuple):
    """A tie between two files that no import makes, proven by a line of the repository."""

    kind: RelationKind
    target: SymbolRef
    """The other end; its position is -1 where the whole file is meant."""
    position: int
    """Symbol of this file that is this end, or `FILE_SCOPE`."""
    path: str
    """File whose line shows it."""
    line: int
    """That line; 0 where the two names alone show it."""


LineContexts = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Path of a file → context of a measurement (a test) → the lines of functions that ran in it."""


class CoveringTests(NamedTuple):
    """The tests that have run a symbol, as measured."""

    tests: tuple[SymbolRef, ...]
    """The test cases, those that run least beside it first; the first ones if there are many.
    Position -1 where the measurement names a test file only."""
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which tests have run which code, as measured; all empty without a measurement."""

    covered_by: Mapping[SymbolRef, CoveringTests] = field(default_factory=dict)
    """Function or method → the tests that have run a line of its body."""
    covers: Mapping[SymbolRef, Mapping[str, int]] = field(default_factory=dict)
    """Test case → path of a source file → how many of its lines ran, most first."""
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Path of a test → the same for all its cases."""


class UseIndex(Protocol):
    """Who uses a symbol, over the whole repository."""

    def of(self, symbol: SymbolRef) -> Sequence[Use]:
        """Return the uses of a symbol outside its own definition, ordered by path and line."""

    def count(self, symbol: SymbolRef) -> int:
        """Return how many uses there are."""

    def file_count(self, symbol: SymbolRef) -> int:
        """Return how many *other* files use the symbol."""

    def file_counts(self, path: str) -> Mapping[int, int]:
        """Return the same for all symbols of a file: position → files, without those of none."""

    def calls(self, path: str) -> Sequence[CallSite]:
        """Return what a file calls in the repository, or hands on as a value, in source order."""


@dataclass(frozen=True, slots=True)
class RepoFile:
    """A documented file with what is known about it before linking its references."""

    source: SourceFile
    outline: FileOutline
    key: str
    """Key of its record in the cache."""
    role: Role
    role_evidence: str
    """What the role rests on, as a phrase: `its name starts with test_`."""
    module: str = ""
    """Dotted module name of a Python file; empty otherwise."""
    anchors: tuple[str, ...] = ()
    """HTML id of each symbol's section, in the order of the outline's symbols."""
    change: Change | None = None
    run_line: RunLine | None = None
    """What starts it from the repository's root, where its language tells."""
    repeats: bool = False
    """Whether several other files say the same of themselves, so that it describes none."""

    @property
    def summary(self) -> str:
        """What the file says about itself, in one sentence; empty if others say it too."""
        return "" if self.repeats else self.outline.summary

    @property
    def path(self) -> str:
        """Path relative to the repository's root."""
        return self.source.path

    @property
    def name(self) -> str:
        """Last part of the path."""
        return name_of(self.source.path)

    @property
    def folder(self) -> str:
        """Path of the folder that holds the file; empty for the root."""
        return folder_of(self.source.path)


@dataclass(slots=True)
class Folder:
    """A folder and the sums over all that lies below it."""

    path: str
    """Relative to the root, empty for the root itself."""
    folders: list[str] = field(default_factory=list)
    """Paths of the direct subfolders, sorted."""
    files: list[str] = field(default_factory=list)
    """Paths of the files directly in it, sorted."""
    readme: str = ""
    """Path of its README, if it has one."""
    summary: str = ""
    """From its README, its package docstring or its project metadata; empty if none says."""
    summary_origin: str = ""
    """Path of the file that the summary stands in."""
    file_count: int = 0
    size: int = 0
    line_count: int = 0
    languages: dict[str, int] = field(default_factory=dict)
    """Language → lines, over the whole subtree."""

    @property
    def name(self) -> str:
        """Last part of the path; empty for the root."""
        return name_of(self.path)


@dataclass(frozen=True, slots=True)
class Links:
    """How the files hang together."""

    imports: Mapping[str, tuple[ResolvedImport, ...]]
    """Path → its imports resolved, in the order of the outline's imports."""
    imported_by: Mapping[str, tuple[Importer, ...]]
    uses: UseIndex
    bases: Mapping[SymbolRef, tuple[SymbolRef, ...]]
    """Class → its direct bases inside the repository."""
    subclasses: Mapping[SymbolRef, tuple[SymbolRef, ...]]
    overrides: Mapping[SymbolRef, SymbolRef]
    """Member → the member of the nearest base class that it overrides."""
    overridden_by: Mapping[SymbolRef, tuple[SymbolRef, ...]]
    tests_of: Mapping[str, tuple[str, ...]]
    """Path of a source file → paths of the tests that exercise it, the closest first."""
    tested_by: Mapping[str, tuple[str, ...]]
    """Path of a test → paths of the source files that it exercises, the closest first."""
    ranks: Mapping[str, float]
    """Path → how much of the repository depends on it, directly and indirectly; sums to 1."""
    cycles: tuple[Cycle, ...]
    order: tuple[str, ...]
    """Paths in dependency order: what a file depends on comes before it where possible."""
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict, kw_only=True)
    """Path → its ties beyond imports; each tie is found from both ends."""
    coverage: Coverage = field(default_factory=Coverage, kw_only=True)
    """What a run of the tests has measured."""


@dataclass(frozen=True, slots=True)
class FileLinks:
    """What one file's page needs beyond the repository's `Links`."""

    references: tuple[LinkedReference, ...]
    related: tuple[Related, ...]
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """Everything about one repository at one moment."""

    name: str
    files: Mapping[str, RepoFile]
    """By path, in sorted order."""
    folders: Mapping[str, Folder]
    """By path; the root is the empty string. Parents come before children."""
    history: GitHistory
    project: Project
    links: Links

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return the symbol that a reference means; `ref.position` must not be -1."""
        return self.files[ref.path].outline.symbols[ref.position]

    def link_target(self, ref: SymbolRef) -> LinkTarget:
        """Return where a symbol, or a file, is described."""
        anchors = self.files[ref.path].anchors
        anchor = anchors[ref.position] if 0 <= ref.position < len(anchors) else ""
        kind = "module" if ref.is_file else self.symbol(ref).kind
        return LinkTarget(anchor, kind, self.qualified_name(ref))

    def qualified_name(self, ref: SymbolRef) -> str:
        """Return the dotted path with the module in front, or the file's path for other files."""
        file = self.files[ref.path]
        if ref.is_file:
            return file.module or file.path
        name = file.outline.symbols[ref.position].name
        return f"{file.module}.{name}" if file.module else name
