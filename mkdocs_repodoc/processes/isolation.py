"""The search paths of this process, and of those that it starts, for modules and programs.

They never hold the working folder or the documented repository: a tracked `json.py` or `git` must
not run because somebody documents it. Python puts such folders in front of its own library when it
is started with `-m` or `-c`, or with `PYTHONPATH`; a search path may hold them as `.`, as an empty
entry, or by name. What follows the standard library on Python's path has been installed by
somebody, editable installs included, and is trusted.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_OWN_FOLDER = os.path.realpath(Path(__file__).parents[2])
"""Whence this package runs; it may be a source tree, and the documented one at that."""

_OWN_SECRETS = "REPODOC_CACHE_"
"""Beginning of variables that hold passwords, for which no process that we start has a use."""


def repository(folder: Path) -> Path | None:
    """Return the nearest folder, this one included, that holds a `.git`; `None` if there is none.

    Args:
        folder: Where to begin.
    """
    start = folder.resolve()
    tops = (start, *start.parents)
    return next((top for top in tops if os.path.lexists(top / ".git")), None)


def module_path(root: Path) -> list[str]:
    """Return the entries of `sys.path` where modules may come from.

    Args:
        root: The documented folder.
    """
    barred = _Barred.of(root)
    library = os.path.realpath(sysconfig.get_path("stdlib"))
    path = [entry for entry in sys.path if Path(entry).is_absolute()]
    resolved_entries = [os.path.realpath(entry) for entry in path]
    installed = resolved_entries.index(library) if library in resolved_entries else len(path)
    return [
        entry
        for number, (entry, resolved) in enumerate(zip(path, resolved_entries, strict=True))
        if number >= installed or resolved == _OWN_FOLDER or not barred.holds(resolved)
    ]


@contextmanager
def trusted_imports(root: Path) -> Iterator[None]:
    """Take what is imported in the block from `module_path` alone.

    Args:
        root: The documented folder.
    """
    before = sys.path
    sys.path = module_path(root)
    try:
        yield
    finally:
        sys.path = before


def program(name: str, root: Path) -> str | None:
    """Return the absolute path of a program on the search path.

    Args:
        name: The program, without the suffix that it has on Windows.
        root: The documented folder.

    Returns:
        `None` if it is in no folder of the search path that may be trusted.
    """
    suffix = ".exe" if os.name == "nt" else ""
    for folder in _program_folders(root):
        file = Path(folder, name + suffix)
        if file.is_file() and os.access(file, os.X_OK):
            return str(file)
    return None


def environment(root: Path) -> dict[str, str]:
    """Return the environment of a process to be started, so that its own search is as strict.

    Where the cache is, and what proves who we are there, is left out.

    Args:
        root: The documented folder.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith(_OWN_SECRETS)
    }
    return kept | {
        "PATH": os.pathsep.join(_program_folders(root)),
        "PYTHONSAFEPATH": "1",
        "NoDefaultCurrentDirectoryInExePath": "1",  # Windows looks there first otherwise
    }


def _program_folders(root: Path) -> list[str]:
    barred = _Barred.of(root)
    folders = []
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        resolved = os.path.realpath(entry or os.curdir)
        if Path(entry).is_absolute() and (not barred.holds(resolved) or _is_installed(resolved)):
            folders.append(entry)
    return folders


def _is_installed(resolved: str) -> bool:
    """Whether a folder is of our environment, which often lies, untracked, in a repository."""
    own = Path(sys.prefix).resolve()
    return Path(resolved).is_relative_to(own) and repository(own) != own


class _Barred(NamedTuple):
    working_folder: str
    repository: Path

    @classmethod
    def of(cls, root: Path) -> _Barred:
        return cls(os.path.realpath(os.curdir), repository(root) or root.resolve())

    def holds(self, resolved: str) -> bool:
        return resolved == self.working_folder or Path(resolved).is_relative_to(self.repository)
