"""Lists that a new thing of an existing kind is added to, and what else names their entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.changing.entry_mentions import EntryMentions, plain
from mkdocs_repodoc.insight.changing.named_alike import Family, named_alike
from mkdocs_repodoc.insight.changing.offered_choices import OfferedChoices
from mkdocs_repodoc.insight.changing.registration import Form, Registration
from mkdocs_repodoc.insight.changing.written_registrations import written_in
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_FORMS: Mapping[Form, int] = {"options": 12, "settings": 8, "calls": 2, "values": 2}
"""How much likelier than others somebody adds to lists of some forms."""
_DATA = 100
"""Entries of a table of data."""
_CANDIDATES = 3
"""So many times as many lists of a component are looked at as are told."""


def find_registrations(
    repository: Repository,
    parts: Mapping[str, Sequence[str]],
    read_lines: Callable[[str], Sequence[str]],
    most: int,
    is_test: Callable[[str, int], bool],
) -> Mapping[str, tuple[Registration, ...]]:
    """Return the lists of the software that grow, by component, the weightiest first.

    Args:
        repository: The linked repository.
        parts: Component → paths of its files.
        read_lines: Path → the lines of the file.
        most: Lists of one component.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """
    offered = OfferedChoices(repository)
    candidates: dict[str, list[Registration]] = {}
    for part, paths in parts.items():
        found = list(_written(repository, paths, read_lines, offered.types))
        order = sorted(enumerate(found), key=lambda each: (-_weight(repository, each[1]), each[0]))
        distinct = {(each.made_of, each.entries): each for _, each in reversed(order)}
        candidates[part] = list(reversed(distinct.values()))[: _CANDIDATES * most]
    every = [each for found in candidates.values() for each in found]
    mentions = EntryMentions(repository, every, read_lines)
    families = [Family(each.entries) for each in every]
    alike = iter(named_alike(repository, families, is_test))
    decided: set[frozenset[str]] = set()
    told: dict[str, tuple[Registration, ...]] = {}
    for part, found in candidates.items():
        kept: list[Registration] = []
        for each in (mentions.told(one)._replace(alike=next(alike)) for one in found):
            entries = frozenset(map(plain, each.entries))
            if each.form == "choice" and (entries in decided or not offered.has(each)):
                continue
            if each.comment or each.alike or not mentions.are_common(each):
                kept.append(each._replace(listed=_lists_of(each, every)))
                decided.add(entries)
        listed = {ref for each in kept for ref, _ in each.listed}
        kept = [each for each in kept if each.symbol not in listed]
        told[part] = tuple(nlargest(most, kept, key=lambda each: _weight(repository, each)))
    return told


def _lists_of(
    values: Registration, every: Sequence[Registration]
) -> tuple[tuple[SymbolRef, int], ...]:
    """Return the lists that have most of the values which code makes one by one."""
    if values.form != "values":
        return ()
    names = frozenset(values.entries)
    return tuple(
        (each.symbol, each.line)
        for each in every
        if each.form == "list" and 2 * len(names.intersection(each.entries)) > len(names)
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
        - 6 * (len(found.entries) > _DATA)
    )


def _written(
    repository: Repository,
    paths: Iterable[str],
    read_lines: Callable[[str], Sequence[str]],
    types: Collection[str],
) -> Iterator[Registration]:
    for path in paths:
        file = repository.files[path]
        if file.role in CODE_ROLES and file.role != "stub" and not file.source.origin:
            yield from written_in(file, read_lines(path), types)
