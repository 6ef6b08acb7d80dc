"""Tests that run what a variable holds: a command, an application, a table of functions.

To call one method of it does not run the others: `command.parse_flags()` comes to none of the
functions that the command holds, `command.execute()` may come to each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mkdocs_repodoc.insight.changing.reaching_tests import Reached
from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository

_MEMBER = re.compile(r"\s*(?:\?\.|\.|->|::)\s*(?P<name>\w+)")
"""A member of what stands in front, on the same line."""
_RUNS = re.compile(
    r"(?:_|try_?|async_?)*(?:run|exec|call|invoke|main|dispatch|serve|handle|emit|fire|trigger|apply"
    r"|process|test|get|post|put|patch|delete|listen|start|parse(?:_?async)?$)",
    re.IGNORECASE,
)
"""Methods that may come to the functions that their object holds."""


def run_by(
    repository: Repository,
    lines_of: Callable[[str], Sequence[str]],
    symbol: SymbolRef,
    reached: Sequence[Reached],
) -> Sequence[Reached]:
    """Return those of the test cases that reach a symbol which may run what it holds.

    Args:
        repository: The linked repository.
        lines_of: Path → the lines of the file.
        symbol: The symbol; what is no variable is run by whoever uses it.
        reached: The cases.
    """
    if symbol.is_file or repository.symbol(symbol).kind not in VALUES:
        return reached
    uses = repository.links.uses.of(symbol)
    idle: dict[str, list[int]] = {}
    running: dict[str, list[int]] = {}
    for use in uses:
        (running if _may_run(lines_of(use.path), use) else idle).setdefault(use.path, []).append(
            use.line
        )
    return [
        each
        for each in reached
        if _has_line(repository, each, running) or not _has_line(repository, each, idle)
    ]


def _may_run(lines: Sequence[str], use: Use) -> bool:
    """Tell whether a use may come to the functions that what it names holds."""
    text = lines[use.line - 1] if use.line <= len(lines) else ""
    behind = text.encode()[use.end_column :].decode("utf-8", "replace")
    member = _MEMBER.match(behind)
    return member is None or _RUNS.match(member["name"]) is not None


def _has_line(repository: Repository, each: Reached, lines: dict[str, list[int]]) -> bool:
    """Tell whether a case, or the helper through which it goes, has one of some lines."""
    around = each.helper or each.case
    found = lines.get(around.path, ())
    if around.is_file:
        return bool(found)
    symbol = repository.symbol(around)
    return any(symbol.line <= line <= symbol.end_line for line in found)
