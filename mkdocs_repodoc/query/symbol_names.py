"""The meaning of names that somebody gives from outside: one, or several candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from mkdocs_repodoc import linking
from mkdocs_repodoc.linking import RepositoryIndex
from mkdocs_repodoc.model.kinds import CONTAINED, TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile
from mkdocs_repodoc.paths import is_below

_SEPARATORS = ".#/:"
_SEPARATOR = re.compile(rf"[{re.escape(_SEPARATORS)}]+")
_AT_LINE = re.compile(r"(.+):(\d+)")
_SAME = 2
"""Letters at the beginning that misspelt names are taken to have in common: comparing a name with
all others takes seconds."""


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name, whatever its language puts between them."""
    return tuple(part for part in _SEPARATOR.split(name) if part)


def _last_part(name: str) -> str:
    """Return the last of the parts: all names of a repository are asked for theirs at once."""
    last = name.rpartition(".")[2]
    if last.isidentifier():  # as nearly all are
        return last
    for separator in _SEPARATORS:
        name = name.rstrip(_SEPARATORS).rpartition(separator)[2]
    return name


class SymbolNames:
    """Finds symbols by the names that people and programs have for them.

    Args:
        index: The linked repository.
    """

    def __init__(self, index: RepositoryIndex) -> None:
        self._index = index
        self._repository = index.repository
        self._modules = {file.module: path for path, file in self._repository.files.items()}
        self._modules.pop("", None)
        self._called: dict[str, list[SymbolRef]] = {}

    @cached_property
    def by_last(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Last part of a name → the symbols that have it, by path and position."""
        found: dict[str, list[SymbolRef]] = {}
        for path, file in self._repository.files.items():
            for position, symbol in enumerate(file.outline.symbols):
                found.setdefault(_last_part(symbol.name), []).append(SymbolRef(path, position))
        return found

    def called(self, last: str) -> Sequence[SymbolRef]:
        """Return the symbols whose names end with a part, by path and position.

        To sort all names by their ends takes as long as hundreds of these searches.
        """
        if last not in self._called:
            self._called[last] = [
                SymbolRef(path, position)
                for path, names in self._written.items()
                if last in names
                for position, symbol in enumerate(self._repository.files[path].outline.symbols)
                if last in symbol.name and _last_part(symbol.name) == last
            ]
        return self._called[last]

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Path → all names of a file in one text, which tells at once what none of them has."""
        files = self._repository.files.items()
        return {
            path: "\n".join(symbol.name for symbol in file.outline.symbols) for path, file in files
        }

    def find(self, name: str, below: str = "") -> Sequence[SymbolRef]:
        """Return what a name may mean: one symbol or file where there is no doubt.

        Args:
            name: `path#name`, `path:line`, a path, or a dotted name, whole or its end.
            below: Folder or file that the answer keeps to; empty for all.

        Returns:
            Every meaning that is as good as any other, those outside of tests first.
        """
        return self._located(name) or self._named(name, below)

    def is_of_another(self, name: str, ref: SymbolRef) -> bool:
        """Whether a name means a member by a type that has it from the one that defines it."""
        if ref.is_file or self._located(name):
            return False
        around, own = name_parts(name)[:-1], name_parts(self._repository.symbol(ref).name)[:-1]
        return bool(around and own) and around[-1] != own[-1]

    def alike(self, name: str, most: int) -> list[str]:
        """Return names that are spelt much like one that means nothing."""
        last = "".join(name_parts(name)[-1:]).casefold()
        near = [each for each in self.by_last if each.casefold()[:_SAME] == last[:_SAME]]
        return get_close_matches(last, near, most) if last else []

    def _located(self, name: str) -> Sequence[SymbolRef]:
        """Return what a path, with or without a name or a line behind it, means."""
        files = self._repository.files
        if name in files:
            return [SymbolRef.of_file(name)]
        path, _, inner = name.partition("#")
        if path in files:
            symbols = files[path].outline.symbols
            return self._settled(
                [SymbolRef(path, each) for each, one in enumerate(symbols) if one.name == inner]
            )
        match = _AT_LINE.fullmatch(name)
        return [self._around(match[1], int(match[2]))] if match and match[1] in files else []

    def _around(self, path: str, line: int) -> SymbolRef:
        """Return the innermost symbol around a line; the file where there is none."""
        around = [
            (symbol.line, -symbol.end_line, position)
            for position, symbol in enumerate(self._repository.files[path].outline.symbols)
            if symbol.line <= line <= symbol.end_line
        ]
        return SymbolRef(path, max(around)[2] if around else FILE_SCOPE)

    def _named(self, name: str, below: str) -> Sequence[SymbolRef]:
        parts = name_parts(name)
        if not parts:
            return ()
        found = [
            ref
            for ref in self.called(parts[-1])
            if is_below(ref.path, below) and self._ends_with(ref, parts)
        ]
        if name in self._modules and is_below(self._modules[name], below):
            found.append(SymbolRef.of_file(self._modules[name]))
        # Headings and keys of documents do not compete with code that has the name as well.
        code = [ref for ref in found if self._is_code(ref)]
        found = code or list(self._inherited(parts, below)) or found
        whole: Sequence[SymbolRef] = ()
        if len(parts) > 1:  # what has no module in front has its whole name in common with others
            whole = [ref for ref in found if self._repository.qualified_name(ref) == name]
            if not whole and (led := self._passed_on(name)) is not None:
                whole = [led] if is_below(led.path, below) else []
        return self._settled(whole or found)

    def _inherited(self, parts: tuple[str, ...], below: str) -> Iterator[SymbolRef]:
        """Yield the members that types have from others by a name that none of them defines."""
        owners = self.called(parts[-2]) if len(parts) > 1 else ()
        for owner in owners:
            names = self._index.names.of(owner.path)
            is_type = self._repository.symbol(owner).kind in TYPES
            is_meant = is_below(owner.path, below) and self._ends_with(owner, parts[:-1])
            if names is None or not is_type or not is_meant:
                continue
            for ancestor in names.ancestors(owner):
                full = (*name_parts(self._repository.symbol(ancestor).name), parts[-1])
                own = [
                    ref
                    for ref in self.called(parts[-1])
                    if ref.path == ancestor.path
                    and name_parts(self._repository.symbol(ref).name) == full
                ]
                if own:
                    yield from own
                    break

    def _ends_with(self, ref: SymbolRef, parts: tuple[str, ...]) -> bool:
        file, symbol = self._repository.files[ref.path], self._repository.symbol(ref)
        inner = name_parts(symbol.name)
        return any((*outer, *inner)[-len(parts) :] == parts for outer in _outer_parts(file))

    def _passed_on(self, name: str) -> SymbolRef | None:
        """Return what a full name means that a package offers for what another file defines."""
        head, _, rest = name.rpartition(".")
        while head:
            if head in self._modules:
                found = linking.look_up(self._index, self._modules[head], FILE_SCOPE, rest)
                return None if found is None or found.is_file else found
            head, _, last = head.rpartition(".")
            rest = f"{last}.{rest}"
        return None

    def _is_code(self, ref: SymbolRef) -> bool:
        return ref.is_file or self._repository.symbol(ref).kind not in CONTAINED

    def _settled(self, refs: Sequence[SymbolRef]) -> Sequence[SymbolRef]:
        """Return one symbol for several definitions of a name in a file, where one is the main.

        A function is overloaded, or a name is given a value again under a condition.
        """
        settled = dict.fromkeys(self._main_of(ref, refs) for ref in refs)
        return sorted(settled, key=lambda ref: (self.is_test(ref), *ref))

    def _main_of(self, ref: SymbolRef, refs: Sequence[SymbolRef]) -> SymbolRef:
        names = self._index.names.of(ref.path)
        if ref.is_file or names is None:
            return ref
        position = names.positions(ref.path).get(self._repository.symbol(ref).name)
        main = ref if position is None else SymbolRef(ref.path, position)
        return main if main in refs else ref

    def is_test(self, ref: SymbolRef) -> bool:
        """Whether a symbol stands in a file of tests or of what they share."""
        return self._repository.files[ref.path].role in TEST_ROLES


def _outer_parts(file: RepoFile) -> Iterator[tuple[str, ...]]:
    """Yield what a file's names may have in front: the module, or folders with or without file."""
    if file.module:
        yield name_parts(file.module)
    folders = tuple(part for part in file.folder.split("/") if part)
    yield (*folders, file.name.partition(".")[0])
    yield folders
