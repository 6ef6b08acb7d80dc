"""Running tests with `go test`, package by package."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    relative_to,
    run_in,
)
from mkdocs_repodoc.paths import folder_of


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run in the module that it is part of."""
    module = repository.nearest(path, ("go.mod",))
    if not module:
        return None
    folder = relative_to(folder_of(module), folder_of(path)).strip("'")
    inside = folder_of(module) != folder_of(path)
    package = f"./{folder}" if inside else "."
    tests = cases_to_run(repository.outlines[path])
    case = f"go test {package} -run '^{tests[0]}$'" if tests else ""
    return run_in(module, "go test ./...", f"go test {package}", case)
