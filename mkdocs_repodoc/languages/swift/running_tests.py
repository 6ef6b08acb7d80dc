"""Running tests with `swift test`."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import RunOfTests, TestedRepository, run_in


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run in the package that it is part of."""
    package = repository.nearest(path, ("Package.swift",))
    cases = repository.outlines[path].tests
    owner, _, method = (cases[0] if cases else "").partition(".")
    if not package or not method:
        return None
    file = f"swift test --filter {owner}"
    return run_in(package, "swift test", file, f"{file}/{method}")
