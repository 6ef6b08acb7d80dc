"""The users of a file: one count for all pages."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository


class FileUsers(NamedTuple):
    """The other files that need a file or name something of it, documents left out.

    Attributes:
        others: Those that are no tests; of what is itself a test, all of them.
        tests: The tests among them and those that exercise the file, the closest first.
    """

    others: tuple[str, ...]
    tests: tuple[str, ...]


def file_users(repository: Repository, path: str) -> FileUsers:
    """Return who uses a file.

    Args:
        repository: The linked repository.
        path: The file.
    """
    links, files = repository.links, repository.files
    needing = (*links.imported_by.get(path, ()), *links.implicit_importers.get(path, ()))
    naming = (user for user in links.uses.users(path) if not files[user].outline.refers)
    every = dict.fromkeys((*(each.path for each in needing), *naming))
    every.pop(path, None)
    if files[path].role in TEST_ROLES:
        return FileUsers(tuple(every), ())
    closest = links.tests_of.get(path, ())
    tests = sorted(user for user in every if files[user].role in TEST_ROLES)
    every_test = dict.fromkeys((*closest, *tests))
    return FileUsers(tuple(user for user in every if user not in every_test), tuple(every_test))


def software_users(repository: Repository, symbol: SymbolRef) -> int:
    """Return how many of the users of its file use a symbol, tests apart.

    Args:
        repository: The linked repository.
        symbol: A symbol.
    """
    users = file_users(repository, symbol.path).others
    return len(set(repository.links.uses.files(symbol)).intersection(users))
