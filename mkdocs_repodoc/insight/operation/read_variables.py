"""The environment variables that files read, those that only tests read apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.repository import RepoFile, Role

Reads = dict[str, list[tuple[str, EnvironmentVariable]]]
"""Name of a variable → path and variable of each place that reads it."""


def read_variables(
    files: Sequence[RepoFile],
    test_roles: frozenset[Role],
    helped: Iterable[tuple[str, EnvironmentVariable]],
) -> tuple[Reads, dict[str, tuple[str, int]]]:
    """Return the environment variables that files read.

    Args:
        files: The files.
        test_roles: Roles of tests and what supports them.
        helped: Path and variable of the places that hand a name to a function which reads it.

    Returns:
        The variables with the places that read them, and those that only tests read, each with
        path and line of the first that does.
    """
    variables: Reads = defaultdict(list)
    tests: dict[str, tuple[str, int]] = {}
    for file in files:
        is_tested = is_tested_by(file)
        for variable in file.outline.facts_of(EnvironmentVariable):
            if file.role in test_roles or is_tested(variable.line):
                tests.setdefault(variable.name, (file.path, variable.line))
            else:
                variables[variable.name].append((file.path, variable))
    known = {file.path for file in files}
    for path, variable in helped:
        if path in known:
            variables[variable.name].append((path, variable))
    of_tests = sorted(tests.items())
    return variables, {name: line for name, line in of_tests if name not in variables}
