"""A file by which the tools of a language know a project: a manifest, a lock file, settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.model.records import FileOutline

Beside = Literal["", "tooling", "replaced", "added"]
TaskReader = Callable[[FileOutline], Iterator[Task]]
"""Takes the outline of a program whose functions are tasks."""


@dataclass(frozen=True, slots=True)
class ProvenCommand:
    """A command line that works because a file is there.

    Attributes:
        aim: What somebody wants who gives it.
        line: The command line.
        purpose: What it does, a clause without a full stop.
        beside: What it is in a project that is installed by another file: as good as ever,
            `tooling` that has no part in the project itself, `replaced` by installing that, or
            `added` to it: what those need who work on it.
    """

    aim: Literal["set up", "build", "lint"]
    line: str
    purpose: str
    beside: Beside = ""


def checked_by(line: str) -> tuple[ProvenCommand, ...]:
    """Return the command of a linter whose settings a file has."""
    return (ProvenCommand("lint", line, "Checks the code as the file configures it"),)


def installed_by(line: str, beside: Beside = "") -> tuple[ProvenCommand, ...]:
    """Return the command that installs what the project that a file describes needs."""
    what = "what those need who work on it" if beside == "added" else "what the project needs"
    return (ProvenCommand("set up", line, f"Installs {what}", beside),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFile:
    """A file at the top of a project that has its name so that a tool finds it.

    Attributes:
        name: As tools write it; with a folder where tools look for it there. `*` in it stands for
            whatever the project is called.
        what: What people call it, without an article; empty where its name gives it no role.
        title: In a list of files, where nothing in it says what it is for; empty if that is shown
            otherwise.
        is_apart: Whether no code imports it, so that a file of its name that is imported is none.
        is_lock: Whether a tool writes it, with the exact versions of what a manifest demands.
        rank: Where files of several languages could tell the same, the lowest rank is asked first.
        describes: Whether it has the project's own name, version and description.
        lists_needs: Whether it lists all packages that the project always needs.
        names_module: Whether it has the name by which imports know the project.
        is_package: Whether a project that has several of it is one of several packages.
        has_tasks: Whether commands for those who work on the project are defined in it.
        sessions: Reads these where they are functions of a program.
        automatic: Names of those that a tool runs by itself.
        started: Matches how the command of one begins; what a lock file says takes its place.
        starts: What starts the tasks of a project with this lock file.
        entry_keys: Keys of it that name the file which an import of the project means.
        commands: What its mere presence proves, the best proof of each aim first.
    """

    name: str
    what: str = ""
    title: str = ""
    is_apart: bool = False
    is_lock: bool = False
    rank: int = 2
    describes: bool = False
    lists_needs: bool = False
    names_module: bool = False
    is_package: bool = False
    has_tasks: bool = False
    sessions: TaskReader | None = None
    automatic: frozenset[str] = frozenset()
    started: re.Pattern[str] | None = None
    starts: str = ""
    entry_keys: frozenset[str] = frozenset()
    commands: tuple[ProvenCommand, ...] = ()

    def matches(self, name: str) -> bool:
        """Tell whether a base name, or a path where tools look in a folder, is one of its."""
        return fnmatchcase(name, self.name)


def lock_file(
    name: str,
    manager: str,
    commands: tuple[ProvenCommand, ...] = (),
    *,
    rank: int = 2,
    starts: str = "",
) -> ProjectFile:
    """Return the file in which a package manager keeps the versions that it chose."""
    return ProjectFile(
        name=name,
        what=f"lock file of {manager}",
        title=f"Lock file of {manager}",
        is_lock=True,
        rank=rank,
        starts=starts,
        commands=commands,
    )
