"""Statuses that functions return or variables hold, where the program ends with their value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit, ReturnedStatuses
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.repository import Repository, Role


def returned_statuses(
    repository: Repository, read_text: Callable[[str], str], code_roles: Collection[Role]
) -> Mapping[Exit, tuple[Exit, ...]]:
    """Return how the software ends by an expression → the exits with numbers that this stands for.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
    """
    finder = ReturnedStatuses(repository, read_text, code_roles)
    return {
        (file.path, each): known
        for file in repository.files.values()
        if file.role in code_roles and not file.source.origin
        for each in file.outline.facts_of(ExitStatus)
        if not each.status.lstrip("-").isdigit()
        if (known := finder.of(file.path, each)) is not None
    }
