"""Files in the sources of a package that no module of it declares: they are not compiled."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.paths import ancestors, folder_of, name_of, prefix_of, stem_of

_SOURCES = "src/"
"""Folder of a package in which nothing is compiled that no module declares."""
_FOLDER_FILE = "mod"


class UndeclaredFiles:
    """Tells files of packages that no crate takes in.

    Args:
        tree: The modules of the repository.
    """

    def __init__(self, tree: ModuleTree) -> None:
        self._tree = tree
        self._packages = {crate.package for crate in tree.crates.all}

    def __contains__(self, path: str) -> bool:
        """Whether a file is one; where most files of a folder seem to be, a macro declares them."""
        return path in self._found

    @cached_property
    def _found(self) -> frozenset[str]:
        beside = Counter(map(folder_of, self._tree.files))
        found = [path for path in self._tree.files if self._is_left_out(path)]
        left_out = Counter(map(folder_of, found))
        return frozenset(
            path for path in found if 2 * left_out[folder_of(path)] < beside[folder_of(path)]
        )

    def _is_left_out(self, path: str) -> bool:
        """Tell whether nothing declares a file that defines something and starts no program."""
        outline = self._tree.files[path].outline
        if self._tree.is_reached(path) or outline.main_line or not outline.symbols:
            return False
        package = next((each for each in ancestors(path) if each in self._packages), None)
        inside = path.removeprefix(prefix_of(package)) if package is not None else ""
        name = stem_of(path)
        name = name_of(folder_of(path)) if name == _FOLDER_FILE else name
        return inside.startswith(_SOURCES) and f"self::{name}" not in self._declared

    @cached_property
    def _declared(self) -> frozenset[str]:
        """The modules that files declare, whatever stands around that."""
        outlines = [file.outline for file in self._tree.files.values()]
        return frozenset(each.module for one in outlines for each in one.imports if not each.name)
