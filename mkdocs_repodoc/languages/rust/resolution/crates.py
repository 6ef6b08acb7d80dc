"""The crates of a repository: where each starts, and the names by which it knows others."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_repodoc.languages.rust.cargo_manifest import said_by, table_of, text_of
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

MANIFEST = "Cargo.toml"
_ROOTS = ("lib.rs", "main.rs")
_TARGETS = (
    ("bin", "src/bin", "autobins"),
    ("example", "examples", "autoexamples"),
    ("test", "tests", "autotests"),
    ("bench", "benches", "autobenches"),
)
"""Table of a manifest, folder of the crates that need no entry there, and what turns that off."""


class Crate(NamedTuple):
    """What is compiled at once.

    Attributes:
        root: The file that it starts at.
        package: Folder of its manifest; `None` if it has none.
        is_library: Whether others may depend on it.
    """

    root: str
    package: str | None
    is_library: bool = False


class Crates:
    """The crates of a repository, by its manifests and by where files lie.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._paths = {source.path for source, _ in files}
        self._manifests: dict[str, Mapping[str, Any]] = {}
        for source, outline in files:
            if name_of(source.path) == MANIFEST:
                self._manifests[folder_of(source.path)] = said_by(outline)
        self._by_folder: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            if path.endswith(".rs"):
                self._by_folder.setdefault(folder_of(path), []).append(path)
        found = {crate.root: crate for crate in reversed(list(self._find()))}
        self.all = tuple(found.values())[::-1]
        self._libraries = {crate.package: crate for crate in self.all if crate.is_library}
        self._packages = {
            name: folder
            for folder, said in sorted(self._manifests.items(), reverse=True)
            if (name := text_of(table_of(said, "package"), "name"))
        }
        self._known: dict[str, Mapping[str, Crate | None]] = {}

    def evidence(self) -> list[tuple[str, str]]:
        """Return all that answers depend on beside the paths of files, for a digest."""
        return [(folder, json.dumps(said)) for folder, said in self._manifests.items()]

    def known(self, crate: Crate) -> Mapping[str, Crate | None]:
        """Return the names of other crates in a crate, each with the one that it means.

        Returns:
            Name → crate of the repository; `None` for one of others.
        """
        if crate.package is None:
            return {}
        found = self._known.get(crate.package)
        if found is None:
            found = self._known[crate.package] = dict(self._needed(crate.package))
        own = self._libraries.get(crate.package)
        return found if own is None or own == crate else {**found, self.name(own): own}

    def name(self, crate: Crate) -> str:
        """Return the name of a library in the code that uses it."""
        said = self._manifests.get(crate.package or "", {})
        named = text_of(table_of(said, "lib"), "name") or text_of(table_of(said, "package"), "name")
        return named.replace("-", "_")

    def features(self, crate: Crate) -> frozenset[str]:
        """Return the features of a crate that are on unless they are turned off."""
        said = table_of(self._manifests.get(crate.package or "", {}), "features")
        found: set[str] = set()
        pending = ["default"] if crate.package is not None else []
        while pending:
            name = pending.pop()
            if name not in found:
                found.add(name)
                listed = said.get(name)
                pending += [one for one in listed if isinstance(one, str)] if listed else []
        return frozenset(found)

    def _needed(self, package: str) -> Iterator[tuple[str, Crate | None]]:
        for name, written in table_of(self._manifests[package], "dependencies").items():
            said, folder = self._inherited(package, name, written)
            needed = self._folder(folder, name, said)
            crate = self._libraries.get(needed) if needed is not None else None
            # A dependency goes by the name of its library, unless the manifest renames it.
            renamed = isinstance(said, dict) and "package" in said
            known_as = self.name(crate) if crate is not None and not renamed else name
            yield known_as.replace("-", "_"), crate

    def _inherited(self, package: str, name: str, said: object) -> tuple[object, str]:
        """Return what is said of a dependency, by the workspace if so, and in which folder."""
        if isinstance(said, dict) and said.get("workspace"):
            around = [
                each
                for each in self._manifests
                if not each or package == each or package.startswith(f"{each}/")
            ]
            for each in sorted(around, key=len, reverse=True):
                shared = table_of(table_of(self._manifests[each], "workspace"), "dependencies")
                if name in shared:
                    return shared[name], each
        return said, package

    def _folder(self, folder: str, name: str, said: object) -> str | None:
        """Return the folder of a package that another depends on; `None` if it is elsewhere.

        Args:
            folder: From which a path is named.
            name: Name of the dependency.
            said: What is said of it.
        """
        if isinstance(said, dict):
            if isinstance(said.get("path"), str):
                return _joined(folder, said["path"])
            if "git" in said or "registry" in said:
                return None
        return self._packages.get(text_of(said, "package") or name)

    def _find(self) -> Iterator[Crate]:
        yield from self._stated()
        for folder, paths in self._by_folder.items():  # what other build systems know of
            if name_of(folder) == "src":
                yield from (Crate(each, None) for each in paths if name_of(each) in _ROOTS)

    def _stated(self) -> Iterator[Crate]:
        for package, said in self._manifests.items():
            stated = table_of(said, "package")
            if not stated:
                continue
            library = text_of(table_of(said, "lib"), "path") or "src/lib.rs"
            yield from self._crate(package, library, is_library=True)
            yield from self._crate(package, "src/main.rs")
            build = stated.get("build", "build.rs")
            yield from self._crate(package, build if isinstance(build, str) else "")
            for table, folder, automatic in _TARGETS:
                listed = said.get(table)
                for entry in listed if isinstance(listed, list) else ():
                    written = text_of(entry, "path")
                    name = text_of(entry, "name")
                    for path in (
                        (written,)
                        if written
                        else (f"{folder}/{name}.rs", f"{folder}/{name}/main.rs")
                    ):
                        yield from self._crate(package, path)
                if stated.get(automatic) is not False:
                    yield from self._in_folder(package, _joined(package, folder))

    def _crate(self, package: str, path: str, *, is_library: bool = False) -> Iterator[Crate]:
        root = _joined(package, path) if path else ""
        if root in self._paths:
            yield Crate(root, package, is_library)

    def _in_folder(self, package: str, folder: str) -> Iterator[Crate]:
        for path in self._by_folder.get(folder, ()):
            yield Crate(path, package)
        for inner in self._by_folder:
            if folder_of(inner) == folder and f"{inner}/main.rs" in self._paths:
                yield Crate(f"{inner}/main.rs", package)


def _joined(folder: str, path: str) -> str:
    found = posixpath.normpath(posixpath.join(folder, path))
    return "" if found == "." else found
