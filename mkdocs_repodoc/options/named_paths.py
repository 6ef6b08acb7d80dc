"""Files and folders that options name: where links lead, and where they may not.

A configuration that comes with a repository is as hostile as the rest of it may be: what it names
lies in that repository, or where whoever runs the build allows it. A link that git tracks comes
with the repository too, whoever has written the name that leads there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.processes.isolation import repository
from mkdocs_repodoc.sources.came_along import is_tracked, links_on_the_way, untracked_in
from mkdocs_repodoc.sources.git import GitError

LARGEST_CONFIGURATION = 1_000_000
"""Bytes that a configuration file may have."""
_VARIABLE = "REPODOC_OUTSIDE"
_GIT = ".git"
_REMEDY = f"if you mean it, name the folder in the variable {_VARIABLE}"


def followed(option: str, named: str, base: Path, within: Path | None) -> Path:
    """Return the target that an option names, absolute, every link followed.

    Args:
        option: Name of the option.
        named: What it says; nothing needs to be there.
        base: Folder that relative paths start from.
        within: Folder that the configuration may not lead out of; `None` if it is the user's own.

    Raises:
        SettingsError: It is no path, or leads where this configuration has no business.
    """
    seen, target = located(option, named, base)
    check_reach(option, target, within)
    _check_links(option, seen, target)
    return target


def located(option: str, named: str, base: Path) -> tuple[Path, Path]:
    """Return the place that an option names, absolute, and its target, every link followed.

    Args:
        option: Name of the option.
        named: What it says; nothing needs to be there.
        base: Folder that relative paths start from.

    Raises:
        SettingsError: It is no path.
    """
    seen = Path(os.path.normpath(base / named))
    return seen, _resolved(option, named, seen)


def typed(option: str, path: Path) -> Path:
    """Return the target of a path on the command line, absolute, every link followed.

    It is the user's own, but links on the way to it may not be.

    Args:
        option: The option or argument.
        path: The path, as the operating system has it.

    Raises:
        SettingsError: It is no path, or a link that git tracks leads it out of its repository.
    """
    target = _resolved(option, str(path), path)
    _check_links(option, path.absolute(), target)
    return target


def _resolved(option: str, named: str, path: Path) -> Path:
    try:
        target = path.resolve()
        reason = "links lead in a cycle" if target.is_symlink() else ""
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        reason = "links lead in a cycle" if isinstance(error, RuntimeError) else str(error)
    if reason:
        raise SettingsError(option, f"{named!r} is not a usable path: {reason}")
    return target


def check_reach(option: str, target: Path, within: Path | None) -> None:
    """See that a target is none where a configuration has no business.

    Args:
        option: Name of the option that has led there.
        target: The target, every link followed.
        within: As for `followed`.

    Raises:
        SettingsError: It is.
    """
    if within is None:
        return
    top = within.resolve()
    is_inside = target.is_relative_to(top)
    if not is_inside and not _is_allowed(option, target):
        raise SettingsError(option, _refusal(f"{target} is outside of {top}"))
    parts = target.relative_to(top).parts if is_inside else target.parts
    if _GIT in (part.lower() for part in parts):
        raise SettingsError(option, f"{target} is git's own; name another folder")


def check_tracked(option: str, folder: Path, suffix: str, within: Path | None) -> None:
    """See that a configuration publishes no file of a folder that has not come with it.

    Args:
        option: Name of the option.
        folder: The folder, every link followed.
        suffix: Ending of the names of the files that it may publish.
        within: As for `followed`.

    Raises:
        SettingsError: There is one, or git does not say.
    """
    if within is None or _is_allowed(option, folder):
        return
    try:
        strangers = untracked_in(folder, suffix)
    except GitError as error:
        raise SettingsError(
            option, f"git doesn't say what it tracks in {folder}: {error}"
        ) from error
    if strangers:
        raise SettingsError(
            option,
            f"git doesn't track {strangers[0]}, which a configuration that may have come with the "
            f"repository could publish; add it to git, or {_REMEDY}",
        )


def _is_within(target: Path, top: Path) -> bool:
    """Tell whether a file is a repository's, and not git's own."""
    if not target.is_relative_to(top):
        return False
    return _GIT not in (part.lower() for part in target.relative_to(top).parts)


def _check_links(option: str, seen: Path, target: Path) -> None:
    for link in links_on_the_way(seen):
        top = repository(link.parent)
        if top is None or _is_within(target, top) or _is_allowed(option, target):
            continue
        where = f"{seen} out of {top}, to {target}"
        try:
            if is_tracked(link):
                raise SettingsError(option, f"a link that git tracks leads {where}; {_REMEDY}")
        except GitError as error:
            raise SettingsError(option, f"{link} leads {where}, and {error}; {_REMEDY}") from error


def _is_allowed(option: str, target: Path) -> bool:
    return any(target.is_relative_to(folder) for folder in _allowed(option))


def _allowed(option: str) -> Iterator[Path]:
    for each in os.environ.get(_VARIABLE, "").split(os.pathsep):
        if not each.strip():
            continue
        if not Path(each).is_absolute():
            raise SettingsError(option, f"the variable {_VARIABLE}: {each!r} is not absolute")
        yield Path(each).resolve()


def _refusal(problem: str) -> str:
    return (
        f"{problem}, where a configuration that may have come with the repository leads nobody; "
        f"{_REMEDY}"
    )
