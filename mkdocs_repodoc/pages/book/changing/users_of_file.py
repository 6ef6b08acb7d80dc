"""The sentence on what breaks with a file: those that need it, and the tests that would show it."""

from __future__ import annotations

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_FEW = 5
"""Files of tests so few that those count, too, which name only what needs the file."""


def users_of_file(view: BookView, path: str) -> Phrase:
    """Return who depends on a file, and how many files of tests name what is in it.

    Where these are few, also how many name what depends on it: they may run it all the same.
    """
    needing = code_users(view, path)
    said: list[Phrase] = []
    if needing:
        verb = "depends on it" if len(needing) == 1 else "depend on it"
        named = [page_links.to_file(view.context, p, text=view.file_name(p)) for p in needing]
        links = some(named, most=caps.BOOK_DEPENDANTS)
        said.append((f"{count(len(needing), 'file')} {verb}: ", *links))
    if tests := _tests(view, path):
        said.append(tests)
    return (" ", *joined(said, "; "), ".") if said else ()


def code_users(view: BookView, path: str) -> list[str]:
    """Return the files of the software that depend on a file, the most important first."""
    files = view.context.repository.files
    found = view.context.statistics.dependents(path)
    return [each for each in found if each in files and files[each].role in CODE_ROLES]


def _tests(view: BookView, path: str) -> Phrase:
    tests_of = view.context.repository.links.tests_of
    tests = tests_of.get(path, ())
    own = len(view.context.repository.files[path].outline.tests)
    inside = f"{count(own, 'test case stands', 'test cases stand')} in it" if own else ""
    said: Phrase = (inside or "no file of tests names what is in it",)
    if tests:
        verb = "names" if len(tests) == 1 else "name"
        gap = ", and " if inside else ""
        said = (f"{inside}{gap}{count(len(tests), 'file')} of tests {verb} what is in it",)
    if len(tests) >= _FEW:
        return said
    further = _tests_of_users(view, path) - set(tests)
    if not further:
        return said if tests or own else ()
    verb = "" if tests or not own else "names " if len(further) == 1 else "name "
    number = count(len(further), "file of tests", "files of tests") if verb else f"{len(further):,}"
    return (*said, f", {number} {verb}what needs it, directly or not")


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
