"""Lists that a new thing of an existing kind is added to, and what else names their entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.changing.lists.entry_mentions import EntryMentions, plain
from mkdocs_repodoc.insight.changing.lists.grown_types import GrownTypes
from mkdocs_repodoc.insight.changing.lists.offered_choices import OfferedChoices
from mkdocs_repodoc.insight.changing.lists.registration import Form, Registration
from mkdocs_repodoc.insight.changing.lists.written_fields import WrittenFields
from mkdocs_repodoc.insight.changing.lists.written_registrations import written_in
from mkdocs_repodoc.insight.changing.named_alike import Family, named_alike
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile, Repository

_FORMS: Mapping[Form, int] = {"options": 12, "commands": 12, "settings": 8, "calls": 2, "values": 2}
"""How much likelier than others somebody adds to lists of some forms."""
_OF_FIELDS = frozenset({"options", "commands", "settings"})
"""Lists that people add to even if their entries are words of all the software."""
_LISTED = frozenset({"values", "settings", "enumeration", "commands"})
"""Forms of lists whose entries other lists name once more."""
_DATA = 100
"""Entries of a table of data."""
_CANDIDATES = 3
"""So many times as many lists of a component are looked at as are told."""
_LEAST_MODULES = 3
"""Modules that a table names for it to be one of such."""
_NOTHING_KEPT = FileSearches()


def find_registrations(
    repository: Repository,
    parts: Mapping[str, Sequence[str]],
    read_lines: Callable[[str], Sequence[str]],
    most: int,
    is_test: Callable[[str, int], bool],
    *,
    central: Collection[SymbolRef] = (),
    searches: FileSearches = _NOTHING_KEPT,
) -> Mapping[str, tuple[Registration, ...]]:
    """Return the lists of the software that grow, by component, the weightiest first.

    Args:
        repository: The linked repository.
        parts: Component → paths of its files.
        read_lines: Path → the lines of the file.
        most: Lists of one component.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
        central: The types that the code turns on, to which fields may be added.
        searches: Looks through the files.
    """
    offered = OfferedChoices(repository)
    fields = WrittenFields(read_lines, searches)
    grown = GrownTypes(repository, central, fields, is_test)
    candidates: dict[str, list[Registration]] = {}
    written = _written(repository, chain.from_iterable(parts.values()), read_lines, searches)
    for part, paths in parts.items():
        found = list(_growing(_files(repository, paths), written, grown, offered))
        candidates[part] = _weightiest(repository, found)[: _CANDIDATES * most]
    every = [each for found in candidates.values() for each in found]
    mentions = EntryMentions(repository, every, read_lines, searches)
    families = [Family(each.entries) for each in every]
    alike = iter(named_alike(repository, families, is_test))
    told = {
        part: [mentions.told(one)._replace(alike=next(alike)) for one in found]
        for part, found in candidates.items()
    }
    kept = _Kept(repository, mentions, offered, every)
    chosen = {part: kept.of(found) for part, found in told.items()}
    every = [each for found in chosen.values() for each in found]
    listed = {ref for each in every for ref, _ in (*each.listed, *each.partly)}
    return {
        part: tuple(
            nlargest(
                most,
                (each for each in found if each.symbol not in listed),
                key=lambda each: _weight(repository, each),
            )
        )
        for part, found in chosen.items()
    }


def _weightiest(repository: Repository, found: Sequence[Registration]) -> list[Registration]:
    """Return lists by their weight, of several with the same entries the weightiest."""
    order = sorted(enumerate(found), key=lambda each: (-_weight(repository, each[1]), each[0]))
    distinct = {
        (each.form in _OF_FIELDS, each.made_of, each.entries): each for _, each in reversed(order)
    }
    return list(reversed(distinct.values()))


class _Kept:
    """Which of the lists that are written out are worth telling."""

    def __init__(
        self,
        repository: Repository,
        mentions: EntryMentions,
        offered: OfferedChoices,
        every: Sequence[Registration],
    ) -> None:
        self._repository = repository
        self._mentions = mentions
        self._offered = offered
        self._every = every
        self._decided: set[frozenset[str]] = set()
        self._users = repository.links.uses
        declared = [option for file in repository.files.values() for option in file.outline.options]
        self._flags = frozenset(flag for option in declared for flag in option.flags)
        self._commands = frozenset(
            plain(option.flags[0]) for option in declared if option.is_command and option.flags
        )

    def of(self, found: Sequence[Registration]) -> list[Registration]:
        """Return those of a component that are told, with the lists that have their entries."""
        kept = []
        for each in found:
            entries = frozenset(map(plain, each.entries))
            if each.form == "choice" and (
                entries in self._decided
                or 2 * len(entries & self._commands) > len(entries)  # told with the commands
                or not self._offered.has(each)
            ):
                continue
            if self._is_telling(each):
                listed = _lists_of(each, self._every)
                partly = _parts_of(each, self._every)
                kept.append(each._replace(listed=listed, partly=partly))
                self._decided.add(entries)
        return kept

    def _is_telling(self, found: Registration) -> bool:
        is_clear = found.comment or found.form in _OF_FIELDS or found.refuses
        if is_clear or self._leads(found):
            return True
        if self._mentions.are_common(found) and not found.alike:
            return found.form == "called"  # the code says what the words are for
        return found.form != "list" or not self._is_of_no_account(found)

    def _leads(self, found: Registration) -> bool:
        """Tell whether a list is a table of modules that are loaded by their names."""
        return found.form == "list" and _modules(self._repository, found) >= _LEAST_MODULES

    def _is_of_no_account(self, found: Registration) -> bool:
        """Tell whether a list is a detail of its file, or the arguments of another program."""
        flags = [each for each in found.entries if each.startswith("-")]
        if 2 * len(flags) > len(found.entries) and self._flags.isdisjoint(flags):
            return True
        is_met = found.alike or found.elsewhere or found.tests
        readers = {use.path for use in self._users.of(found.symbol)}
        return not is_met and readers == {found.symbol.path}


def _lists_of(
    found: Registration, every: Sequence[Registration]
) -> tuple[tuple[SymbolRef, int], ...]:
    """Return the lists that have most of the values, members or fields of another."""
    if found.form not in _LISTED:
        return ()
    names = frozenset(found.entries)
    least = len(names) if found.form in _OF_FIELDS else len(names) // 2 + 1
    return tuple(
        (each.symbol, each.line)
        for each in every
        if each.form == "list" and len(names.intersection(each.entries)) >= least
    )


def _parts_of(
    found: Registration, every: Sequence[Registration]
) -> tuple[tuple[SymbolRef, int], ...]:
    """Return the lists of nothing but some commands, which are treated alike."""
    names = frozenset(found.entries) if found.form == "commands" else frozenset()
    return tuple(
        (each.symbol, each.line)
        for each in every
        if each.form == "list" and names > frozenset(each.entries)
    )


def _weight(repository: Repository, found: Registration) -> float:
    """Return how likely it is that somebody adds to a list."""
    uses = repository.links.uses
    counts = repository.history.window.counts
    readers = uses.file_count(found.symbol) if found.form in {"list", "enumeration"} else 1
    return (
        min(len(found.entries), 24) / 4
        + 2 * min(readers, 4)
        + min(counts.get(found.symbol.path, 0), 12) / 4
        + 6 * bool(found.comment)
        + _FORMS.get(found.form, 0)
        + 4 * bool(found.alike)
        + 6 * (_modules(repository, found) >= _LEAST_MODULES)
        - 6 * (len(found.entries) > _DATA and found.form != "enumeration")
    )


def _modules(repository: Repository, found: Registration) -> int:
    """Return how many modules of the repository the lines of a list name."""
    if found.symbol.is_file:
        return 0
    end = repository.symbol(found.symbol).end_line
    named = repository.links.named.get(found.symbol.path, ())
    return sum(found.line <= each.line <= end for each in named)


def _files(repository: Repository, paths: Iterable[str]) -> list[RepoFile]:
    return [
        file
        for file in map(repository.files.__getitem__, paths)
        if file.role in CODE_ROLES and file.role != "stub" and not file.source.origin
    ]


def _written(
    repository: Repository,
    paths: Iterable[str],
    read_lines: Callable[[str], Sequence[str]],
    searches: FileSearches,
) -> Mapping[str, Sequence[Registration]]:
    """Return the lists that are written out in some files, by path."""

    def find(path: str) -> list[Registration]:
        return list(written_in(repository.files[path], read_lines(path)))

    search = FileSearch("written lists", list[Registration], find)
    return searches.results(search, (file.path for file in _files(repository, paths)))


def _growing(
    files: Sequence[RepoFile],
    written: Mapping[str, Sequence[Registration]],
    grown: GrownTypes,
    offered: OfferedChoices,
) -> Iterator[Registration]:
    """Yield the lists in some files, and the types that fields are added to; each type once."""
    declaring: set[SymbolRef] = set()
    for file in files:
        for each in written[file.path]:
            if each.form != "values" or each.made_of in offered.types:
                yield each
            if each.form == "options":
                declaring.add(each.symbol)
    for file in files:
        yield from (each for each in grown.in_file(file) if each.symbol not in declaring)
