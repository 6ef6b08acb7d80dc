"""Packages and compiler configurations of the repository, as they name modules."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_repodoc.model.facts import ModuleNames, ProjectMetadata
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of

_CONFIGURATIONS = ("tsconfig.json", "jsconfig.json")
_MOST_EXTENDED = 10
"""Configurations that one may rest on, one on the other."""


class Package(NamedTuple):
    """A folder with a `package.json`."""

    folder: str
    name: str
    modules: Mapping[str, Any]
    """Its `exports`, `imports` and entries, as they stand there."""


class Pattern(NamedTuple):
    """One of a configuration's `paths`: `@/*` → `src/*`."""

    prefix: str
    suffix: str
    is_wild: bool
    targets: tuple[str, ...]
    """From the repository's top."""


class ProjectFiles:
    """The packages and configurations of a repository, found by the folder that they apply to.

    Args:
        files: All files with their outlines.

    Attributes:
        packages: Folder → the package there.
        by_name: Name → the package that is called so; the one with the shortest path of several.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.packages: dict[str, Package] = {}
        self._options: dict[str, Mapping[str, Any]] = {}
        for source, outline in files:
            folder, _, name = source.path.rpartition("/")
            if name == "package.json":
                known = next(outline.facts_of(ProjectMetadata), ProjectMetadata())
                self.packages[folder] = Package(folder, known.name, _said(outline, "package"))
            elif name in _CONFIGURATIONS or any(
                fact.tool == "compiler" for fact in outline.facts_of(ModuleNames)
            ):
                self._options[source.path] = _said(outline, "compiler")
        self.by_name: dict[str, Package] = {}
        for package in sorted(self.packages.values(), key=lambda each: len(each.folder)):
            if package.name:
                self.by_name.setdefault(package.name, package)
        self._package_of: dict[str, Package | None] = {}
        self._patterns: dict[str, tuple[tuple[Pattern, ...], tuple[str, ...]]] = {}

    def evidence(self) -> Iterator[tuple[object, ...]]:
        """Yield all that answers depend on, for a digest."""
        for package in self.packages.values():
            yield package.folder, package.name, json.dumps(package.modules)
        for path, options in self._options.items():
            yield path, json.dumps(options)

    def package_of(self, folder: str) -> Package | None:
        """Return the package that a folder belongs to."""
        if folder not in self._package_of:
            found = self.packages.get(folder)
            if found is None and folder:
                found = self.package_of(folder_of(folder))
            self._package_of[folder] = found
        return self._package_of[folder]

    def patterns(self, folder: str) -> tuple[tuple[Pattern, ...], tuple[str, ...]]:
        """Return the `paths` that apply in a folder, the longest first, and the base folders."""
        if folder not in self._patterns:
            self._patterns[folder] = self._find_patterns(folder)
        return self._patterns[folder]

    def _find_patterns(self, folder: str) -> tuple[tuple[Pattern, ...], tuple[str, ...]]:
        for name in _CONFIGURATIONS:
            path = posixpath.join(folder, name)
            if path in self._options:
                patterns, bases = self._of(path, 0)
                for reference in _listed(self._options[path].get("references")):
                    more, further = self._of(self._named(path, _text(reference, "path")), 0)
                    patterns, bases = [*patterns, *more], [*bases, *further]
                patterns.sort(key=lambda each: -len(each.prefix))
                return tuple(patterns), tuple(dict.fromkeys(bases))
        return self.patterns(folder_of(folder)) if folder else ((), ())

    def _of(self, path: str, depth: int) -> tuple[list[Pattern], list[str]]:
        """Return the patterns and base folders of one configuration and what it extends."""
        options = self._options.get(path)
        if options is None or depth > _MOST_EXTENDED:
            return [], []
        folder = folder_of(path)
        base = options.get("baseUrl")
        start = joined(folder, base) if isinstance(base, str) else folder
        paths = options.get("paths")
        bases = [start] if isinstance(base, str) else []
        if isinstance(paths, dict):
            return list(_read_patterns(paths, start)), bases
        extended = options.get("extends")
        patterns: list[Pattern] = []
        for one in [extended] if isinstance(extended, str) else _listed(extended):
            if isinstance(one, str) and one.startswith("."):
                more, further = self._of(self._named(path, one), depth + 1)
                patterns, bases = [*patterns, *more], bases or further
        return patterns, bases

    def _named(self, path: str, named: str) -> str:
        """Return the configuration that another names by a path."""
        found = joined(folder_of(path), named)
        candidates = (found, f"{found}.json", posixpath.join(found, "tsconfig.json"))
        return next((each for each in candidates if each in self._options), "")


def joined(folder: str, path: str) -> str:
    """Return a path that is named from a folder as one from the repository's top."""
    found = posixpath.normpath(posixpath.join(folder, path))
    return "" if found == "." else found


def _read_patterns(paths: Mapping[str, Any], start: str) -> Iterator[Pattern]:
    for written, targets in paths.items():
        prefix, star, suffix = written.partition("*")
        found = (joined(start, target) for target in _listed(targets) if isinstance(target, str))
        yield Pattern(prefix, suffix, bool(star), tuple(found))


def _said(outline: FileOutline, tool: str) -> Mapping[str, Any]:
    return {
        key: json.loads(value)
        for fact in outline.facts_of(ModuleNames)
        if fact.tool == tool
        for key, value in fact.entries
    }


def _listed(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _text(value: object, key: str) -> str:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
