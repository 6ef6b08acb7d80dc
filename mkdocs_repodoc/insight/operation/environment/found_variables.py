"""Environment variables that no line reads by a literal name: through functions, from copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from mkdocs_repodoc.insight.operation.environment.environment_helpers import EnvironmentHelpers
from mkdocs_repodoc.insight.operation.environment.held_environment import held_variables
from mkdocs_repodoc.insight.operation.environment.named_texts import NamedTexts
from mkdocs_repodoc.model.facts import EnvironmentUse, EnvironmentVariable
from mkdocs_repodoc.model.repository import Repository, Role


def found_variables(
    repository: Repository,
    read_text: Callable[[str], str],
    code_roles: Collection[Role],
    test_roles: Collection[Role],
) -> Iterable[tuple[str, EnvironmentVariable]]:
    """Return path and variable of the places that hand a name on, or look it up in a copy.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
        test_roles: Roles of tests and what supports them.
    """
    code = [
        file
        for file in repository.files.values()
        if file.role in code_roles and not file.source.origin
    ]
    reads = [
        (file.path, use.line) for file in code for use in file.outline.facts_of(EnvironmentUse)
    ]
    texts = NamedTexts(repository, code)
    helpers = EnvironmentHelpers(repository, read_text, test_roles, texts)
    held = held_variables(repository, read_text, code, texts)
    return dict.fromkeys((*helpers.find(reads), *held))
