"""Needs of files: which others each imports, or uses without an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.insight.architecture.component import Needed
from mkdocs_repodoc.insight.architecture.facades import FacadeFollower, is_facade
from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.model.repository import Repository


class FileNeeds:
    """Tells which files need which others.

    Args:
        repository: The linked repository.
        bounds: The bounds of the answers.
    """

    def __init__(self, repository: Repository, bounds: Bounds) -> None:
        self._repository = repository
        self.bounds = bounds

    @bounded("which files stand for a folder", frozenset)
    def facades(self) -> frozenset[str]:
        """The files that stand for a folder and pass on what others define."""
        return frozenset(path for path, file in self._repository.files.items() if is_facade(file))

    @cached_property
    def dependencies(self) -> Mapping[str, tuple[str, ...]]:
        """Path → the other files of the repository that it needs, each once.

        It imports them, or uses their names where that takes no import.
        """
        links = self._repository.links
        found = {}
        for path in self._needing:
            imported = (one for each in links.imports.get(path, ()) for one in each.paths)
            needed = dict.fromkeys((*imported, *links.implicit_imports.get(path, ())))
            needed.pop(path, None)
            found[path] = tuple(needed)
        return found

    @cached_property
    def _needing(self) -> Sequence[str]:
        """The paths of the files that may need others, in order."""
        links = self._repository.links
        return sorted({*links.imports, *links.implicit_imports})

    def dependents(self, path: str) -> tuple[str, ...]:
        """Return the other files that need a file, each once: those that import it first."""
        links = self._repository.links
        users = (*links.imported_by.get(path, ()), *links.implicit_importers.get(path, ()))
        return tuple(dict.fromkeys(each.path for each in users if each.path != path))

    @bounded("what files need when they run", dict)
    def all_needed(self) -> Mapping[str, tuple[Needed, ...]]:
        """Path → what the file needs when it runs."""
        return {path: self._needed(path) for path in self._needing}

    @cached_property
    def needed_files(self) -> Mapping[str, frozenset[str]]:
        """Path → the other files that it needs when it runs, façades followed to their source."""
        return {
            path: frozenset(each.path for each in needed)
            for path, needed in self.all_needed.items()
        }

    def _needed(self, path: str) -> tuple[Needed, ...]:
        """What a file needs when it runs; what a façade passes on, from where it is defined."""
        written = self._repository.files[path].outline.imports
        links = self._repository.links
        imported = (
            Needed(target, bool(item.scope))
            for item, each in zip(written, links.imports.get(path, ()), strict=False)
            if not item.type_checking
            for target in self.facade_follower.sources(item, each)
            if target != path
        )
        implied = (Needed(target, later=False) for target in links.implicit_imports.get(path, ()))
        return (*imported, *implied)

    @cached_property
    def facade_follower(self) -> FacadeFollower:
        """What façades pass on, followed to where it is defined."""
        return FacadeFollower(self._repository, self.facades)

    def import_line(self, path: str, target: str) -> int:
        """Return the line where a file first needs another; 0 if a façade passes it on unnamed."""
        implied = self._repository.links.implicit_imports.get(path, {})
        if target in implied:
            return implied[target]
        written = self._repository.files[path].outline.imports
        found = self._repository.links.imports.get(path, ())
        return min(
            (
                item.line
                for item, each in zip(written, found, strict=False)
                if not item.type_checking and target in self.facade_follower.sources(item, each)
            ),
            default=0,
        )
