"""How linked repositories are configured and fail, as their pages have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from mkdocs_repodoc.insight.operation.configuration import ConfigurationFinder
from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.named_values import LastNames
from mkdocs_repodoc.insight.operation.failures import FailureFinder, Failures
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.insight.operation.statuses.status_groups import GroupedStatuses
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, Repository


def configuration(
    repository: Repository, aside: Collection[str] = (), *, installed: Collection[str] = ()
) -> Configuration:
    """Return what all files of a repository let one configure."""
    code = [each for each in repository.files.values() if each.role in CODE_ROLES]
    finder = ConfigurationFinder(
        repository, LastNames(code), aside, CODE_ROLES, TEST_ROLES, installed=installed
    )
    return finder.of(repository.files)


def failures(
    repository: Repository,
    paths: Iterable[str],
    aside: Collection[str] = (),
    returned: Mapping[Exit, tuple[Exit, ...]] | None = None,
    grouped: GroupedStatuses | None = None,
) -> Failures:
    """Return how some files of a repository fail."""
    known = returned or {}
    groups = grouped or GroupedStatuses()
    return FailureFinder(repository, aside, CODE_ROLES, returned=known, grouped=groups).of(paths)
