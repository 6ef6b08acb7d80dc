"""Activity in a repository, and problems of its files."""

from __future__ import annotations

from mkdocs_repodoc.insight.known_files import known_file
from mkdocs_repodoc.model.blocks import (
    Block,
    Item,
    Items,
    Paragraph,
    Phrase,
    Timeline,
)
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.text.english import count

_MONTHS = 36
_RELEASES = "Release notes"
_TOLD = CODE_ROLES | TEST_ROLES | {"documentation", "example"}
"""Roles of files whose changes are changes of the software, not of what keeps it in order."""


def activity_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the commits of the last months, and the files changed last."""
    history = context.repository.history
    blocks: list[Block] = []
    if history.activity:
        months = _months(min(history.activity), max(history.activity))[-_MONTHS:]
        rows = tuple((month, history.activity.get(month, 0)) for month in months)
        blocks.append(Timeline("Commits by month", rows, "commits"))
    changes = sorted(
        ((change.date, path) for path, change in history.last_changes.items()), reverse=True
    )
    files = context.repository.files
    shown = [
        (date, path)
        for date, path in changes
        if path in files and files[path].role in _TOLD and known_file(path) != _RELEASES
    ]
    items = tuple(
        Item(
            (
                f"{date}: ",
                page_links.to_file(context, path),
                f" – {history.last_changes[path].subject}",
            )
        )
        for date, path in shown[: caps.CHANGED_LAST]
    )
    if items:
        blocks.append(Items(items, title="Changed last"))
    return tuple(blocks)


def _months(first: str, last: str) -> list[str]:
    """Return all months from one to another, as `2026-11`."""
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(begin, end + 1)]


def problem_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the files that could not be read in full, and why."""
    problems = context.statistics.problems
    if not problems:
        return ()
    files = len({path for path, _ in problems})
    said = f"{count(files, 'file')} could not be read in full; their pages show what is missing."
    if files == 1:
        said = "One file could not be read in full; its page shows what is missing."
    items = []
    for path, problem in problems[: caps.PROBLEMS]:
        link = page_links.to_file(context, path)
        line: Phrase = ()
        if problem.line:
            line = (", ", page_links.to_line(context, path, problem.line))
        items.append(Item((link, *line, f": {problem.message}")))
    if left := len(problems) - len(items):
        items.append(Item((count(left, "more problem"),)))
    return (Paragraph((said,)), Items(tuple(items), shown=caps.PROBLEMS_UNFOLDED))
