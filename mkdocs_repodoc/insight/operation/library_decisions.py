"""Decisions of libraries: their rules, and the code that leaves it to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.library_convention import LibraryConvention
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import ConventionTopic, LibraryUse
from mkdocs_repodoc.model.kinds import GLOBALS
from mkdocs_repodoc.model.repository import Repository, Role

_CALLED = re.compile(r"[\w.:]*?(\w+)\(")


class Decision(NamedTuple):
    """A rule of a library, and what shows the library at work."""

    rule: LibraryConvention
    uses: Sequence[tuple[str, LibraryUse]]
    """Path and expression, in the order of the paths and then of the lines."""


def library_decisions(
    repository: Repository,
    paths: Iterable[str],
    topic: ConventionTopic,
    code_roles: frozenset[Role],
) -> tuple[Decision, ...]:
    """Return what libraries decide for some files, in the order in which the paths show them.

    Args:
        repository: The linked repository.
        paths: The files, those that a reader should meet first in front.
        topic: What is decided.
        code_roles: Roles of the files that make up the software itself.
    """
    rules: dict[tuple[str, str], LibraryConvention] = {}
    uses: dict[tuple[str, str], list[tuple[str, LibraryUse]]] = {}
    for path in paths:
        file = repository.files[path]
        if file.role not in code_roles or file.role == "stub" or file.source.origin:
            continue
        is_tested = is_tested_by(file)
        for use in file.outline.facts_of(LibraryUse):
            if (
                use.topic == topic
                and not is_tested(use.line)
                and not _is_own(repository, path, use)
            ):
                key = file.source.language, use.library
                rule = rules.get(key) or _rule(use, file.source.language)
                if rule is not None:
                    rules[key] = rule
                    uses.setdefault((rule.library, rule.says), []).append((path, use))
    by_rule = {(rule.library, rule.says): rule for rule in rules.values()}
    return tuple(Decision(by_rule[key], found) for key, found in uses.items())


def _is_own(repository: Repository, path: str, use: LibraryUse) -> bool:
    """Tell whether an expression calls a function of the repository, as in a library itself.

    A variable may hold what the library has made: `const defu = createDefu(…)`.
    """
    called = _CALLED.match(use.call)
    return called is not None and any(
        site.line == use.line
        and repository.symbol(site.callee).name.rpartition(".")[2] == called[1]
        for site in repository.links.uses.calls(path)
        if not site.callee.is_file and repository.symbol(site.callee).kind not in GLOBALS
    )


def _rule(use: LibraryUse, language: str) -> LibraryConvention | None:
    rules = language_named(language).library_conventions
    found = () if isinstance(rules, Absent) else rules.load()
    return next(
        (rule for rule in found if (rule.topic, rule.library) == (use.topic, use.library)), None
    )
