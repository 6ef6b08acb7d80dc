"""The book's chapter on testing: with what, where, and what no test refers to."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Column, Inline, Items, Paragraph, Table
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.symbol_uses import file_items
from mkdocs_repodoc.pages.parts.testing_frameworks import frameworks_phrase
from mkdocs_repodoc.text.english import count


def testing(context: PageContext) -> tuple[Block, ...]:
    """Return frameworks, test folders, what is tested most and what is not; none without tests."""
    tests = [file for file in context.repository.files.values() if file.role == "test"]
    if not tests:
        return ()
    return (
        Paragraph(_numbers(context, tests)),
        _folders(context, tests),
        *_most_tested(context),
        *_untested(context),
    )


def _numbers(context: PageContext, tests: list[RepoFile]) -> tuple[Inline, ...]:
    cases = sum(len(file.outline.tests) for file in tests)
    said: list[Inline] = [count(len(tests), "test file")]
    said.append(f" with {count(cases, 'test case')}" if cases else "")
    return (*said, *frameworks_phrase(context, context.repository.files.values()), ".")


def _folders(context: PageContext, tests: list[RepoFile]) -> Table:
    files: Counter[str] = Counter(file.folder for file in tests)
    cases: Counter[str] = Counter()
    exercised: dict[str, set[str]] = {}
    for file in tests:
        cases[file.folder] += len(file.outline.tests)
        found = context.repository.links.tested_by.get(file.path, ())
        exercised.setdefault(file.folder, set()).update(found)
    shown = sorted(files, key=lambda folder: (-files[folder], folder))[: caps.BOOK_TEST_FOLDERS]
    rows = tuple(
        (
            (page_links.to_folder(context, folder),),
            (f"{files[folder]:,}",),
            (f"{cases[folder]:,}",) if cases[folder] else (),
            (f"{len(exercised[folder]):,}",) if exercised[folder] else (),
        )
        for folder in shown
    )
    left = len(files) - len(shown)
    columns = (
        Column("Folder"),
        Column("Test files", numeric=True),
        Column("Test cases", numeric=True),
        Column("Exercised files", numeric=True),
    )
    caption = f"{count(left, 'folder')} with fewer tests left out" if left else ""
    return Table(columns, rows, caption=caption)


def _most_tested(context: PageContext) -> list[Block]:
    tests_of = context.repository.links.tests_of
    found = sorted(
        (
            (-len(tests), path)
            for path, tests in tests_of.items()
            if tests and context.repository.files[path].role in CODE_ROLES
        )
    )[: caps.BOOK_TESTED_FILES]
    if not found:
        return []
    rows = tuple(
        ((page_links.to_file(context, path),), (f"{-number:,}",)) for number, path in found
    )
    columns = (Column("Exercised by most tests"), Column("Test files", numeric=True))
    return [Table(columns, rows)]


def _untested(context: PageContext) -> list[Block]:
    """Public modules that no test refers to, in those folders where some are tested."""
    tests_of = context.repository.links.tests_of
    tested_languages = {
        context.repository.files[path].source.language
        for path, tests in tests_of.items()
        if tests and path in context.repository.files
    }
    tested_folders = {_top(path) for path, tests in tests_of.items() if tests}
    public = [
        path
        for path, file in context.repository.files.items()
        if file.role in {"module", "source"}
        and file.source.language in tested_languages
        and not any(part.startswith("_") for part in path.split("/"))
        and _top(path) in tested_folders
        and any(symbol.public for symbol in file.outline.symbols)
    ]
    untested = [path for path in public if not tests_of.get(path)]
    if not untested:
        return []
    verb, whom = ("has", "it") if len(untested) == 1 else ("have", "them")
    said = (
        f"Of {count(len(public), 'public module')}, {len(untested):,} {verb} no test that "
        f"refers to {whom}:"
    )
    items = file_items(
        context, untested, caps.BOOK_UNTESTED, lambda path: (page_links.to_file(context, path),)
    )
    return [Paragraph((said,)), Items(items, shown=caps.BOOK_UNTESTED_UNFOLDED)]


def _top(path: str) -> str:
    return path.partition("/")[0]
