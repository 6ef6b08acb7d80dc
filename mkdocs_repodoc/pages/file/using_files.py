"""The other files that use a file: those that import it or name something of it, tests apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.insight.file_users import file_users
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Items, Phrase
from mkdocs_repodoc.pages.file.symbol_coverage import lines_run
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.uses.use_files import file_items
from mkdocs_repodoc.text.english import count


@dataclass(slots=True)
class Users:
    """Who uses one file.

    Attributes:
        lines: Path of each user → lines on which it imports the file; none if it does not.
        names: Path of each user → positions of the symbols that it uses, each once.
        others: Users that are no tests, the ones that use most first.
        tests: The tests among them and those that exercise the file, the closest first.
    """

    lines: dict[str, dict[int, None]] = field(default_factory=dict)
    names: dict[str, dict[int, None]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)


def users_of(view: FileView) -> Users:
    """Return who uses a file; of what is itself a test, each user is one like any other."""
    found = Users()
    links = view.context.repository.links
    for importer in links.imported_by.get(view.path, ()):
        found.lines.setdefault(importer.path, {})[importer.line] = None
    for position, uses in enumerate(view.uses):
        for group in (uses.code, uses.raised, uses.caught, uses.tests):
            for path in group:
                if path != view.path:
                    found.names.setdefault(path, {})[position] = None
    users = file_users(view.context.repository, view.path)
    found.tests, found.others = list(users.tests), list(users.others)
    found.others.sort(key=lambda path: (-len(found.names.get(path, ())), path))
    return found


def user_lists(view: FileView, users: Users) -> list[Items]:
    """Return the list of files that use the file, each with the names that it uses."""
    if not users.others:
        return []

    def said(path: str) -> Phrase:
        return (*_importer(view, path, list(users.lines.get(path, ()))), *_names(view, users, path))

    words = language_named(view.file.source.language).imports
    participle = "Used" if any(map(users.names.get, users.others)) else words.participle
    items = file_items(view.context, users.others, caps.FILE_USERS, said)
    title = f"{participle} by {count(len(users.others), 'file')}"
    return [Items(items, shown=caps.FILE_USERS_UNFOLDED, title=title)]


def test_lists(view: FileView, users: Users) -> list[Items]:
    """Return the list of tests that exercise the file, with what they use of it."""
    if not users.tests:
        return []
    context = view.context

    def said(path: str) -> Phrase:
        named = _names(view, users, path)
        return (page_links.to_file(context, path), *named, *lines_run(context, path, view.path))

    items = file_items(context, users.tests, caps.FILE_TESTS, said)
    title = f"Exercised by {count(len(users.tests), 'test file')}"
    return [Items(items, shown=caps.FILE_TESTS_UNFOLDED, title=title)]


def _importer(view: FileView, path: str, lines: Sequence[int]) -> Phrase:
    link = page_links.to_file(view.context, path)
    if not lines:
        return (link,)
    links = [page_links.to_line(view.context, path, line) for line in lines[: caps.IMPORT_LINES]]
    return (link, ", ", *capped(links, len(lines) - caps.IMPORT_LINES))


def _names(view: FileView, users: Users, path: str) -> Phrase:
    names = list(users.names.get(path, ()))
    if not names:
        return ()
    shown = [view.symbol(position) for position in names[: caps.TESTED_NAMES]]
    return (" uses ", *capped(shown, len(names) - len(shown)))
