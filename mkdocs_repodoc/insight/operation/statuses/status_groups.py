"""Groups of constants that are statuses by their names, and where code gives one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.statuses.constant_numbers import ConstantNumbers
from mkdocs_repodoc.insight.operation.statuses.status_circumstances import status_on
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.kinds import VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_around
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.text.code_reading.bare_lines import BareLine, bare_lines

_FILES = 64
_NAMED = re.compile(
    r"(?:^|_)(?:Exit|EXIT)(?=[A-Z_])|Exit(?:Code|Status)?$|_EXIT(?:_CODE|_STATUS)?$"
)
"""Constants that are statuses of the program."""
_OWNER = re.compile(r"Exit_?(?:Code|Status|Reason)?(?:es|s)?$")
"""Types whose members are such."""
_LAST = re.compile(r"\w+$")
_KINDS = VALUES | {Kind.ENUMERATOR, Kind.VARIANT}
_LEAST = 2
_GAP = 4
"""Lines between two constants of one group, with what is said of the second."""
_COMPARED = re.compile(r"(?:[=!]==?|[<>]=?|\bis(?: not)?|\bin)\s*[\w.:(&]*$")
_COMPARING = re.compile(r"\)*\s*(?:[=!]==?|[<>]=?|\bis\b|\bin\b|:|=>)")
_CASE = re.compile(r"\s*(?:case|when)\b|\s*\|")


class GroupedStatuses(NamedTuple):
    """What constants say that are statuses.

    Attributes:
        exits: The lines that give one as a value.
        names: Number → the first constant that stands for it.
    """

    exits: tuple[Exit, ...] = ()
    names: Mapping[str, str] = MappingProxyType({})


def grouped_statuses(
    repository: Repository,
    read_text: Callable[[str], str],
    code_roles: Collection[Role],
    known: Mapping[Exit, Sequence[Exit]],
) -> GroupedStatuses:
    """Return the lines that give a constant of such a group as a value, each with its number.

    Of a group the program has to end with at least one. Lines that compare with a constant are
    none, nor those that import or declare it.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
        known: How the software ends by an expression → the exits with numbers that this stands for.
    """
    finder = _Finder(repository, read_text, code_roles)
    files = [
        file
        for file in repository.files.values()
        if file.role in code_roles and not file.source.origin
    ]
    ends = {(path, each.line) for exits in known.values() for path, each in exits}
    ends |= {(file.path, each.line) for file in files for each in file.outline.facts_of(ExitStatus)}
    found: dict[Exit, None] = {}
    names: dict[str, str] = {}
    for group in (group for file in files for group in _groups(file)):
        given = [each for ref in group for each in finder.of(ref)]
        if any((path, each.line) in ends for path, each in given):
            found |= dict.fromkeys(given)
            for ref in group:
                names.setdefault(finder.number(ref), repository.symbol(ref).name)
    return GroupedStatuses(tuple(found), names)


def _groups(file: RepoFile) -> Iterator[list[SymbolRef]]:
    """Yield the constants of a file that stand below each other and are named as statuses."""
    group: list[SymbolRef] = []
    last = (0, "")
    told = {each.line for each in file.outline.facts_of(ExitStatus)}
    for position, symbol in enumerate(file.outline.symbols):
        if symbol.kind not in _KINDS:
            continue
        match = _LAST.search(symbol.name)
        owner = name_around(symbol.name, match[0]) if match is not None else ""
        is_status = _OWNER.search(owner) if owner else _NAMED.search(symbol.name)
        if not is_status or symbol.line in told:
            continue
        if group and (owner != last[1] or symbol.line - last[0] > _GAP):
            yield from _large_enough(group)
            group = []
        group.append(SymbolRef(file.path, position))
        last = symbol.line, owner
    yield from _large_enough(group)


def _large_enough(group: list[SymbolRef]) -> Iterator[list[SymbolRef]]:
    if len(group) >= _LEAST:
        yield group


class _Finder:
    def __init__(
        self,
        repository: Repository,
        read_text: Callable[[str], str],
        code_roles: Collection[Role],
    ) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._numbers = ConstantNumbers(repository, code_roles)
        self._text = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
        self._bare = lru_cache(_FILES)(lambda path: self._bare_lines(path, read_text(path)))

    def number(self, ref: SymbolRef) -> str:
        """Return the number of a constant; empty where it is not known."""
        return self._numbers.of(self._repository.symbol(ref).name, ref.path)

    def of(self, ref: SymbolRef) -> Iterator[Exit]:
        """Yield the lines that give a constant as a value."""
        number = self.number(ref)
        for use in self._repository.links.uses.of(ref) if number else ():
            file = self._repository.files[use.path]
            if file.role not in self._code_roles or use.kind == "import":
                continue
            if self._is_value(use.path, use.line, use.column, use.end_column):
                scope = next(scopes_around(file, [use.line]))
                first = 0 if scope.is_file else self._repository.symbol(scope).line
                found = status_on(self._text(use.path), first, use.line, number)
                yield use.path, found

    def _is_value(self, path: str, line: int, start: int, end: int) -> bool:
        """Tell whether a name on a line is no part of a comparison or a declaration."""
        shape = self._bare(path)[line - 1].shape
        before, behind = shape.encode()[:start].decode(), shape.encode()[end:].decode()
        return not (_COMPARED.search(before) or _COMPARING.match(behind) or _CASE.match(before))

    def _bare_lines(self, path: str, text: str) -> Sequence[BareLine]:
        language = self._repository.files[path].source.language
        return bare_lines(text, language_named(language).comments)
