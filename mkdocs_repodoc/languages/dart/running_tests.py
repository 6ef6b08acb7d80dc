"""Running tests with `dart test`, or with `flutter test` in a package that needs Flutter."""

from __future__ import annotations

import shlex

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    relative_to,
    run_in,
)
from mkdocs_repodoc.model.facts import Dependency
from mkdocs_repodoc.paths import folder_of


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run in its package; a case is named with the groups around it."""
    package = repository.nearest(path, ("pubspec.yaml",))
    if not package:
        return None
    outlines = repository.outlines
    needs = {each.name for each in outlines[package].facts_of(Dependency)}
    runner = "flutter test" if "flutter" in needs else "dart test"
    file = f"{runner} {relative_to(folder_of(package), path)}"
    titles = [case.replace(" > ", " ") for case in cases_to_run(outlines[path])]
    plain = next((title for title in titles if "$" not in title and "\\" not in title), "")
    case = f"{file} --plain-name {shlex.quote(plain)}" if plain else ""
    return run_in(package, runner, file, case)
