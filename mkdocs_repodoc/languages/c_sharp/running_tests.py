"""Running tests with `dotnet test`."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    relative_to,
)
from mkdocs_repodoc.paths import ancestors


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run in the project around it, by the full name of its class."""
    cases = cases_to_run(repository.outlines[path])
    for folder in ancestors(path):
        projects = [each for each in repository.files_in(folder) if each.endswith(".csproj")]
        if projects and cases:
            everything = f"dotnet test {relative_to('', projects[0])}"
            owner = cases[0].rpartition(".")[0]
            file = f"{everything} --filter 'FullyQualifiedName~{owner}.'"
            case = f"{everything} --filter 'FullyQualifiedName={cases[0]}'"
            return RunOfTests(everything, file, case, projects[0])
    return None
