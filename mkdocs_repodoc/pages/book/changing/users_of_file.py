"""The sentence on what breaks with a file: those that need it, and the tests that would show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_KINDS = (
    ("its speed", re.compile(r"(?:^|[_.-])(?:perf|performance|bench(?:mark)?s?|speed)(?=[_.-])")),
    ("random input", re.compile(r"(?:^|[_.-])(?:fuzz|property|properties)(?=[_.-])")),
    ("what runs at once", re.compile(r"(?:^|[_.-])(?:race|concurren\w+|threads?)(?=[_.-])")),
)
"""What is tested → words in the names of files of such tests."""


def users_of_file(view: BookView, path: str) -> Phrase:
    """Return who depends on a file, and how many test files name what is in it.

    Without any, how many name what depends on it: they may run it all the same.
    """
    needing = code_users(view, path)
    said: list[Phrase] = []
    if needing:
        verb = "depends on it" if len(needing) == 1 else "depend on it"
        named = [page_links.to_file(view.context, p, text=view.file_name(p)) for p in needing]
        links = some(named, most=book_caps.BOOK_DEPENDANTS)
        said.append((f"{count(len(needing), 'file')} {verb}: ", *links))
    if tests := _tests(view, path):
        said.append(tests)
    return (*joined(said, "; "), ".") if said else ()


def code_users(view: BookView, path: str) -> list[str]:
    """Return the files of the software that import a file or use its names otherwise.

    Returns:
        Those that import it first. Names may come by way of others: `use super::*`.
    """
    repository = view.context.repository
    importers = view.context.statistics.needs.dependents(path)
    users = sorted(repository.links.uses.users(path))
    return [
        each
        for each in dict.fromkeys((*importers, *users))
        if each != path and each in repository.files and repository.files[each].role in CODE_ROLES
    ]


def _tests(view: BookView, path: str) -> Phrase:
    """Return which tests name what is in a file, and how many what depends on it."""
    tests = view.context.repository.links.tests_of.get(path, ())
    own = len(view.context.repository.files[path].outline.tests)
    said: list[Phrase] = []
    if own:
        verb = "is" if own == 1 else "are"
        said.append((f"{count(own, 'test case')} {verb} in the file itself",))
    if tests:
        said.append(
            (
                f"{count(len(tests), 'test file')} {_names(len(tests))} something in it",
                *_kinds(view, tests),
            )
        )
    after = () if said else view.context.statistics.tests_named_after.get(path, ())
    if after:
        cases = sum(len(view.context.repository.files[each].outline.tests) for each in after)
        named = [page_links.to_file(view.context, p, text=view.file_name(p)) for p in after]
        verb = "is" if len(after) == 1 else "are"
        links = some(named, most=book_caps.BOOK_DEPENDANTS)
        said.append((*links, f" {verb} named after it ({count(cases, 'case')})"))
    if not said and (further := _tests_of_users(view, path)):
        more = count(len(further), "test file")
        said.append(("no test file names anything in it",))
        said.append((f"{more} {_names(len(further))} something that depends on it",))
    return joined(said, last=" and ")


def _kinds(view: BookView, tests: Sequence[str]) -> Phrase:
    """Return which files of tests, by their names, look at more than what is returned."""
    told: list[Phrase] = []
    for what, pattern in _KINDS:
        found = [path for path in tests if pattern.search(name_of(path))]
        links = [page_links.to_file(view.context, p, text=view.file_name(p)) for p in found]
        if links:
            told.append((f"{what} in ", *some(links, "file", book_caps.BOOK_DEPENDANTS)))
    return (" (", *joined(told, last=" and "), ")") if told else ()


def _names(number: int) -> str:
    return "names" if number == 1 else "name"


def _tests_of_users(view: BookView, path: str) -> set[str]:
    """Return the files of tests that name what is in a file or in any that needs it."""
    tests_of = view.context.repository.links.tests_of
    known = {path}
    waiting = [path]
    while waiting:
        found = set(code_users(view, waiting.pop())) - known
        known |= found
        waiting += sorted(found)
    return {test for each in known for test in tests_of.get(each, ())}
