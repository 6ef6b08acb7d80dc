"""Options of programs that stand beside the one which the repository is there for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import folder_of, name_of, stem_of

Declared = tuple[str, Option]
"""Path of a file, and an option that it declares."""


def without_other_programs(
    repository: Repository,
    declared: Sequence[Declared],
    code: Collection[RepoFile],
    installed: Collection[str],
) -> tuple[list[Declared], list[Declared]]:
    """Return options of the software's own programs, and those of others.

    The software's own are those that its project installs, else those called as the repository. An
    option is another's where only that comes to the file, or where the file is a program itself and
    keeps the function to itself that declares the option.

    Args:
        repository: The linked repository.
        declared: Path and option, those of a file in the order of lines.
        code: The files that make up the software itself.
        installed: The files that commands start which the project installs.
    """
    starts = {file.path for file in code if file.outline.main_line}
    main = set(installed) or {path for path in starts if _is_named(path, repository.name)}
    others = starts - main
    if not main or not others:
        return [*declared], []
    reach, behind = _reach(repository, main), _reach(repository, others)
    own: list[Declared] = []
    aside: list[Declared] = []
    users = {file.path for file in code}
    kept = {path: _kept(repository, path, declared, users - {path}) for path in others}
    for path, option in declared:
        is_kept = option.line in kept.get(path, ())
        is_other = path not in main and (is_kept or (path in behind and path not in reach))
        (aside if is_other else own).append((path, option))
    return own, aside


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


def _kept(
    repository: Repository, path: str, declared: Sequence[Declared], users: Collection[str]
) -> set[int]:
    """Return the lines of options that stand in functions which none of some files uses."""
    lines = [option.line for each, option in declared if each == path]
    around = zip(lines, scopes_around(repository.files[path], lines), strict=True)
    return {
        line
        for line, scope in around
        if not scope.is_file
        and not any(use.path in users for use in repository.links.uses.of(scope))
    }
