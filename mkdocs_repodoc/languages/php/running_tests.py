"""Running tests with PHPUnit, as its settings say."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    relative_to,
    run_in,
)
from mkdocs_repodoc.paths import folder_of

_SETTINGS = ("phpunit.xml", "phpunit.xml.dist", "phpunit.dist.xml")


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run by the program that Composer installs beside the settings."""
    settings = repository.nearest(path, _SETTINGS)
    if not settings:
        return None
    program = "vendor/bin/phpunit"
    file = f"{program} {relative_to(folder_of(settings), path)}"
    cases = repository.outlines[path].tests
    name = cases[0].rpartition("::")[2] if cases else ""
    return run_in(settings, program, file, f"{file} --filter {name}" if name else "")
