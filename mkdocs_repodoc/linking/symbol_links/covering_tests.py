"""Tests that have run each symbol, from what coverage.py has measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.model.kinds import WITH_BODY
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.measured_coverage import (
    Coverage,
    CoveringTests,
    LineContexts,
)
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import (
    TEST_ROLES,
    RepoFile,
)

_PHASES = {"", "run"}
"""Set-up and clean-up of a shared fixture fall into the time of a test that has nothing to do with
what they run."""
_KEPT = 60
"""Tests that are kept for one symbol; what nearly all tests run tells little about any."""


def map_coverage(measured: LineContexts, files: Mapping[str, RepoFile]) -> Coverage:
    """Turn contexts and lines into tests and symbols.

    Args:
        measured: Which context has run which lines of function bodies.
        files: The documented files.
    """
    contexts = _Contexts(files)
    runners: dict[SymbolRef, dict[SymbolRef, None]] = {}
    breadths: dict[SymbolRef, int] = {}
    lines_of_case: dict[SymbolRef, dict[str, set[int]]] = {}
    for path, by_context in measured.items():
        if path not in files or files[path].role in TEST_ROLES:
            continue
        owners = _owners(files[path])
        for context, lines in by_context.items():
            case = contexts.case(context)
            if case is None:
                continue
            lines_of_case.setdefault(case, {}).setdefault(path, set()).update(lines)
            for position in dict.fromkeys(owners[line] for line in lines if line in owners):
                tests = runners.setdefault(SymbolRef(path, position), {})
                breadths[case] = breadths.get(case, 0) + (case not in tests)
                tests[case] = None
    lines_of_file: dict[str, dict[str, set[int]]] = {}
    for case, by_path in lines_of_case.items():
        for path, ran in by_path.items():
            lines_of_file.setdefault(case.path, {}).setdefault(path, set()).update(ran)
    return Coverage(
        covered_by={
            symbol: CoveringTests(
                tuple(sorted(tests, key=lambda case: (breadths[case], case))[:_KEPT]), len(tests)
            )
            for symbol, tests in sorted(runners.items())
        },
        covers={case: _counted(found) for case, found in sorted(lines_of_case.items())},
        lines={test: _counted(found) for test, found in sorted(lines_of_file.items())},
    )


def _counted(found: Mapping[str, set[int]]) -> dict[str, int]:
    """Count the lines of each file, most first."""
    order = sorted(found, key=lambda path: (-len(found[path]), path))
    return {path: len(found[path]) for path in order}


def _owners(file: RepoFile) -> dict[int, int]:
    """Return the innermost function around each line, by its position."""
    owners: dict[int, int] = {}
    for position, symbol in enumerate(file.outline.symbols):  # what is inside comes later
        if symbol.kind in WITH_BODY:
            owners.update(dict.fromkeys(range(symbol.line, symbol.end_line + 1), position))
    return owners


class _Contexts:
    """Finds the test that a context of the measurement stands for."""

    def __init__(self, files: Mapping[str, RepoFile]) -> None:
        self._files = files
        self._by_path: dict[str, set[str]] = {}
        self._by_module: dict[str, set[str]] = {}
        self._positions: dict[str, dict[str, int]] = {}
        self._known: dict[str, SymbolRef | None] = {}
        for path, file in files.items():
            if file.role == "test":
                for end in _ends(path, "/"):
                    self._by_path.setdefault(end, set()).add(path)
                # A test may be imported by any of these, depending on how it was started.
                for end in _ends(path.rpartition(".")[0].replace("/", "."), "."):
                    self._by_module.setdefault(end, set()).add(path)

    def case(self, context: str) -> SymbolRef | None:
        """Return the test case of a context, or its file where the case is not written there.

        Understands what pytest-cov writes (`tests/test_app.py::TestApp::test_run[1]|run`) and what
        coverage.py's own `dynamic_context = test_function` does (`test_app.TestApp.test_run`).
        """
        name, _, phase = context.partition("[")[0].partition("|")
        if "[" in context:
            phase = context.rpartition("]")[2].lstrip("|")
        if phase not in _PHASES:
            return None
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> SymbolRef | None:
        if "::" in name:
            path, *parts = name.split("::")
            return self._case(self._by_path.get(path), ".".join(parts))
        parts = name.split(".")
        for end in range(len(parts) - 1, 0, -1):
            if found := self._by_module.get(".".join(parts[:end])):
                return self._case(found, ".".join(parts[end:]))
        return None

    def _case(self, paths: set[str] | None, symbol: str) -> SymbolRef | None:
        if paths is None or len(paths) != 1:
            return None
        (path,) = paths
        if path not in self._positions:
            symbols = self._files[path].outline.symbols
            self._positions[path] = {each.name: index for index, each in enumerate(symbols)}
        return SymbolRef(path, self._positions[path].get(symbol, FILE_SCOPE))


def _ends(name: str, separator: str) -> Iterator[str]:
    """Yield a path or dotted name, and what is left of it without the parts in front."""
    while name:
        yield name
        name = name.partition(separator)[2]
