"""A command of the repository, with what it is for and the line that proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.common_tools import HOOKS_PROGRAM
from mkdocs_repodoc.model.blocks import PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links

Aim = Literal[
    "",
    "run",
    "set up",
    "build",
    "test",
    "test file",
    "test package",
    "one test",
    "lint",
    "docs",
    "ci",
]
"""What somebody wants who gives a command; empty for whatever else."""

_FOR_TESTS = re.compile(
    r"install[-_:.]tests?(?:[-_:.]\w+)?|tests?[-_:.](?:install|deps|requirements|set[-_]?up)"
)
"""Names of tasks that install what tests need beside what is worked on."""
_SETS_UP = (
    r"install(?:[-_:.]?(?:dev|deps?|dependencies|all))?|set[-_]?up|bootstrap|develop|deps|"
    r"dev[-_:.](?:install|setup)|sync|venv"
)
_DOCUMENTS = (
    r"docs?|documentation|(?:docs?[-_:.](?:build|html|serve))|"
    r"(?:(?:build|make|serve)[-_:.]docs?)|html|site"
)
_AIMS: tuple[tuple[Aim, str], ...] = (
    ("run", r"start|run|dev|serve"),
    ("set up", _SETS_UP),
    ("build", r"build|compile|dist"),
    ("test", r"tests?|py|check[-_:.]?tests?|unit[-_:.]?tests?"),
    ("lint", rf"lint(?:ing|er)?|style|{HOOKS_PROGRAM}|code[-_]?style|quality"),
    ("docs", _DOCUMENTS),
)
"""Aim → names that tasks with this aim have."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, what it is for, and where that stands."""

    line: str
    purpose: Phrase
    evidence: PageLink
    aim: Aim = ""
    is_partial: bool = False
    """Whether something else has to be run as well, which it does not tell."""
    lacks: Phrase = ()
    """Which tests it leaves out, for behind its line."""
    of: str = ""
    """Which of several sets of tests it runs; empty where there are no others."""

    def without_aim(self) -> Command:
        """Return the same command as one of the others."""
        return replace(self, aim="")


@derived
def _aims() -> tuple[tuple[Aim, re.Pattern[str]], ...]:
    """Return the aims with what matches the names of their tasks; a program's name is one, too."""
    programs = {"test": known_tools.testing()}
    return tuple(
        (aim, re.compile("|".join((names, programs[aim])) if aim in programs else names))
        for aim, names in _AIMS
    )


def is_for_tests(name: str) -> bool:
    """Tell whether a task installs what only tests need, by the name that it has."""
    return _FOR_TESTS.fullmatch(name.lower()) is not None


def aim_of(name: str) -> Aim:
    """Return what a task is for, by the name that it has."""
    return next((aim for aim, names in _aims() if names.fullmatch(name.lower())), "")


def evidence(context: PageContext, path: str, line: int = 0) -> PageLink:
    """Link to the line, or else the file, that shows a command."""
    if line:
        return page_links.to_line(context, path, line, text=f"{path}:{line}")
    return page_links.to_file(context, path)
