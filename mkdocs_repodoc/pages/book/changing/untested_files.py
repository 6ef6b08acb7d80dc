"""The public files that no test leads to, as the book lists them."""

from __future__ import annotations

from mkdocs_repodoc.insight.changing.started_programs import programs
from mkdocs_repodoc.model.blocks import Block, Item, Items, Paragraph
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.text.english import count


def untested(view: BookView) -> tuple[Block, ...]:
    """Return the public files that no test leads to, those with most code first."""
    public = _public(view)
    files = view.context.repository.files
    reached = _reached(view)
    untested = [path for path in public if path not in reached]
    if not untested:
        return ()
    untested.sort(key=lambda path: (-files[path].outline.lines.code, path))
    items = [
        Item(
            (
                page_links.to_file(view.context, path),
                f": {count(files[path].outline.lines.code, 'line')} of code",
            )
        )
        for path in untested[: book_caps.BOOK_UNTESTED]
    ]
    if left := len(untested) - len(items):
        items.append(Item((f"and {count(left, 'shorter one')}",)))
    said = (
        f"Of {count(len(public), 'public source file')} with public definitions, {len(untested):,} "
    )
    said += "is" if len(untested) == 1 else "are"
    said += " named by no test, nor by anything that tests use:"
    return (Paragraph((said,)), Items(tuple(items)))


def _reached(view: BookView) -> set[str]:
    """Return the files that tests and their helpers use, and what these need or load in turn.

    Some hold cases themselves, or have tests of their name. Tests that start processes may run any
    program of the repository.
    """
    dependencies = view.context.statistics.needs.dependencies
    links = view.context.repository.links
    files = view.context.repository.files
    waiting = [path for path, tests in links.tests_of.items() if tests]
    waiting += [
        path for path, file in files.items() if file.role in TEST_ROLES or file.outline.tests
    ]
    waiting += view.context.statistics.tests_named_after
    if view.process_start is not None:
        waiting += programs(view.context.insight.entry_points)
    reached = set(waiting)
    while waiting:
        path = waiting.pop()
        named = (each.path for each in links.named.get(path, ()))
        found = {*dependencies.get(path, ()), *named} - reached
        reached |= found
        waiting += found
    return reached


def _public(view: BookView) -> list[str]:
    """Return the public modules of those languages and folders in which some are tested."""
    tests_of = view.context.repository.links.tests_of
    files = view.context.repository.files
    tested = [files[path] for path, tests in tests_of.items() if tests and path in files]
    languages = {file.source.language for file in tested}
    folders = {_top(file.path) for file in tested}
    return [
        path
        for path, file in files.items()
        if file.role in {"module", "source"}
        and file.source.language in languages
        and not any(part.startswith("_") for part in path.split("/"))
        and _top(path) in folders
        and any(symbol.public for symbol in file.outline.symbols)
    ]


def _top(path: str) -> str:
    return path.partition("/")[0]
