"""The programs of all languages together, and those that are nobody's."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.tool_words import CommandWrapper, TaskRunner, Tools
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.languages.tools.common_tools import COMMON_TOOLS


@derived
def all_tools() -> tuple[Tools, ...]:
    """Return the programs that are nobody's, then those of each language."""
    known = dict.fromkeys(language.tools for language in LANGUAGES.values())
    return (COMMON_TOOLS, *(each for each in known if not isinstance(each, Absent)))


@derived
def package_tools() -> frozenset[str]:
    """Return the programs that install or publish packages of any language."""
    return _all(lambda tools: tools.packaging)


@derived
def checking() -> str:
    """Return a pattern of what command lines that build, test or check something begin with."""
    return any_of(_all(lambda tools: tools.checking))


@derived
def testing() -> str:
    """Return a pattern of the programs that run tests."""
    return any_of(_all(lambda tools: tools.testing))


@derived
def installing() -> str:
    """Return a pattern of the programs that bring something onto a machine."""
    return any_of(_all(lambda tools: tools.installing))


@derived
def fetching() -> str:
    """Return a pattern of what brings along what work on a project needs."""
    return any_of(_all(lambda tools: tools.fetching))


@derived
def adding() -> str:
    """Return a pattern of beginnings of command lines that install and do not say so."""
    return any_of(_all(lambda tools: tools.adding))


@derived
def asking() -> str:
    """Return a pattern of beginnings of command lines that check nothing, whatever runs them."""
    return any_of(_all(lambda tools: tools.asking))


@derived
def linting(*, english: bool) -> str:
    """Return a pattern of the programs that judge code or lay it out.

    Args:
        english: Whether those are among them whose names are words of English, too.
    """
    left_out = frozenset[str]() if english else _all(lambda tools: tools.english)
    return any_of(_all(lambda tools: tools.linting) - left_out)


@derived
def interpreting() -> re.Pattern[str]:
    """Return what matches the names of programs that run scripts."""
    return re.compile(rf"{any_of(_all(lambda tools: tools.interpreting))}$")


@derived
def running_files() -> frozenset[str]:
    """Return the programs and modules that run every file that they are given."""
    return _all(lambda tools: tools.running_files)


@derived
def wrappers() -> tuple[CommandWrapper, ...]:
    """Return the programs that run the command behind their names, the longest names first."""
    every = (wrapper for tools in all_tools() for wrapper in tools.wrapping)
    return tuple(sorted(every, key=lambda wrapper: -len(wrapper.words)))


@derived
def measuring() -> frozenset[str]:
    """Return the programs that have `run` and what an interpreter takes behind their name."""
    return _all(lambda tools: tools.measuring)


@derived
def task_runners() -> tuple[TaskRunner, ...]:
    """Return how tasks of a project are started, those first that start several."""
    every = (runner for tools in all_tools() for runner in tools.tasks)
    return tuple(sorted(every, key=lambda runner: not runner.makes_files))


def any_of(forms: frozenset[str]) -> str:
    """Return a pattern of any of some forms, the longest first; of none one that never matches."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(ordered)})" if ordered else "(?!)"


def _all(part: Callable[[Tools], frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*map(part, all_tools()))
