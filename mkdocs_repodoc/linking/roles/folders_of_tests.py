"""Files in folders that are for tests of some kind, which their names alone do not tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.languages.role_evidence import Judgement
from mkdocs_repodoc.model.clues import CasesClue, FolderClue
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.paths import ancestors, folder_of, is_below, name_of

_KINDS = frozenset(
    {
        *("integration", "integration-test", "integration-tests", "integration_tests"),
        *("acceptance", "e2e", "end-to-end", "end_to_end", "functional", "regression", "smoke"),
        *("unit", "unittest", "unittests"),
    }
)
"""Names of folders that parts of software may have, too."""


def with_support(
    roles: Mapping[str, Judgement], importers: Callable[[str], Iterable[str]]
) -> dict[str, Judgement]:
    """Return roles in which code beside the tests of such a folder supports them.

    A folder of which software elsewhere imports anything is a part of that.

    Args:
        roles: Path → its role as the file alone tells it.
        importers: Returns for a path the files that import that file.
    """
    found = dict(roles)
    tests = (folder_of(path) for path, (role, _) in roles.items() if role == "test")
    folders = {folder for folder in tests if name_of(folder).lower() in _KINDS}
    for folder, inside in _inside(folders, roles).items():
        users = {user for path in inside for user in importers(path)}
        if any(not is_below(user, folder) and roles[user][0] not in TEST_ROLES for user in users):
            continue
        for path in inside:
            if found[path][0] in CODE_ROLES:
                found[path] = "test support", (FolderClue(name_of(folder)), CasesClue(0))
    return found


def _inside(folders: AbstractSet[str], paths: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the files below each of some folders."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in paths if folders else ():
        for folder in ancestors(path):
            if folder in folders:
                found[folder].append(path)
    return found
