"""The objects that other documentation can refer to, by their full names.

They are those of Sphinx' domain `py`: of files that code imports by a dotted name.

A name means one object. Where several files define it (a stub beside its module, helpers of the
same name in two folders of tests), the code of the software goes before stubs, and those before
tests. An object has the name of the file that defines it, and the names under which packages pass
it on to their users, with its members; all of them lead to the one section about it.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from mkdocs_repodoc.insight.symbols.reexports import ExportsOf, ReExport, passed_on
from mkdocs_repodoc.languages.resolution.descendants import with_descendants
from mkdocs_repodoc.model.kinds import DOCUMENTABLE, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import (
    TEST_ROLES,
    RepoFile,
    Repository,
)

_EXCEPTION_ENDINGS = ("Error", "Exception", "Warning")


class PythonObject(NamedTuple):
    """Something that can be referred to by name."""

    name: str
    role: str
    """As Sphinx calls it: `module`, `class`, `exception`, `function`, `method`, …"""
    path: str
    """File that defines it."""
    anchor: str
    """Anchor of its section on the file's page."""
    further: bool = False
    """Whether it is another name of what has one already."""


def python_objects(repository: Repository, exports: ExportsOf) -> Iterator[PythonObject]:
    """Yield the Python objects of a repository, each name once, in a stable order.

    Args:
        repository: The linked repository.
        exports: What each of its files exports.
    """
    exceptions = _Exceptions(repository)
    seen: set[str] = set()
    files = sorted((file for file in repository.files.values() if file.module), key=_standing)
    objects = {file.path: tuple(_objects(file, exceptions)) for file in files}
    further = (
        item
        for file in files
        for name in passed_on(file, exports)
        if repository.files[name.symbol.path].role not in TEST_ROLES
        for item in _further(repository, name, objects.get(name.symbol.path, ()))
    )
    for item in chain(chain.from_iterable(objects.values()), further):
        if item.name not in seen and not any(map(str.isspace, item.name)):
            seen.add(item.name)
            yield item


def _objects(file: RepoFile, exceptions: _Exceptions) -> Iterator[PythonObject]:
    yield PythonObject(file.module, "module", file.path, file.module)
    symbols = file.outline.symbols
    kinds = {symbol.name: symbol.kind for symbol in symbols}
    # Of several definitions, the one that the name means has the plain anchor.
    order = sorted(
        range(len(symbols)),
        key=lambda index: file.anchors[index] != f"{file.module}.{symbols[index].name}",
    )
    for position in order:
        symbol = symbols[position]
        role = str(symbol.kind) if symbol.kind in DOCUMENTABLE else _role_of_variable(symbol, kinds)
        if role == "class" and exceptions.holds(SymbolRef(file.path, position)):
            role = "exception"
        name = f"{file.module}.{symbol.name}"
        yield PythonObject(name, role, file.path, file.anchors[position])


def _further(
    repository: Repository, passed: ReExport, objects: Sequence[PythonObject]
) -> Iterator[PythonObject]:
    """Yield what a package passes on under the package's name, a class with its members.

    Args:
        repository: The linked repository.
        passed: What is passed on.
        objects: The objects of the file that it comes from, the module first.
    """
    is_module = passed.symbol.is_file
    name = repository.qualified_name(passed.symbol)
    for item in objects[:1] if is_module else objects:
        if item.name == name or item.name.startswith(f"{name}."):
            yield item._replace(name=passed.name + item.name.removeprefix(name), further=True)


def _role_of_variable(symbol: Symbol, kinds: dict[str, Kind]) -> str:
    outer = symbol.name.rpartition(".")[0]
    return "attribute" if kinds.get(outer) == Kind.CLASS else "data"


def _standing(file: RepoFile) -> tuple[bool, bool, str]:
    return file.role in TEST_ROLES, file.role == "stub", file.path


class _Exceptions:
    """Which classes are exceptions, as far as their bases tell."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._inherited = with_descendants(repository.links.bases, self._is_by_name)

    def holds(self, ref: SymbolRef) -> bool:
        """Whether a class is an exception."""
        return ref in self._inherited or self._is_by_name(ref)

    def _is_by_name(self, ref: SymbolRef) -> bool:
        inside = self._repository.links.bases.get(ref, ())
        written = self._repository.symbol(ref).bases
        return len(inside) < len(written) and any(map(_names_exception, written))


def _names_exception(base: str) -> bool:
    name = base.partition("[")[0].rpartition(".")[2]
    builtin = getattr(builtins, name, None)
    if isinstance(builtin, type):
        return issubclass(builtin, BaseException)
    return name.endswith(_EXCEPTION_ENDINGS)
