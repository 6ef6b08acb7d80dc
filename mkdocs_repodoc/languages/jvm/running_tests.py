"""Running tests of the languages of the Java machine with Maven or Gradle."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    run_in,
)
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of

_MAVEN = ("pom.xml",)
_GRADLE = ("build.gradle", "build.gradle.kts")
_GRADLE_ROOT = ("settings.gradle", "settings.gradle.kts")
_INTEGRATION = re.compile(r"\w+IT(?:Case)?")
"""Names of classes of tests that the phase of unit tests leaves out."""
_SOURCES = re.compile(r"(?:^|/)src/[^/]+/(?:java|kotlin|scala|groovy)/(.+)$")


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run by the build file nearest to it, with the wrapper beside that.

    Cases of an abstract class run in the classes that inherit them.
    """
    build = repository.nearest(path, (*_GRADLE, *_MAVEN))
    outline = repository.outlines[path]
    abstract = {symbol.name for symbol in outline.symbols if "abstract" in symbol.labels}
    cases = [case for case in cases_to_run(outline) if case.partition(".")[0] not in abstract]
    if outline.tests and not cases:
        return None
    owner, _, method = (cases[0] if cases else "").partition(".")
    file_class = name_of(path).partition(".")[0]
    tested = owner or file_class
    if name_of(build) in _MAVEN:
        program = "./mvnw" if _has(repository, folder_of(build), "mvnw") else "mvn"
        if _INTEGRATION.fullmatch(tested):
            file = f"{program} verify -Dit.test={tested}"
            case = f"{program} verify -Dit.test='{tested}#{method}'" if method else ""
            return run_in(build, f"{program} verify", file, case)
        file = f"{program} test -Dtest={tested}"
        case = f"{program} test -Dtest='{tested}#{method}'" if method else ""
        return run_in(build, f"{program} test", file, case)
    if not build:
        return None
    root = repository.nearest(path, _GRADLE_ROOT) or build
    module = folder_of(build).removeprefix(prefix_of(folder_of(root)))
    is_part = folder_of(build) != folder_of(root)
    task = f":{module.replace('/', ':')}:test" if is_part else "test"
    program = "./gradlew" if _has(repository, folder_of(root), "gradlew") else "gradle"
    matched = _SOURCES.search(path)
    package = folder_of(matched[1]).replace("/", ".") if matched else ""
    tests = f"{package}.{tested}" if package else f"*{tested}"
    file = f"{program} {task} --tests '{tests}'"
    case = f"{program} {task} --tests '{tests}.{method}'" if method else ""
    return run_in(root, f"{program} test", file, case)


def _has(repository: TestedRepository, folder: str, name: str) -> bool:
    return prefix_of(folder) + name in repository.outlines
