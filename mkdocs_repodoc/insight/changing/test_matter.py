"""Files beside the tests that tests have to do with, told from scripts that nobody runs for one."""

from __future__ import annotations

from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository


def is_of_tests(repository: Repository, file: RepoFile) -> bool:
    """Tell whether a file is one of tests, or helps them: another file of the tests refers to it.

    Args:
        repository: The linked repository.
        file: A file in a folder of tests; one of the continuous integration may lie there as well.
    """
    if file.role == "test" or file.role not in TEST_ROLES:
        return file.role == "test"
    users = repository.links.uses.users(file.path)
    return any(path != file.path and repository.files[path].role in TEST_ROLES for path in users)
