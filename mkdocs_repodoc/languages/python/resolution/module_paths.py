"""The file of a dotted module name, seen from another file, without running an import.

A file's identity is its path. Its module name follows from the folders that are packages, and is
used where a name is shown. An import is looked up as the interpreter would, in the folders that
`package_roots` finds on its path.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.python.resolution.package_roots import PackageRoots, dotted_name
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import ancestors, folder_of, name_of

_CONFTEST = "conftest"
_INITIALISERS = ("__init__.py", "__init__.pyi")
_SUFFIXES = (".py", ".pyi")
_STANDARD_MODULES = sys.stdlib_module_names - {"antigravity", "idlelib", "test", "this"}
"""Without those that no program imports."""


class Modules:
    """The Python modules of one repository.

    A module is identified by its *module path*: the file's path without suffix, or the folder of a
    package (`src/app`, `src/app/core`). A folder without `__init__.py` has one as well.

    Args:
        paths: All files of the repository.
        python: The Python files among them.
        imported: Dotted names that files of the repository import absolutely; evidence of what
            is on the path.
        programs: The Python files that are started as programs. When one runs, the path begins
            with its own folder, be that a package.
    """

    def __init__(
        self,
        paths: Iterable[str],
        python: Sequence[str],
        imported: Iterable[str],
        programs: Iterable[str] = (),
    ) -> None:
        self._programs = frozenset(programs)
        self._files: dict[str, str] = {}
        self._stubs: dict[str, str] = {}
        self._folders: set[str] = {""}
        self._found: dict[tuple[str, tuple[str, ...]], tuple[str, int] | None] = {}
        for path in sorted(python, key=_precedence, reverse=True):
            module_path = module_path_of(path)
            if path.endswith(".pyi"):
                self._stubs[module_path] = path
            self._files[module_path] = path
            self._folders.update(filter(None, ancestors(path)))
        self._last_names = {name_of(module_path) for module_path in (*self._files, *self._folders)}
        packages = {folder for folder in self._folders if self.is_package(folder)}
        self._roots = PackageRoots(paths, packages, self._folders, imported)
        self.shadowing = frozenset(
            folder_of(path)
            for path in python
            if name_of(path).removesuffix(".py") in _STANDARD_MODULES
        )
        """The folders that have modules named like those of the standard library."""
        self.names = {path: self._name(path) for path in python}
        """Path of a Python file → its dotted module name."""

    def finds_the_same_as(self, other: Modules) -> bool:
        """Whether every module name leads to the same file, from every file of both."""
        return (
            self.names == other.names
            and self._files == other._files
            and self._stubs == other._stubs
            and self._folders == other._folders
            and self._roots.are_the_same_as(other._roots)
            and self._programs == other._programs
        )

    def file(self, module_path: str) -> str:
        """Return the file of a module path; empty for a folder that is no regular package."""
        return self._files.get(module_path, "")

    def stub(self, module_path: str) -> str:
        """Return the stub beside the source of a module: it may have names that the source lacks.

        It is empty where the stub is all that there is, or where there is none.
        """
        found = self._stubs.get(module_path, "")
        return "" if found == self.file(module_path) else found

    def is_package(self, folder: str) -> bool:
        """Whether a folder has an `__init__.py`."""
        return name_of(self._files.get(folder, "")) in _INITIALISERS

    def child(self, module_path: str, name: str) -> str | None:
        """Return the submodule of a package; `None` if it has none of that name."""
        file = self._files.get(module_path)
        if file and name_of(file) not in _INITIALISERS:
            return None
        found = f"{module_path}/{name}" if module_path else name
        return found if found in self._files or found in self._folders else None

    def absolute(self, importer: str, names: Sequence[str]) -> tuple[str, int] | None:
        """Find what an absolute dotted name means in a file.

        Args:
            importer: Path of the importing file.
            names: The parts of the name; those at the end may be attributes.

        Returns:
            The path of the deepest module, and how many of the names lead to it; `None` if the
            first name is no module of this repository.
        """
        if names[0] not in self._last_names:
            return None
        folder = folder_of(importer)
        key = (folder, tuple(names))
        if key not in self._found:
            self._found[key] = self._search(folder, names)
        found = self._found[key]
        if found is None and importer in self._programs:
            found = self._beside(importer, names)
        is_itself = found is not None and self._files.get(found[0]) == importer
        if is_itself and names[0] in sys.stdlib_module_names:
            return None  # a script named `json.py` that imports `json` means the other one
        return found

    def relative(self, importer: str, level: int, names: Sequence[str]) -> str | None:
        """Find the module of a relative import; `None` if it leads nowhere."""
        module_path = folder_of(importer)
        for _ in range(level - 1):
            if not module_path:
                return None
            module_path = folder_of(module_path)
        for name in names:
            found = self.child(module_path, name)
            if found is None:
                return None
            module_path = found
        return module_path

    def named_by(self, importer: str, item: Import) -> str | None:
        """Return the module that an import statement names (the one after `from`).

        Args:
            importer: Path of the importing file.
            item: The import.

        Returns:
            Its module path; `None` if it is not in the repository, or only a package around it is.
        """
        names = item.module.split(".") if item.module else []
        if item.level:
            return self.relative(importer, item.level, names)
        found = self.absolute(importer, names)
        return found[0] if found and found[1] == len(names) else None

    def _beside(self, program: str, names: Sequence[str]) -> tuple[str, int] | None:
        """Find what a name that nothing else provides means when a program in a package runs.

        Beside modules that hide the standard library it does not run by its path, and its folder
        is not searched.
        """
        folder = folder_of(program)
        if names[0] in sys.stdlib_module_names or folder in self.shadowing:
            return None
        return self._descend(folder, names)

    def _search(self, folder: str, names: Sequence[str]) -> tuple[str, int] | None:
        best: tuple[str, int] | None = None
        standard = names[0] in sys.stdlib_module_names
        for root in self._roots.on_path_of(folder):
            if standard and root != folder and not self._is_standard_library(root):
                continue
            found = self._descend(root, names)
            if found is None:
                continue
            module_path, depth = found
            if depth == len(names) and self.file(module_path):
                return found
            if (
                best is None
                or depth > best[1]
                or (self.file(module_path) and not self.file(best[0]))
            ):
                best = found
        return best or (self._pytest_configuration(folder) if names[0] == _CONFTEST else None)

    def _pytest_configuration(self, folder: str) -> tuple[str, int] | None:
        """Return the nearest `conftest.py` around a folder, be it in a package.

        Pytest names that one `tests.conftest`; tests import it as `conftest` all the same, where
        they run with their folder on the path, or for type checkers only.
        """
        for above in (folder, *ancestors(folder)):
            module_path = f"{above}/{_CONFTEST}" if above else _CONFTEST
            if module_path in self._files:
                return module_path, 1
        return None

    def _descend(self, root: str, names: Sequence[str]) -> tuple[str, int] | None:
        module_path, depth = root, 0
        for name in names:
            found = f"{module_path}/{name}" if module_path else name
            if depth and self.child(module_path, name) is None:
                break
            if found not in self._files and found not in self._folders:
                break
            module_path, depth = found, depth + 1
        return (module_path, depth) if depth else None

    def _is_standard_library(self, root: str) -> bool:
        return (f"{root}/os" if root else "os") in self._files

    def _name(self, path: str) -> str:
        module_path = module_path_of(path)
        folder = folder_of(path)
        root = self._roots.root_of(folder)
        if module_path == root:  # an initialiser in a folder that is itself on the path
            return name_of(module_path) or "__init__"
        return dotted_name(module_path, root)


def _precedence(path: str) -> tuple[int, str]:
    """Order the files of one module path: a package before a module, source before stub."""
    name = name_of(path)
    order = (name not in _INITIALISERS) + 2 * name.endswith(".pyi")
    return order, path


def module_path_of(path: str) -> str:
    """Return the module path of a file."""
    folder, _, name = path.rpartition("/")
    if name in _INITIALISERS:
        return folder
    for suffix in _SUFFIXES:
        if name.endswith(suffix):
            return path[: -len(suffix)]
    return path
