"""The packages of a repository: their files, what these declare, and their import paths."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.languages.go.resolution.build_constraints import constraint_of, is_usual
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.model.facts import DefinedModule, PackageClause
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Import
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

_IGNORED = re.compile(r"(?<!!)\bignore\b")


class Package(NamedTuple):
    """A package: all files of a folder that say the same name in their first clause.

    Attributes:
        folder: Where its files lie.
        name: What they say.
        program: Path of its only file, for a program that is built on its own.
    """

    folder: str
    name: str
    program: str = ""


class GoFile(NamedTuple):
    """What other files may know of a file."""

    path: str
    outline: FileOutline
    package: Package
    constraint: str
    """On which platforms it is built; empty for all."""

    @property
    def is_test(self) -> bool:
        """Whether only tests see it."""
        return self.path.endswith("_test.go")


class Packages:
    """The packages of a repository.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.files: dict[str, GoFile] = {}
        self._modules: list[tuple[str, str]] = []
        for source, outline in files:
            if source.language == "go" and takes_part(source):
                self.files[source.path] = _go_file(source.path, outline)
            elif name_of(source.path) == "go.mod":
                folder = folder_of(source.path)
                self._modules += [(each.name, folder) for each in outline.facts_of(DefinedModule)]
        self._modules.sort(key=lambda each: (-len(each[0]), each))
        self._in_folder: dict[str, list[Package]] = {}
        self._members: dict[Package, list[GoFile]] = {}
        for file in self.files.values():
            self._members.setdefault(file.package, []).append(file)
        for package in self._members:
            self._in_folder.setdefault(package.folder, []).append(package)
        self._declared: dict[Package, dict[str, list[tuple[GoFile, int]]]] = {}

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                file.path,
                file.package,
                file.constraint,
                [(symbol.name, symbol.kind) for symbol in file.outline.symbols],
                [(each.module, each.name, each.alias) for each in file.outline.imports],
                file.outline.types,
            )
            for file in self.files.values()
        ]
        return hashlib.sha256(msgspec.msgpack.encode((self._modules, content))).hexdigest()

    def find(self, package: Package, name: str, seen_from: str) -> Meaning | None:
        """Find a declaration of a package.

        Args:
            package: The package.
            name: Its name; that of a member is qualified by its type's.
            seen_from: The file that names it; tests see what other files do not.
        """
        declared = self._names(package).get(name, ())
        looking = self.files.get(seen_from)
        own = looking is not None and looking.package == package
        if looking is None or not (own and looking.is_test):
            declared = [each for each in declared if not each[0].is_test]
        if own:
            here = [each for each in declared if each[0].path == seen_from]
            declared = here or declared
        if not declared:
            return None
        constraint = looking.constraint if looking is not None else ""
        file, position = min(declared, key=lambda each: _distance(each[0], constraint))
        return Meaning(SymbolRef(file.path, position), len(declared) == 1)

    def imported(self, path: str, module: str) -> Package | None:
        """Return the package that an import of a file names; `None` for one of others."""
        folder = self.folder(path, module)
        listed = self._in_folder.get(folder, []) if folder is not None else []
        usable = [
            each for each in listed if not each.program and not each.name.endswith("_test")
        ] or [each for each in listed if not each.program]
        return max(usable, key=lambda each: len(self._members[each]), default=None)

    def folder(self, path: str, module: str) -> str | None:
        """Return the folder that an import path names; `None` if none of the repository's.

        The modules of the repository are looked at first, as with a workspace or a `replace`; then
        `vendor` of the module that the file belongs to, or of one around it.
        """
        for name, root in self._modules:
            if module == name or module.startswith(f"{name}/"):
                return posixpath.join(root, module[len(name) + 1 :]).rstrip("/")
        above = folder_of(path)
        while True:
            vendored = posixpath.join(above, "vendor", module)
            if vendored in self._in_folder:
                return vendored
            if not above:
                return None
            above = folder_of(above)

    def module_folder(self, path: str) -> str | None:
        """Return the folder of the module that a file belongs to; `None` if there is none."""
        around = [root for _, root in self._modules if not root or path.startswith(f"{root}/")]
        return max(around, key=len, default=None)

    def local_name(self, path: str, item: Import) -> str:
        """Return the name by which a file knows an imported package; empty if by none."""
        if item.alias or item.name == "*":
            return item.alias if item.alias != "_" else ""
        package = self.imported(path, item.module)
        return package.name if package is not None else ""

    def sources(self, package: Package) -> Iterator[str]:
        """Yield the files of a package that are no tests."""
        return (file.path for file in self._members[package] if not file.is_test)

    def _names(self, package: Package) -> dict[str, list[tuple[GoFile, int]]]:
        known = self._declared.get(package)
        if known is None:
            known = self._declared[package] = {}
            for file in self._members.get(package, ()):
                for position, symbol in enumerate(file.outline.symbols):
                    known.setdefault(symbol.name, []).append((file, position))
        return known


def _go_file(path: str, outline: FileOutline) -> GoFile:
    clause = next(iter(outline.facts_of(PackageClause)), PackageClause(""))
    constraint = constraint_of(path, clause.constraint)
    program = path if _IGNORED.search(constraint) else ""
    return GoFile(path, outline, Package(folder_of(path), clause.name, program), constraint)


def _distance(file: GoFile, constraint: str) -> tuple[int, str]:
    """Return how far a file is from being built where another one is."""
    if file.constraint == constraint:
        rank = 0
    elif not file.constraint:
        rank = 1
    else:
        rank = 2 if is_usual(file.constraint) else 3
    return rank, file.path
