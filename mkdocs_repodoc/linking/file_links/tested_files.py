"""Ties between tests and the files that they exercise: by references, and by what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from mkdocs_repodoc.languages.folder_files import package_stems
from mkdocs_repodoc.languages.testing.tested_names import tested_name
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.model.file_links import NamedFile, ResolvedImport
from mkdocs_repodoc.model.repository import TEST_ROLES, Role
from mkdocs_repodoc.paths import name_of

_NOT_TESTED: frozenset[Role] = TEST_ROLES | {"documentation", "configuration"}


def map_tests(
    roles: Mapping[str, Role],
    imports: Mapping[str, Sequence[ResolvedImport]],
    uses: Uses,
    measured: Mapping[str, Mapping[str, int]],
    named: Mapping[str, Sequence[NamedFile]] = MappingProxyType({}),
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the tests of each source file and the source files of each test, the closest first.

    A test exercises the files that define what it refers to, and those whose code it was seen to
    run. Closest is what it is named after, then what it refers to most, then what it runs most of.

    Args:
        roles: Path of each file → its part in the repository.
        imports: Resolved imports of each file.
        uses: What each file refers to.
        measured: Path of a test → path of a file → how many of its lines the test has run.
        named: Path of a file → files that it names in strings, to load them.
    """
    weights = {
        test: _weights(test, roles, _counts(test, imports, uses, named), measured.get(test, {}))
        for test, role in sorted(roles.items())
        if role == "test"
    }
    tested_by = {
        test: tuple(sorted(found, key=lambda path: (*_down(found[path]), path)))
        for test, found in weights.items()
        if found
    }
    tests_of: dict[str, list[str]] = {}
    for test, found in weights.items():
        for path in found:
            tests_of.setdefault(path, []).append(test)
    return (
        {
            path: tuple(sorted(tests, key=lambda test: (*_down(weights[test][path]), test)))
            for path, tests in sorted(tests_of.items())
        },
        tested_by,
    )


def _weights(
    test: str, roles: Mapping[str, Role], counts: Mapping[str, int], lines: Mapping[str, int]
) -> dict[str, tuple[int, int, int]]:
    """Return what ties a test to each file that it exercises: name, references, lines run."""
    return {
        path: (int(_named_after(test, path)), counts.get(path, 0), lines.get(path, 0))
        for path in (*counts, *(path for path in lines if path not in counts))
        if roles.get(path, "test") not in _NOT_TESTED
    }


def _counts(
    test: str,
    imports: Mapping[str, Sequence[ResolvedImport]],
    uses: Uses,
    named: Mapping[str, Sequence[NamedFile]],
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for symbol, count in uses.referred(test).items():
        if not symbol.is_file and symbol.path != test:
            counts[symbol.path] = counts.get(symbol.path, 0) + count
    for resolved in imports.get(test, ()):
        if resolved.path and resolved.symbol is None and resolved.path != test:
            counts[resolved.path] = counts.get(resolved.path, 0) + 1
    for each in named.get(test, ()):
        counts[each.path] = counts.get(each.path, 0) + 1
    return counts


def _down(weight: tuple[int, int, int]) -> tuple[int, int, int]:
    return -weight[0], -weight[1], -weight[2]


def _named_after(test: str, path: str) -> bool:
    """Whether `test_app.py` is named after `app.py`, or after the package `app`."""
    name = _stem(path)
    if name in package_stems():
        name = path.split("/")[-2] if "/" in path else ""
    return bool(name) and tested_name(test) == name.strip("_")


def _stem(path: str) -> str:
    name = name_of(path)
    return name.rpartition(".")[0] or name
