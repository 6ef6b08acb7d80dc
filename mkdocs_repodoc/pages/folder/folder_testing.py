"""The tests of a folder, or the subjects of the tests in it."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.model.blocks import Block, Column, Inline, Paragraph, Table
from mkdocs_repodoc.model.repository import (
    CODE_ROLES,
    Folder,
    RepoFile,
)
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.testing_frameworks import frameworks_phrase
from mkdocs_repodoc.pages.parts.uses.counted_cases import counted_cases
from mkdocs_repodoc.text.english import count


def testing_blocks(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return which tests exercise a folder's files, and what its own tests exercise."""
    files = [context.repository.files[path] for path in context.statistics.below(folder.path)]
    return (*_own_tests(context, folder, files), *_tested(context, folder, files))


def _own_tests(context: PageContext, folder: Folder, files: list[RepoFile]) -> tuple[Block, ...]:
    """What the tests below the folder exercise, for a folder that holds tests."""
    tests = [file for file in files if file.role == "test"]
    if not tests or not folder.path:
        return ()
    cases = counted_cases(tests)
    said: list[Inline] = [f"{count(len(tests), 'test file')} in this folder"]
    said.append(f" with {cases}" if cases else "")
    said += frameworks_phrase(context, files)
    beside = [len(file.outline.tests) for file in files if file.role != "test"]
    if inside := list(filter(None, beside)):  # beside the code that they test
        holders = f"{count(len(inside), 'other file')} {'has' if len(inside) == 1 else 'have'}"
        said.append(f"; {holders} {count(sum(inside), 'test case')}{' more' if cases else ''}")
    blocks: list[Block] = [Paragraph((*said, "."))]
    exercised: Counter[str] = Counter()
    for file in tests:
        exercised.update(context.repository.links.tested_by.get(file.path, ()))
    if exercised:
        blocks.append(_counted(context, exercised, "Exercised file", "Test files"))
    return tuple(blocks)


def _tested(context: PageContext, folder: Folder, files: list[RepoFile]) -> tuple[Block, ...]:
    """Which tests exercise the code below the folder."""
    code = [file for file in files if file.role in CODE_ROLES and file.outline.symbols]
    tests_of = context.repository.links.tests_of
    tests: Counter[str] = Counter()
    exercised = 0
    for file in code:
        found = tests_of.get(file.path, ())
        exercised += bool(found)
        tests.update(found)
    if not tests or not code:
        return ()
    holds = f"{exercised:,} of {count(len(code), 'code file')} in this folder"
    verb = "is" if exercised == 1 else "are"
    by = count(len(tests), "test file")
    where = folder.path or "repository"
    table = _counted(context, tests, "Test file", f"Files of {where} that it exercises")
    return (Paragraph((f"{holds} {verb} exercised by {by}.",)), table)


def _counted(context: PageContext, numbers: Counter[str], title: str, amount: str) -> Table:
    shown = sorted(numbers.items(), key=lambda each: (-each[1], each[0]))[: caps.FOLDER_TESTS]
    rows = tuple(((page_links.to_file(context, path),), (f"{number:,}",)) for path, number in shown)
    left = len(numbers) - len(rows)
    caption = f"{left:,} more with fewer tests" if left else ""
    return Table((Column(title), Column(amount, numeric=True)), rows, caption=caption)
