"""Answers about files and folders, a type for each question; `questions` has what is asked."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, SymbolEntry


class FolderEntry(AnswerPart, frozen=True, kw_only=True):
    """A folder with the sums over all that lies below it."""

    path: str
    summary: str
    files: int
    lines: int


class FileEntry(AnswerPart, frozen=True, kw_only=True):
    """A file, with how many others need it."""

    path: str
    role: str
    language: str
    lines: int
    summary: str
    dependents: int


class EntryPointEntry(AnswerPart, frozen=True, kw_only=True):
    """Where the software is entered, of the kind `command`, `module`, `program`, `script`, ….

    Attributes:
        kind: How it is entered.
        name: The command or program; the file; else the qualified name.
        symbol: What runs then.
    """

    kind: str
    name: str
    symbol: SymbolEntry


class CommandEntry(AnswerPart, frozen=True, kw_only=True):
    """A command line that the repository itself shows to be right.

    Attributes:
        command: The command line.
        purpose: What it does.
        aim: `run`, `set up`, `build`, `test`, `one test`, `lint`, `docs`, `ci`; empty for others.
        path: File that shows it.
        line: Line there; 0 if it is the file as a whole.
    """

    command: str
    purpose: str
    aim: str
    path: str
    line: int


class OverviewAnswer(Answer, frozen=True, kw_only=True):
    """What a folder, or the repository, is and holds.

    Attributes:
        name: Of the repository, or the folder's path.
        summary: What it says about itself.
        version: Of the project, for the repository as a whole.
        branch: The branch that is checked out, likewise.
        file_count: How many files lie below.
        line_count: How many lines these have.
        languages: Language → lines.
        roles: Role (`module`, `test`, `documentation`, …) → files.
        folders: The direct subfolders.
        paths: The files directly in it.
        key_files: The files that most depends on, the first the most.
        entry_points: Where the software is entered.
        commands: How to set up, run, test it.
    """

    name: str = ""
    summary: str = ""
    version: str = ""
    branch: str = ""
    file_count: int = 0
    line_count: int = 0
    languages: dict[str, int] = msgspec.field(default_factory=dict)
    roles: dict[str, int] = msgspec.field(default_factory=dict)
    folders: tuple[FolderEntry, ...] = ()
    paths: tuple[FileEntry, ...] = ()
    key_files: tuple[FileEntry, ...] = ()
    entry_points: tuple[EntryPointEntry, ...] = ()
    commands: tuple[CommandEntry, ...] = ()


class RelatedEntry(AnswerPart, frozen=True, kw_only=True):
    """A file that is worth reading next to another, and why."""

    path: str
    reasons: tuple[str, ...]
    summary: str


class RelatedAnswer(Answer, frozen=True, kw_only=True):
    """The files that are tied to a file, the closest first."""

    related: tuple[RelatedEntry, ...] = ()


class ImportEntry(AnswerPart, frozen=True, kw_only=True):
    """An import.

    Attributes:
        path: File that imports.
        line: Line of the import.
        module: What is imported, as written.
        name: The name that is taken from it; empty for the module itself.
        origin: `repository`, `third party`, `standard library` or `unknown`.
        leads_to: Path of the file that is imported, or the distribution that provides it.
        symbol: Id of the definition that the name means, re-exports followed.
        types_only: Whether it is there for type checkers alone.
        late: The function in which it stands; empty for imports of the module.
    """

    path: str
    line: int
    module: str
    name: str
    origin: str
    leads_to: str
    symbol: str
    types_only: bool
    late: str


class ImporterEntry(AnswerPart, frozen=True, kw_only=True):
    """A file that needs another; `line` is that of the import, or of the first use without one."""

    path: str
    line: int
    by_import: bool


class ImportsAnswer(Answer, frozen=True, kw_only=True):
    """What a file imports, or which files import it."""

    imports: tuple[ImportEntry, ...] = ()
    importers: tuple[ImporterEntry, ...] = ()


class CycleStep(AnswerPart, frozen=True, kw_only=True):
    """A file of a cycle, and the line on which it imports the next one."""

    path: str
    line: int


class CycleEntry(AnswerPart, frozen=True, kw_only=True):
    """Files that import each other in a ring; the last one imports the first."""

    steps: tuple[CycleStep, ...]


class CyclesAnswer(Answer, frozen=True, kw_only=True):
    """The import cycles."""

    cycles: tuple[CycleEntry, ...] = ()


class ChangedSymbol(AnswerPart, frozen=True, kw_only=True):
    """A symbol that was touched.

    Attributes:
        name: Its name within the file.
        kind: Its kind.
        change: What happened to it: `body` stands for anything but its signature.
        line: Its line now; 0 if it is gone.
        signature: Its signature now, or what it was.
        earlier_signature: What it was, if that has changed.
    """

    name: str
    kind: str
    change: Literal["added", "removed", "signature", "body"]
    line: int
    signature: str
    earlier_signature: str = ""


class ChangedFile(AnswerPart, frozen=True, kw_only=True):
    """A file that has changed.

    Attributes:
        path: Its path now, or what it was if it is gone.
        change: What happened to it.
        earlier_path: What its path was before it was renamed.
        symbols: The symbols that were touched, in source order, those that are gone last.
    """

    path: str
    change: Literal["added", "modified", "deleted", "renamed"]
    earlier_path: str = ""
    symbols: tuple[ChangedSymbol, ...] = ()


class CommitEntry(AnswerPart, frozen=True, kw_only=True):
    """A commit."""

    commit: str
    date: str
    author: str
    subject: str


class ChangesAnswer(Answer, frozen=True, kw_only=True):
    """What has changed between a commit and the files as they are.

    Attributes:
        since: The hash of that commit.
        commit_count: How many commits there are since then; uncommitted changes are told as well.
        commits: The youngest of them.
        changed: The files, by path.
    """

    since: str = ""
    commit_count: int = 0
    commits: tuple[CommitEntry, ...] = ()
    changed: tuple[ChangedFile, ...] = ()


class FindingEntry(AnswerPart, frozen=True, kw_only=True):
    """Something worth knowing about a stretch of code, with the rule that says so."""

    path: str
    line: int
    end_line: int
    area: str
    rule: str
    message: str
    symbol: str
    url: str


class FindingsAnswer(Answer, frozen=True, kw_only=True):
    """What rules have found."""

    findings: tuple[FindingEntry, ...] = ()


class CommandsAnswer(Answer, frozen=True, kw_only=True):
    """The command lines that the repository shows to be right."""

    commands: tuple[CommandEntry, ...] = ()
