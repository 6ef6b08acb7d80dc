"""Running tests with pytest, or with unittest where nothing speaks of pytest."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatch

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    from_folder,
)
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

_PYTEST_FILES = ("pytest.ini", "pytest.toml", ".pytest.ini")
_PYTEST_TABLES = {
    "pyproject.toml": "tool.pytest",
    "setup.cfg": "tool:pytest",
    "tox.ini": "pytest",
}
_PYTEST_PATTERNS = ("test_*.py", "*_test.py")
"""What pytest collects unless it is told otherwise."""
_UNITTEST_FILES = "test*.py"
"""What unittest discovers unless it is told otherwise."""
_NAMES = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a Python test is run.

    One of unittest that pytest would not look for, and that starts itself, is run as it says.
    """
    outline = repository.outlines[path]
    quoted = shlex.quote(path)
    case = next(iter(cases_to_run(outline)), "")
    line = _imported(outline, "unittest")
    evidence = _pytest(repository, path, outline)
    if evidence and (
        _is_collected(repository, path, evidence[0]) or not (line and outline.main_line)
    ):
        return _with_pytest(repository, path, case, *evidence)
    everything = ""
    folder = folder_of(path)
    if line and _all_discovered(repository, folder):
        where = f" discover -s {shlex.quote(folder)} -t ." if folder else ""
        everything = f"python -m unittest{where}"
    if started := outline.main_line:
        file = f"python {quoted}"
        one = f"{file} {case}" if line and case else ""
        return RunOfTests(everything, file, one, path, started)
    module = path.removesuffix(".py").replace("/", ".")
    if not line or not _NAMES.fullmatch(module):
        return None
    one = f"python -m unittest {module}.{case}" if case else ""
    return RunOfTests(everything, f"python -m unittest {quoted}", one, path, line)


def _all_discovered(repository: TestedRepository, folder: str) -> bool:
    """Whether unittest looks into each file of a folder that has test cases."""
    return all(
        fnmatch(name_of(path), _UNITTEST_FILES)
        for path in repository.files_in(folder)
        if repository.outlines[path].tests
    )


def _with_pytest(
    repository: TestedRepository, path: str, case: str, evidence: str, line: int
) -> RunOfTests:
    """Return what runs a file with pytest, in the folder of the project that sets it up.

    There a package beside the settings can be imported without being installed.
    """
    is_set_up = name_of(evidence) in (*_PYTEST_FILES, *_PYTEST_TABLES)
    folder = folder_of(evidence) if is_set_up else ""
    inside = path.removeprefix(prefix_of(folder))
    everything = from_folder(folder, "python -m pytest")
    file = f"{everything} {shlex.quote(inside)}"
    one = f"{everything} {shlex.quote('::'.join([inside, *case.split('.')]))}" if case else ""
    if not _is_collected(repository, path, evidence):
        everything = ""
    return RunOfTests(everything, file, one, evidence, line, takes_folder=not folder)


def _is_collected(repository: TestedRepository, path: str, evidence: str) -> bool:
    """Whether pytest looks into a file on its own; settings may name other patterns."""
    if any(fnmatch(name_of(path), pattern) for pattern in _PYTEST_PATTERNS):
        return True
    settings = repository.outlines[evidence].symbols
    return any(symbol.name.rpartition(".")[2] == "python_files" for symbol in settings)


def _pytest(
    repository: TestedRepository, path: str, outline: FileOutline
) -> tuple[str, int] | None:
    """Return what shows that pytest runs a file: its settings, an import, or its fixtures."""
    for folder in ancestors(path):
        for name in _PYTEST_FILES:
            if (found := prefix_of(folder) + name) in repository.outlines:
                return found, 0
        for name, table in _PYTEST_TABLES.items():
            found = prefix_of(folder) + name
            for symbol in (
                repository.outlines[found].symbols if found in repository.outlines else ()
            ):
                if symbol.name == table or symbol.name.startswith(f"{table}."):
                    return found, symbol.line
    if line := _imported(outline, "pytest"):
        return path, line
    found = repository.nearest(path, ("conftest.py",))
    return (found, 0) if found else None


def _imported(outline: FileOutline, package: str) -> int:
    """Return the line on which a file imports a package; 0 if it does not."""
    for imported in outline.imports:
        if not imported.level and imported.module.partition(".")[0] == package:
            return imported.line
    return 0
