"""Test cases that only the settings of pytest, or a plugin of it, tell to be such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import partial

from mkdocs_repodoc.model.facts import TestCollection
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of

_DEFAULTS = {
    "python_files": ("test_*.py", "*_test.py"),
    "python_classes": ("Test",),
    "python_functions": ("test",),
}
_RELAXED = "pytest_relaxed"
"""A plugin to which all is a test that no underscore hides."""
_NO_TESTS = frozenset({"conftest.py", "__init__.py", "setup.py"})
_PREPARING = re.compile(r"(?:setup|teardown)(?:_(?:method|class|module|function))?$|setUp|tearDown")
_NO_METHODS = frozenset({"staticmethod", "classmethod", "property"})
_FIXTURE = re.compile(r"(?:pytest\.)?fixture\b")


class CollectedCases:
    """What pytest takes for test cases beside what is called `test_…`.

    Args:
        files: All files of the repository.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._settings: dict[str, dict[str, Sequence[str]]] = {}
        """Folder of settings → key → values."""
        relaxed: set[str] = set()
        for source, outline in files:
            for stated in outline.facts_of(TestCollection):
                of_folder = self._settings.setdefault(folder_of(source.path), {})
                of_folder.setdefault(stated.key, stated.values)
            if any(each.module.partition(".")[0] == _RELAXED for each in outline.imports):
                relaxed.add(folder_of(source.path))
        self._relaxed = frozenset(relaxed)
        """Folders in which a file imports the plugin."""

    def of_file(self, path: str, outline: FileOutline) -> Iterator[str]:
        """Yield the cases of a file that its own lines do not tell to be such."""
        if not (self._settings or self._relaxed) or name_of(path) in _NO_TESTS:
            return
        around, settings = self._around(path)
        inside = path.removeprefix(prefix_of(around))
        if self._is_relaxed(path, around, settings):
            yield from _cases(outline, _is_shown, _is_shown)
        elif _is_looked_for(inside, settings):
            classes, functions = settings.get("python_classes"), settings.get("python_functions")
            if classes is not None or functions is not None:
                yield from _cases(
                    outline,
                    partial(_matches, classes or _DEFAULTS["python_classes"]),
                    partial(_matches, functions or _DEFAULTS["python_functions"]),
                )

    def _around(self, path: str) -> tuple[str, Mapping[str, Sequence[str]]]:
        """Return the nearest folder with settings, and these."""
        for folder in ancestors(path):
            if folder in self._settings:
                return folder, self._settings[folder]
        return "", {}

    def _is_relaxed(self, path: str, around: str, settings: Mapping[str, Sequence[str]]) -> bool:
        """Tell whether the plugin collects a file: beside its imports, or where tests are."""
        if not self._relaxed or any(part.startswith("_") for part in path.split("/")):
            return False
        folders = set(ancestors(path))
        if folders & self._relaxed - {""}:
            return True
        inside = path.removeprefix(prefix_of(around))
        uses = any(each.startswith(prefix_of(around)) for each in self._relaxed)
        return uses and _is_below(inside, settings.get("testpaths", ()))


def _is_looked_for(inside: str, settings: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether pytest collects a file, by its path from the settings."""
    patterns = settings.get("python_files", _DEFAULTS["python_files"])
    names = (name_of(inside), inside)
    named = any(fnmatchcase(name, each) for each in patterns for name in names)
    places = settings.get("testpaths")
    return named and (places is None or _is_below(inside, places))


def _is_below(inside: str, places: Sequence[str]) -> bool:
    bare = [each.removeprefix("./").rstrip("/") for each in places]
    return any(fnmatchcase(inside, f"{each}/*") or inside == each for each in bare if each != ".")


def _matches(patterns: Sequence[str], name: str) -> bool:
    """Tell whether a name begins with one of pytest's patterns, or matches one with signs."""
    return any(
        fnmatchcase(name, each) if set(each) & set("*?[") else name.startswith(each)
        for each in patterns
    )


def _is_shown(name: str) -> bool:
    return not name.startswith("_") and not _PREPARING.match(name)


def _cases(
    outline: FileOutline, is_class: Callable[[str], bool], is_function: Callable[[str], bool]
) -> Iterator[str]:
    """Yield the functions of a file, and methods of its classes, whose names a runner takes."""
    known = set(outline.tests)
    classes: set[str] = set()
    for symbol in outline.symbols:
        owner, _, short = symbol.name.rpartition(".")
        if owner and owner not in classes:
            continue
        if symbol.kind == Kind.CLASS and is_class(short):
            classes.add(symbol.name)
        elif symbol.name not in known and _is_run(symbol) and is_function(short):
            known.add(symbol.name)
            yield symbol.name


def _is_run(symbol: Symbol) -> bool:
    return symbol.kind in {Kind.FUNCTION, Kind.METHOD} and not any(
        _FIXTURE.match(each) or each in _NO_METHODS for each in symbol.decorators
    )
