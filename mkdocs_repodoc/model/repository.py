"""The linked repository: every record, and how they hang together.

Linking fills these once per run; planning and composing only read them. What a single file's page
needs beyond that (its resolved references, its related files) is a `FileLinks`, made when the page
is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_repodoc.model.clues import Clue
from mkdocs_repodoc.model.file_links import Cycle, Importer, NamedFile, Relation, ResolvedImport
from mkdocs_repodoc.model.files import Change, GitHistory, SourceFile
from mkdocs_repodoc.model.linked_symbols import LinkTarget, SymbolRef, UseIndex
from mkdocs_repodoc.model.measured_coverage import Coverage
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.paths import folder_of, name_of

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
    "compiled",  # code that a compiler has made of sources
    "unbuilt",  # code that no build of the software takes in
    "text",
]
CODE_ROLES: frozenset[Role] = frozenset({"package", "module", "script", "source", "stub"})
"""Roles of files that make up the software itself; tests and examples are about it."""
TEST_ROLES: frozenset[Role] = frozenset({"test", "test support"})

OutlinedFiles = Sequence[tuple[SourceFile, FileOutline]]
"""Files in sorted order, each with its outline."""


@dataclass(frozen=True, slots=True)
class RepoFile:
    """A documented file with what is known about it before linking its references."""

    source: SourceFile
    outline: FileOutline
    key: str
    """Key of its record in the cache."""
    role: Role
    role_evidence: tuple[Clue, ...]
    """What the role rests on."""
    module: str = ""
    """Dotted name by which code imports the file; empty where its language has no such names."""
    anchors: tuple[str, ...] = ()
    """Anchor of each symbol's section, in the order of the outline's symbols."""
    change: Change | None = None
    run_line: RunLine | None = None
    """What starts it from the repository's root, where its language tells."""
    inherited_cases: int = 0
    """How many test cases its classes inherit, beside those that it defines."""
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
    implicit_imports: Mapping[str, Mapping[str, int]] = field(default_factory=dict, kw_only=True)
    """Path → files whose names it uses without importing them, as files of one package do → line
    of the first such use."""
    implicit_importers: Mapping[str, tuple[Importer, ...]] = field(
        default_factory=dict, kw_only=True
    )
    """Path → the files that use its names without importing it."""
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
    named: Mapping[str, tuple[NamedFile, ...]] = field(default_factory=dict, kw_only=True)
    """Path → other files that it names in strings, to load them while it runs."""
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict, kw_only=True)
    """Path → its ties beyond imports; each tie is found from both ends."""
    coverage: Coverage = field(default_factory=Coverage, kw_only=True)
    """What a run of the tests has measured."""


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
        """Return the symbol that a reference means; `ref` must not be one of a file."""
        return self.files[ref.path].outline.symbols[ref.position]

    def link_target(self, ref: SymbolRef) -> LinkTarget:
        """Return where a symbol, or a file, is described."""
        if ref.is_file:
            return LinkTarget("", "module", self.qualified_name(ref))
        anchor = self.files[ref.path].anchors[ref.position]
        return LinkTarget(anchor, self.symbol(ref).kind, self.qualified_name(ref))

    def qualified_name(self, ref: SymbolRef) -> str:
        """Return the dotted path with the module in front, or the file's path for other files."""
        file = self.files[ref.path]
        if ref.is_file:
            return file.module or file.path
        name = file.outline.symbols[ref.position].name
        return f"{file.module}.{name}" if file.module else name

    def short_name(self, ref: SymbolRef) -> str:
        """Return a short name: a method with its class, a function or module alone."""
        if ref.is_file:
            return self.qualified_name(ref)
        return ".".join(self.symbol(ref).bare_name.split(".")[-2:])
