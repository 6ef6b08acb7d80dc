"""The files that belong to some paths, the closest first, each with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository
from mkdocs_repodoc.paths import is_below


class ChosenFile(NamedTuple):
    """A file that belongs to a bundle.

    Attributes:
        path: The file.
        reason: A clause that says why.
        is_asked: Whether it was asked for.
    """

    path: str
    reason: str
    is_asked: bool = False


def chosen_files(repository: Repository, paths: Sequence[str]) -> list[ChosenFile]:
    """Return the files of paths, what they depend on, who uses them, what tests them.

    After these comes what the dependencies depend on. In each group, what more of the files are
    tied to comes first, then what more of the repository depends on.

    Args:
        repository: The linked repository.
        paths: Files and folders.
    """
    asked = [path for path in repository.links.order if _is_within(path, paths)]
    asked += [path for path in repository.files if _is_within(path, paths) and path not in asked]
    found = {
        path: ChosenFile(path, "asked for", is_asked=True)
        for path in asked
        if _is_text(repository, path)
    }
    first = _tied(repository, asked, _dependencies, "{} depends on it")
    users = _tied(repository, asked, _users, "it depends on {}")
    tests = _tied(repository, asked, _tests, "it tests {}")
    further = _tied(repository, [each.path for each in first], _dependencies, "{} depends on it")
    is_test = {path for path, file in repository.files.items() if file.role in TEST_ROLES}
    for group in (first, [each for each in users if each.path not in is_test], tests, further):
        for each in group:
            if each.path not in found and _is_text(repository, each.path):
                found[each.path] = each
    return list(found.values())


def _is_within(path: str, paths: Iterable[str]) -> bool:
    return any(path == each or is_below(path, each) for each in paths)


def _is_text(repository: Repository, path: str) -> bool:
    file: RepoFile = repository.files[path]
    return file.source.kind == "text" and not file.source.origin


def _dependencies(repository: Repository, path: str) -> Iterator[str]:
    for resolved in repository.links.imports.get(path, ()):
        yield from resolved.paths
    yield from repository.links.implicit_imports.get(path, ())


def _users(repository: Repository, path: str) -> Iterator[str]:
    for importer in repository.links.imported_by.get(path, ()):
        yield importer.path
    for importer in repository.links.implicit_importers.get(path, ()):
        yield importer.path


def _tests(repository: Repository, path: str) -> Iterator[str]:
    yield from repository.links.tests_of.get(path, ())


def _tied(
    repository: Repository,
    paths: Sequence[str],
    ties: Callable[[Repository, str], Iterator[str]],
    reason: str,
) -> list[ChosenFile]:
    """Return the files that some files are tied to, each with the first of these as the reason."""
    tied: dict[str, list[str]] = {}
    for path in paths:
        for other in dict.fromkeys(ties(repository, path)):
            if other in repository.files and other != path:
                tied.setdefault(other, []).append(path)
    ranks = repository.links.ranks
    order = sorted(tied, key=lambda path: (-len(tied[path]), -ranks.get(path, 0.0), path))
    return [ChosenFile(path, reason.format(tied[path][0])) for path in order]
