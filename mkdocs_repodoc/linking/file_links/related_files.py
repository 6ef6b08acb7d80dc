"""Files worth reading next to another, each with the reasons for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.model.file_links import Reason, ReasonKind, Related, RelationKind
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import folder_of

_FEW_IMPORTERS = 10
"""What more files than this import is less about any one of them."""
_FEW_SHARED = 3
"""Fewer imports in common are a coincidence."""
_FEW_COMMITS = 3
_POPULAR = 60
"""What more files than this import says little about any two of them."""


_RELATIONS: dict[RelationKind, float] = {
    "runs": 2.5,
    "run by": 2.5,
    "names": 1.5,
    "named by": 1.5,
    "starts": 2.5,
    "started by": 2.0,
    "stub of": 6.0,
    "stubbed by": 5.0,
    "defines": 5.0,
    "defined by": 5.0,
    "generated from": 5.0,
    "generates": 3.0,
    "uses table": 2.5,
    "table used by": 2.0,
}
"""Kind of a tie without an import → its weight."""


class _Reasons:
    """Collects reasons and their weight for each candidate."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.found: dict[str, tuple[list[Reason], float]] = {}

    def add(
        self, path: str, kind: ReasonKind | RelationKind, score: float, number: int = 0
    ) -> None:
        if path == self._path or not path:
            return
        reasons, total = self.found.get(path, ([], 0.0))
        self.found[path] = ([*reasons, Reason(kind, number)], total + score)


def related(repository: Repository, path: str, uses: Uses) -> tuple[Related, ...]:
    """Rank the files that are tied to a file: by tests, imports, uses, history and folder."""
    reasons = _Reasons(path)
    links = repository.links
    for rank, test in enumerate(links.tests_of.get(path, ())):
        reasons.add(test, "tests", 5.0 / (1 + rank / 4))
    for rank, tested in enumerate(links.tested_by.get(path, ())):
        reasons.add(tested, "tested", 5.0 / (1 + rank))
    _by_relations(repository, path, reasons)
    _by_imports(repository, path, reasons, uses)
    _by_shared_imports(repository, path, reasons)
    for other, commits in repository.history.co_changes.get(path, {}).items():
        if commits >= _FEW_COMMITS and _may_follow(repository, path, other):
            reasons.add(other, "changed together", min(4.0, commits / 3), commits)
    _by_folder(repository, path, reasons)
    found = [
        (-round(score, 4), Related(other, tuple(why)))
        for other, (why, score) in reasons.found.items()
        if other in repository.files
    ]
    found.sort(key=lambda each: (each[0], each[1].path))
    return tuple(entry for _, entry in found)


def _may_follow(repository: Repository, path: str, other: str) -> bool:
    """Return whether that two files changed together may say something of either.

    A licence gets its new year along with whatever else is done that day, and what a program writes
    changes with all that it is made of.
    """
    pair = (repository.files.get(path), repository.files.get(other))
    return all(
        file is not None and file.role != "licence" and not file.source.origin for file in pair
    )


def _by_relations(repository: Repository, path: str, reasons: _Reasons) -> None:
    """Files that are tied without an import; each reason is said from this file's side."""
    told = set()
    for relation in repository.links.relations.get(path, ()):
        key = (relation.target.path, relation.kind)
        if key not in told:
            told.add(key)
            reasons.add(relation.target.path, relation.kind, _RELATIONS[relation.kind])


def _by_imports(repository: Repository, path: str, reasons: _Reasons, uses: Uses) -> None:
    links = repository.links
    taken = _counts(uses, path)
    imported = {one for entry in links.imports.get(path, ()) for one in entry.paths}
    for other in sorted(imported):
        reasons.add(other, "imported", 2.0 + min(2.0, taken.get(other, 0) / 10))
    is_document = repository.files[path].outline.refers
    named: ReasonKind = "names shown" if is_document else "names used"
    for other in sorted(set(taken) - imported):
        reasons.add(other, named, 1.0 + min(2.0, taken[other] / 10))
    importers = sorted({importer.path for importer in links.imported_by.get(path, ())})
    given = uses.users(path) if len(importers) <= _POPULAR else {}
    weight = 2.0 if len(importers) <= _FEW_IMPORTERS else 1.0
    for other in importers[:_POPULAR]:
        reasons.add(other, "imports", weight + min(2.0, given.get(other, 0) / 10))
    for user in links.implicit_importers.get(path, ())[:_POPULAR]:
        reasons.add(user.path, "uses names", 1.0 + min(2.0, given.get(user.path, 0) / 10))


def _counts(uses: Uses, path: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for symbol, count in uses.referred(path).items():
        if symbol.path != path and not symbol.is_file:
            counts[symbol.path] = counts.get(symbol.path, 0) + count
    return counts


def _by_shared_imports(repository: Repository, path: str, reasons: _Reasons) -> None:
    """Count what two files both import from the repository; what everybody imports counts less."""
    links = repository.links
    mine = sorted({one for entry in links.imports.get(path, ()) for one in entry.paths})
    shared: dict[str, int] = {}
    for target in mine:
        for other in _importers(repository, target):
            shared[other] = shared.get(other, 0) + 1
    for other, count in sorted(shared.items()):
        if count >= _FEW_SHARED:
            reasons.add(other, "shared imports", min(2.0, 0.2 * count), count)


def _importers(repository: Repository, path: str) -> set[str]:
    """Return the files that import a file; none if it is popular.

    It looks at no more of them than that takes: what all files import would else be gone through
    once for each of them.
    """
    found: set[str] = set()
    for importer in repository.links.imported_by.get(path, ()):
        found.add(importer.path)
        if len(found) > _POPULAR:
            return set()
    return found


def _by_folder(repository: Repository, path: str, reasons: _Reasons) -> None:
    folder = repository.folders.get(folder_of(path))
    if folder is None:
        return
    counterparts = _counterparts(folder.files, path)
    beside = {other for other in reasons.found if folder_of(other) == folder.path}
    for other in counterparts:
        reasons.add(other, "counterpart", 2.0)
    for other in beside.difference(counterparts):
        reasons.add(other, "same folder", 0.3)


def _counterparts(files: Sequence[str], path: str) -> list[str]:
    """Return the files that differ from one in their suffix alone: `tide.h` for `tide.c`.

    Args:
        files: All files of the folder, sorted: in a folder of thousands only those near by are
            looked at.
        path: The file.
    """
    folder, slash, name = path.rpartition("/")
    stem = name.partition(".")[0]
    if not stem:
        return []
    prefix = f"{folder}{slash}{stem}"
    whole = bisect_left(files, prefix)
    found = [other for other in files[whole : whole + 1] if other == prefix]
    start = bisect_left(files, f"{prefix}.")
    near = (files[index] for index in range(start, len(files)))
    found += takewhile(lambda other: other.startswith(f"{prefix}."), near)
    return [other for other in found if other != path]
