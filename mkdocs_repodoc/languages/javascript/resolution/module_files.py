"""From a module's name to its file: relative paths, aliases of configurations, packages.

Packages of the repository mostly name what a build will have made (`dist/index.js`). Where that
is not tracked, or known to be compiled, the source that it is made of is found in the folders where
sources lie. Where a declaration file stands beside the implementation, a script takes the latter,
which it runs, and TypeScript the former.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.languages.javascript.resolution.project_files import (
    Package,
    ProjectFiles,
    joined,
)
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, prefix_of

_TYPESCRIPT = (".ts", ".tsx", ".d.ts", ".mts", ".cts")
_JAVASCRIPT = (".js", ".jsx", ".mjs", ".cjs")
_OTHERS = (".json", ".vue", ".svelte")
_MADE_OF = {
    "js": (".ts", ".tsx", ".d.ts", ".jsx"),
    "jsx": (".tsx", ".ts"),
    "mjs": (".mts", ".d.mts", ".ts"),
    "cjs": (".cts", ".d.cts", ".ts"),
}
_BUILT = frozenset(("dist", "lib", "build", "out", "output", "es", "esm", "cjs", "umd", "types"))
_SOURCES = ("src", "source", "lib", "")
_ENTRIES = ("source", "types", "typings", "module", "main")
_RUN = ("source", "module", "main")
"""The entries of a package that a script runs, where TypeScript reads its types."""
_SUFFIXES = (".d.mts", ".d.cts", ".d.ts", ".mjs", ".cjs", ".jsx", ".js", ".tsx", ".ts")


class Modules:
    """The modules of a repository.

    Args:
        files: All files with their outlines.

    Attributes:
        project: Packages and configurations.
        paths: All files.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.paths = frozenset(source.path for source, _ in files)
        self._compiled = frozenset(one.path for one, _ in files if one.origin == "compiled")
        self.project = ProjectFiles(files)
        self._found: dict[tuple[str, str], str] = {}
        self._entries: dict[str, tuple[str, str]] = {}

    def find(self, importer: str, named: str) -> str:
        """Return the file that a module's name means in a file; empty if it is none of these.

        Args:
            importer: The file that imports.
            named: The module as written.
        """
        folder = folder_of(importer)
        key = (folder if not importer.endswith(_JAVASCRIPT) else f"{folder}/", named)
        if key not in self._found:
            self._found[key] = self._find(folder, named, importer)
        return self._found[key]

    def entries(self, path: str) -> tuple[str, str]:
        """Return what the package of a file is to a script and to TypeScript; empty if unknown."""
        package = self.project.package_of(folder_of(path))
        if package is None:
            return "", ""
        if package.folder not in self._entries:
            script, typed = (self._whole(package, is_script=each) for each in (True, False))
            self._entries[package.folder] = (script, typed)
        return self._entries[package.folder]

    def _find(self, folder: str, named: str, importer: str) -> str:
        named = named.partition("?")[0]
        is_script = importer.endswith(_JAVASCRIPT)
        if named.startswith((".", "/")):
            path = joined(folder, named)
            if path.startswith("../"):
                return ""
            found = self._file(path, is_script=is_script)
            return found if importer in self._compiled else self._original(found)
        if named.startswith("#"):
            package = self.project.package_of(folder)
            found = (
                self._exported(package, "imports", named, is_script=is_script) if package else ""
            )
            if found:
                return found
        patterns, bases = self.project.patterns(folder)
        for pattern in patterns:
            is_match = (
                named.startswith(pattern.prefix) and named.endswith(pattern.suffix)
                if pattern.is_wild
                else named == pattern.prefix
            )
            if is_match:
                wild = named[len(pattern.prefix) : len(named) - len(pattern.suffix)]
                targets = (target.replace("*", wild) for target in pattern.targets)
                found = self._first(targets, is_script=is_script)
                if found:
                    return found
        below = (posixpath.join(base, named) for base in bases)
        found = self._first(below, is_script=is_script)
        return found or self._of_package(named, is_script=is_script)

    def _first(self, bases: Iterable[str], *, is_script: bool) -> str:
        return next(filter(None, (self._file(base, is_script=is_script) for base in bases)), "")

    def _file(self, base: str, *, is_script: bool = False) -> str:
        """Return the file that a path without its suffix means, or the folder's own module."""
        stem, dot, suffix = base.rpartition(".")
        made_of = [stem + each for each in _MADE_OF.get(suffix, ())] if dot else []
        orders = (_JAVASCRIPT, _TYPESCRIPT) if is_script else (_TYPESCRIPT, _JAVASCRIPT)
        suffixes = (*orders[0], *orders[1], *_OTHERS)
        own = [base, *made_of] if is_script else [*made_of, base]
        candidates = [
            *own,
            *(base + each for each in suffixes),
            *(posixpath.join(base, "index") + each for each in suffixes[: -len(_OTHERS)]),
        ]
        found = next((each for each in candidates if each in self.paths), "")
        if not found and base in self.project.packages:
            return self._entry(self.project.packages[base], is_script=is_script)
        return found

    # Packages of the repository

    def _of_package(self, named: str, *, is_script: bool) -> str:
        parts = named.split("/")
        length = 2 if named.startswith("@") else 1
        package = self.project.by_name.get("/".join(parts[:length]))
        if package is None:
            return ""
        below = "/".join(parts[length:])
        if not below:
            return self._whole(package, is_script=is_script)
        found = ""
        if "exports" in package.modules:
            found = self._exported(package, "exports", f"./{below}", is_script=is_script)
        return found or self._leaf(package.folder, below, is_script=is_script)

    def _whole(self, package: Package, *, is_script: bool) -> str:
        """Return what a package is as a whole."""
        found = ""
        if "exports" in package.modules:
            found = self._exported(package, "exports", ".", is_script=is_script)
        return found or self._entry(package, is_script=is_script)

    def _entry(self, package: Package, *, is_script: bool) -> str:
        """Return what a package is as a whole, without `exports`."""
        usual = (posixpath.join(package.folder, "src"), package.folder)
        candidates = (posixpath.join(base, "index") for base in usual)
        found = self._named_entry(package, _RUN if is_script else _ENTRIES, is_script=is_script)
        found = found or self._first(candidates, is_script=is_script)
        return found or self._named_entry(package, _ENTRIES, is_script=is_script)

    def _named_entry(self, package: Package, keys: Iterable[str], *, is_script: bool) -> str:
        """Return the first file that a package names under one of these keys."""
        leaves = (package.modules.get(key) for key in keys)
        found = (
            self._leaf(package.folder, leaf, is_script=is_script)
            for leaf in leaves
            if isinstance(leaf, str)
        )
        return next(filter(None, found), "")

    def _exported(self, package: Package, table: str, named: str, *, is_script: bool) -> str:
        """Return what a package's `exports` or `imports` say about a name."""
        entries = package.modules.get(table)
        if not isinstance(entries, dict) or not any(key[:1] in ".#" for key in entries):
            entries = {".": entries}
        for key, value in sorted(entries.items(), key=lambda entry: -len(entry[0])):
            prefix, star, suffix = key.partition("*")
            if not (named.startswith(prefix) and named.endswith(suffix) if star else named == key):
                continue
            wild = named[len(prefix) : len(named) - len(suffix)] if star else ""
            for leaf in _leaves(value, types_last=is_script):
                found = self._leaf(package.folder, leaf.replace("*", wild), is_script=is_script)
                if found:
                    return found
        return ""

    def _leaf(self, folder: str, leaf: str, *, is_script: bool) -> str:
        """Return the file that a package names, or the source that it is made of."""
        path = joined(folder, leaf)
        if found := self._file(path, is_script=is_script):
            return self._original(found)
        return self._source(folder, posixpath.normpath(leaf))

    def _original(self, path: str) -> str:
        """Return the source of a compiled file, if it is there; else the file itself."""
        package = self.project.package_of(folder_of(path)) if path in self._compiled else None
        if package is None:
            return path
        below = path.removeprefix(prefix_of(package.folder))
        return self._source(package.folder, below) or path

    def _source(self, folder: str, leaf: str) -> str:
        """Return the source of which a build makes a file of a package; empty if there is none."""
        parts = leaf.split("/")
        while len(parts) > 1 and parts[0] in _BUILT:
            parts = parts[1:]
            stem = "/".join(parts)
            ending = next((each for each in _SUFFIXES if stem.endswith(each)), "")
            stem = stem.removesuffix(ending)
            bases = (posixpath.join(folder, base, stem) for base in _SOURCES)
            if found := self._first(bases, is_script=False):
                return found
        return ""


def _leaves(value: object, *, types_last: bool) -> Iterator[str]:
    """Yield the paths in an entry of `exports`, whatever its conditions; types first or last."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in sorted(value, key=lambda key: (key == "types") is types_last):
            yield from _leaves(value[key], types_last=types_last)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part, types_last=types_last)
