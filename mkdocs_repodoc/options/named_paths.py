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
from mkdocs_repodoc.sources.git import came_along

_VARIABLE = "REPODOC_OUTSIDE"
_GIT = ".git"


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
    try:
        seen = Path(os.path.normpath(base / named))
        target = seen.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        reason = "links lead in a cycle" if isinstance(error, RuntimeError) else str(error)
        raise SettingsError(option, f"{named!r} is not a usable path: {reason}") from error
    check_reach(option, target, within)
    _check_links(option, seen, target, repository(base))
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
    if not target.is_relative_to(top):
        if not _is_allowed(option, target):
            raise SettingsError(option, _refusal(f"{target} is outside of {top}"))
    elif _GIT in (part.lower() for part in target.relative_to(top).parts):
        raise SettingsError(option, f"{target} is git's own; name another folder")


def _check_links(option: str, seen: Path, target: Path, top: Path | None) -> None:
    if top is None or not seen.is_relative_to(top) or target.is_relative_to(top):
        return
    if came_along(seen) and not _is_allowed(option, target):
        raise SettingsError(
            option, _refusal(f"a link that git tracks leads {seen} out of {top}, to {target}")
        )


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
        f"if you mean it, name the folder in the variable {_VARIABLE}"
    )
