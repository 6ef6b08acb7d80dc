"""Answers to `overview` and `commands`: what a folder holds, and how it is worked with."""

from __future__ import annotations

from collections import Counter

import msgspec

from mkdocs_repodoc.insight.flows.entries.entry_point import OFFERED
from mkdocs_repodoc.model.inline import Phrase
from mkdocs_repodoc.pages.parts.commands.command import Command
from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in
from mkdocs_repodoc.pages.parts.orientation.key_files import key_files
from mkdocs_repodoc.paths import is_below
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, SymbolEntry
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import CommandsQuestion, OverviewQuestion
from mkdocs_repodoc.query.subjects import folder_path

_KEY_FILES = 12
_ENTRY_POINTS = 20
_PATHS = 200
_COMMANDS = 12


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


class CommandsAnswer(Answer, frozen=True, kw_only=True):
    """The command lines that the repository shows to be right."""

    commands: tuple[CommandEntry, ...] = ()


def overview(asked: AskedRepository, question: OverviewQuestion) -> OverviewAnswer:
    """Tell what a repository or a folder is."""
    path = folder_path(asked, question.path)
    repository = asked.repository
    folder = repository.folders[path]
    below = asked.insight.statistics.below(path)
    entry_points = [
        EntryPointEntry(kind=each.kind, name=each.name, symbol=asked.entry(each.symbol))
        for each in asked.insight.entry_points
        if each.kind not in OFFERED and is_below(each.symbol.path, path)
    ]
    notes = []
    if len(folder.files) > _PATHS:
        notes.append(f"Of {len(folder.files)} files directly in it, {_PATHS} are listed.")
    if len(entry_points) > _ENTRY_POINTS:
        notes.append(f"Of {len(entry_points)} entry points, {_ENTRY_POINTS} are listed.")
    commands = _commands(asked, path)
    if len(commands) > _COMMANDS:
        notes.append(f"Of {len(commands)} commands, {_COMMANDS} are listed; ask for `commands`.")
    project = repository.project
    return OverviewAnswer(
        question="overview",
        name=path or project.name or repository.name,
        summary=folder.summary,
        version="" if path else project.version,
        branch="" if path else repository.history.branch,
        file_count=folder.file_count,
        line_count=folder.line_count,
        languages=dict(folder.languages),
        roles=dict(Counter(repository.files[each].role for each in below).most_common()),
        folders=tuple(_folder(asked, each) for each in folder.folders),
        paths=tuple(_file(asked, each) for each in folder.files[:_PATHS]),
        key_files=tuple(_file(asked, each) for each in key_files(asked.context, below, _KEY_FILES)),
        entry_points=tuple(entry_points[:_ENTRY_POINTS]),
        commands=tuple(commands[:_COMMANDS]),
        note=" ".join(notes),
    )


def commands(asked: AskedRepository, question: CommandsQuestion) -> CommandsAnswer:
    """Tell how a folder is worked with."""
    found = _commands(asked, folder_path(asked, question.path))
    some = portion(found, question, asked.state)
    return CommandsAnswer(
        question="commands",
        commands=tuple(some.entries),
        total=some.total,
        next_cursor=some.next_cursor,
        note="" if found else "No file of the repository shows a command for it.",
    )


def _folder(asked: AskedRepository, path: str) -> FolderEntry:
    folder = asked.repository.folders[path]
    return FolderEntry(
        path=path, summary=folder.summary, files=folder.file_count, lines=folder.line_count
    )


def _file(asked: AskedRepository, path: str) -> FileEntry:
    file = asked.repository.files[path]
    return FileEntry(
        path=path,
        role=file.role,
        language=file.source.language,
        lines=file.outline.lines.total,
        summary=file.summary,
        dependents=len(asked.insight.statistics.needs.dependents(path)),
    )


def _commands(asked: AskedRepository, folder: str) -> list[CommandEntry]:
    return [_command(each) for each in commands_in(asked.context, folder)]


def _command(command: Command) -> CommandEntry:
    path, _, line = command.evidence.text.rpartition(":")
    shown = (path, int(line)) if path and line.isdecimal() else (command.evidence.text, 0)
    return CommandEntry(
        command=command.line,
        purpose=_words(command.purpose),
        aim=command.aim,
        path=shown[0],
        line=shown[1],
    )


def _words(phrase: Phrase) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in phrase).strip()
