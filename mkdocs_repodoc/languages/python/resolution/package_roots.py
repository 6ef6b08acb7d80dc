"""The folders that a repository's packages are imported from, without running anything.

What can be known of `sys.path`: the importing script's own folder, the folder that holds the
importer's package, folders above it, and the folders that projects of the repository put on the
path (`src/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.paths import folder_of, name_of, prefix_of, shared_parts

_SOURCE_FOLDERS = ("src", "lib", "python", "Lib")
PROJECT_FILES = frozenset({"pyproject.toml", "setup.py", "setup.cfg"})
"""Files by which pip installs what lies around and below them."""
_SECLUDED = {
    "_vendor",
    "_vendored",
    "corpus",
    "data",
    "examples",
    "fixtures",
    "samples",
    "templates",
    "test",
    "testdata",
    "testing",
    "tests",
    "third_party",
    "vendor",
    "vendored",
}
"""Folders whose packages are not on the path of what lies outside them."""


class PackageRoots:
    """The folders of a repository that packages are imported from.

    Args:
        paths: All files of the repository.
        packages: The folders with an `__init__.py`.
        folders: Those with Python files in or below them.
        imported: Dotted names that files of the repository import absolutely; evidence of what
            is on the path.
    """

    def __init__(
        self,
        paths: Iterable[str],
        packages: AbstractSet[str],
        folders: AbstractSet[str],
        imported: Iterable[str],
    ) -> None:
        self._packages = packages
        self._folders = folders
        self._evidence: set[str] = set()
        for dotted in imported:
            self._add_evidence(dotted)
        paths = list(paths)
        self._source_roots = self._find_source_roots(paths)
        self._roots: dict[str, str] = {}
        tops = {self.root_of(folder) for folder in packages}
        self._package_roots = sorted(tops - set(self._source_roots))
        for folder in {folder_of(path) for path in paths}:
            self.root_of(folder)

    def are_the_same_as(self, other: PackageRoots) -> bool:
        """Whether the same folders are on the path of each file."""
        return (
            self._source_roots == other._source_roots
            and self._package_roots == other._package_roots
            and self._roots == other._roots
        )

    def on_path_of(self, folder: str) -> Iterator[str]:
        """Yield the folders that are on the path of a folder's files, the first to win first."""
        seen = set()
        for root in self._candidates(folder):
            if root not in seen:
                seen.add(root)
                yield root

    def _candidates(self, folder: str) -> Iterator[str]:
        if folder not in self._packages:
            yield folder
        root = self.root_of(folder)
        yield root
        above = folder
        while above:
            above = folder_of(above)
            if above not in self._packages and not self._is_namespace(above, root, folder):
                yield above
        for source_root in (*self._source_roots, *self._package_roots):
            if _is_open_to(source_root, folder):
                yield source_root

    def _is_namespace(self, above: str, root: str, folder: str) -> bool:
        """Whether a folder above a package is a part of its name, and so not on the path.

        In `company/requests/`, `import requests` means the library.
        """
        return folder in self._packages and above.startswith(prefix_of(root)) and (above != root)

    def root_of(self, folder: str) -> str:
        """Return the folder that has to be on the path for a folder's package to be found."""
        known = self._roots.get(folder)
        if known is not None:
            return known
        top = folder
        while top and top not in self._packages:
            top = folder_of(top)
        if not top:
            root = self._loose_root(folder)
        else:
            while top and folder_of(top) in self._packages and "/" in top:
                top = folder_of(top)
            root = self._namespace_root(top)
        self._roots[folder] = root
        return root

    def _namespace_root(self, top: str) -> str:
        """Return the root of a top package, which may itself lie in a namespace package."""
        nearest = folder_of(top)
        root = nearest
        while root and root not in self._source_roots:
            root = folder_of(root)
            if dotted_name(top, root) in self._evidence:
                return root
        between = nearest[len(root) + 1 :].split("/") if nearest != root else []
        is_source = name_of(root) in _SOURCE_FOLDERS
        return root if is_source and not _SECLUDED.intersection(between) else nearest

    def _loose_root(self, folder: str) -> str:
        """Return the root of a folder that lies in no package."""
        above = folder
        while above:
            if above in self._source_roots:
                return above
            above = folder_of(above)
            if dotted_name(folder, above) in self._evidence:
                return above
        return folder

    def _add_evidence(self, dotted: str) -> None:
        while dotted and dotted not in self._evidence:
            self._evidence.add(dotted)
            dotted = dotted.rpartition(".")[0]

    def _find_source_roots(self, paths: Iterable[str]) -> tuple[str, ...]:
        projects = {""}
        for path in paths:
            folder, _, name = path.rpartition("/")
            if name in PROJECT_FILES:
                projects.add(folder)
        roots = []
        for project in sorted(projects):
            for name in _SOURCE_FOLDERS:
                folder = f"{project}/{name}" if project else name
                if folder in self._folders and folder not in self._packages:
                    roots.append(folder)
            if project not in self._packages:
                roots.append(project)
        return tuple(roots)


def dotted_name(module_path: str, root: str) -> str:
    """Return the dotted name of a module that is imported from a folder."""
    return (module_path[len(root) + 1 :] if root else module_path).replace("/", ".")


def _is_open_to(root: str, folder: str) -> bool:
    """Whether what lies in `folder` may import from `root` although it does not lie below it."""
    apart = root.split("/")[shared_parts(root, folder) :] if root else ()
    return not _SECLUDED.intersection(apart)
