"""Files beside the tests that tests have to do with, told from scripts that nobody runs for one."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.testing.test_writing import TestWriting
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


def writing_of(file: RepoFile) -> TestWriting | None:
    """Return the forms in which tests are written in the language of a file, if it has any."""
    first_test = language_named(file.source.language).first_test
    return None if isinstance(first_test, Absent) else first_test.load().writing
