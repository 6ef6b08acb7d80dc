"""Options of programs that stand beside the one which the repository is there for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import folder_of, name_of, stem_of

Declared = tuple[str, Option]
"""Path of a file, and an option that it declares."""


class OtherPrograms:
    """Tells options of the software's own programs from those of others.

    The software's own are those that its project installs, else those called as the repository.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        installed: The files that commands start which the project installs.
    """

    def __init__(
        self, repository: Repository, code: Collection[RepoFile], installed: Collection[str]
    ) -> None:
        self._repository = repository
        self._code = {file.path for file in code}
        starts = {file.path for file in code if file.outline.main_line}
        self._main = set(installed) or {path for path in starts if _is_named(path, repository.name)}
        self._others = starts - self._main

    def parted(self, declared: Sequence[Declared]) -> tuple[list[Declared], list[Declared]]:
        """Return options of the software's own programs, and those of others.

        An option is another's where only that comes to the file, or where the file is a program
        itself and keeps the function to itself that declares the option.

        Args:
            declared: Path and option, those of a file in the order of lines.
        """
        if not self._main or not self._others:
            return [*declared], []
        own: list[Declared] = []
        aside: list[Declared] = []
        kept = {path: self._kept(path, declared) for path in {path for path, _ in declared}}
        for path, option in declared:
            is_others = path in self._behind and path not in self._reached
            is_other = path not in self._main and (option.line in kept[path] or is_others)
            (aside if is_other else own).append((path, option))
        return own, aside

    @cached_property
    def _reached(self) -> set[str]:
        """The software's own programs, and what they come to."""
        return _reach(self._repository, self._main)

    @cached_property
    def _behind(self) -> set[str]:
        """The other programs, and what they come to."""
        return _reach(self._repository, self._others)

    def _kept(self, path: str, declared: Sequence[Declared]) -> set[int]:
        """Return the lines of options that stand in functions which no other file uses.

        Only another program keeps something to itself.
        """
        if path not in self._others:
            return set()
        lines = [option.line for each, option in declared if each == path]
        around = zip(lines, scopes_around(self._repository.files[path], lines), strict=True)
        return {
            line
            for line, scope in around
            if not scope.is_file
            and not any(
                use.path != path and use.path in self._code
                for use in self._repository.links.uses.of(scope)
            )
        }


def _is_named(path: str, name: str) -> bool:
    return name in {name_of(folder_of(path)), stem_of(name_of(path))}


def _reach(repository: Repository, starts: Collection[str]) -> set[str]:
    """Return some files, and what they import in turn."""
    found = set(starts)
    waiting = [*found]
    while waiting:
        for each in repository.links.imports.get(waiting.pop(), ()):
            new = set(each.paths) - found
            found |= new
            waiting += new
    return found
