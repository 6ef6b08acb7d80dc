"""Running tests with `mix test`."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    relative_to,
    run_in,
)
from mkdocs_repodoc.paths import folder_of


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run in the project that it is part of; a case is named by its line."""
    project = repository.nearest(path, ("mix.exs",))
    if not project:
        return None
    outline = repository.outlines[path]
    file = f"mix test {relative_to(folder_of(project), path)}"
    cases = frozenset(outline.tests)
    line = next((symbol.line for symbol in outline.symbols if symbol.name in cases), 0)
    return run_in(project, "mix test", file, f"{file}:{line}" if line else "")
