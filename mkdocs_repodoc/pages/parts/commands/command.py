"""A command of the repository, with what it is for and the line that proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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

_AIMS: tuple[tuple[Aim, re.Pattern[str]], ...] = (
    ("run", re.compile(r"start|run|dev|serve")),
    (
        "set up",
        re.compile(
            r"install(?:[-_:.]?(?:dev|deps?|dependencies|all))?|set[-_]?up|bootstrap|develop|deps|"
            r"dev[-_:.](?:install|setup)|sync|venv"
        ),
    ),
    ("build", re.compile(r"build|compile|dist")),
    ("test", re.compile(r"tests?|tox|py|check[-_:.]?tests?|unit[-_:.]?tests?|pytest")),
    ("lint", re.compile(r"lint(?:ing|er)?|style|pre-commit|code[-_]?style|quality")),
    (
        "docs",
        re.compile(
            r"docs?|documentation|(?:docs?[-_:.](?:build|html|serve))|"
            r"(?:(?:build|make|serve)[-_:.]docs?)|html|site"
        ),
    ),
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


def aim_of(name: str) -> Aim:
    """Return what a task is for, by the name that it has."""
    return next((aim for aim, names in _AIMS if names.fullmatch(name.lower())), "")


def evidence(context: PageContext, path: str, line: int = 0) -> PageLink:
    """Link to the line, or else the file, that shows a command."""
    if line:
        return page_links.to_line(context, path, line, text=f"{path}:{line}")
    return page_links.to_file(context, path)
