"""The files of a repository, as what resolves an import looks them up."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.paths import folder_of, name_of, shared_parts

NOWHERE = ResolvedImport("unknown", "")
"""Where an import leads that names nothing of the repository, though it should."""


def inside(path: str) -> ResolvedImport:
    """Return that an import leads to a file of the repository."""
    return ResolvedImport("repository", "", path)


def standard(name: str) -> ResolvedImport:
    """Return that an import leads to the language's own library."""
    return ResolvedImport("standard library", name)


def third_party(name: str) -> ResolvedImport:
    """Return that an import leads to a package of others."""
    return ResolvedImport("third party", name)


class FileIndex:
    """The paths of a repository.

    Args:
        paths: All of them.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(self.paths):
            self._by_name.setdefault(name_of(path), []).append(path)
        self.folders_with = cache(self._folders_with)

    def named(self, name: str) -> list[str]:
        """Return the paths of the files with a base name, sorted."""
        return self._by_name.get(name, [])

    def _folders_with(self, name: str) -> tuple[str, ...]:
        """Return the folders that hold a file of this name, the deepest paths first."""
        folders = (folder_of(path) for path in self.named(name))
        return tuple(sorted(folders, key=len, reverse=True))

    def first(self, candidates: Iterable[str]) -> str:
        """Return the first of some paths that is a file; empty if none is."""
        return next((path for path in candidates if path in self.paths), "")

    def relative(self, path: str, named: str, suffixes: Iterable[str] = ("",)) -> str:
        """Return the file that a path names from the folder of another file; empty if none."""
        base = posixpath.normpath(posixpath.join(folder_of(path), named))
        return self.first(base + suffix for suffix in suffixes)

    def beside_or_top(self, path: str, named: str) -> ResolvedImport:
        """Return where a path leads from the folder of a file, else from the repository's top."""
        if not named or "://" in named:
            return NOWHERE
        for base in (posixpath.join(folder_of(path), named), named):
            candidate = posixpath.normpath(base).removeprefix("/")
            if candidate in self.paths:
                return inside(candidate)
        return NOWHERE

    def by_ending(
        self, named: str, folder: str, accept: Callable[[str, str], bool] | None = None
    ) -> str:
        """Find the one file whose path ends in a certain way, the nearest if several do.

        Args:
            named: The last parts of the path.
            folder: Where the file lies that names it.
            accept: Takes a path and `folder` and says whether the path may be meant.

        Returns:
            Its path; empty if there is none, or if two are equally near.
        """
        if not named or named.startswith("../"):
            return ""
        ending = f"/{named}"
        candidates = [
            path
            for path in self.named(name_of(named))
            if (path == named or path.endswith(ending)) and (not accept or accept(path, folder))
        ]
        if not candidates:
            return ""
        shared = {path: shared_parts(folder_of(path), folder) for path in candidates}
        ranked = sorted(candidates, key=lambda path: (-shared[path], path.count("/")))
        if len(ranked) > 1 and shared[ranked[0]] == shared[ranked[1]]:
            first, second = ranked[0], ranked[1]
            return first if first.count("/") < second.count("/") else ""
        return ranked[0]

    def by_qualified_name(self, names: list[str], suffixes: Mapping[str, int], folder: str) -> str:
        """Find the file of a qualified name whose parts are folders, as in most packages.

        Args:
            names: The parts; the last ones may be names inside the file.
            suffixes: Suffix of a file → how many parts its path must at least end in.
            folder: Where the file lies that names it.

        Returns:
            Its path; empty if there is none.
        """
        for end in range(len(names), 0, -1):
            for suffix, least in suffixes.items():
                if end >= least:
                    found = self.by_ending("/".join(names[:end]) + suffix, folder)
                    if found:
                        return found
        return ""
