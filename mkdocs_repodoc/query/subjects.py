"""The meaning of the names in a question, or the reason why that can't be said."""

from __future__ import annotations

import posixpath
from difflib import get_close_matches

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.unsettled import UnsettledError

_ALIKE = 5


def subject(asked: AskedRepository, name: str, below: str = "") -> SymbolRef:
    """Return the one symbol or file that a name means.

    Args:
        asked: The repository.
        name: As `SymbolNames.find` takes it.
        below: Folder or file that it is looked for in; empty for all.

    Raises:
        UnsettledError: It means nothing, or more than one.
    """
    below = scope_path(asked, below)
    found = asked.names.find(from_top(asked, name), below)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnsettledError(
            f"{name!r} means {len(found)} symbols. Ask again with one of their ids.", found
        )
    where = f" below {below}" if below else ""
    alike = asked.names.alike(name, _ALIKE)
    raise UnsettledError(
        f"Nothing{where} is called {name!r}."
        + (f" Names like it: {', '.join(alike)}." if alike else "")
    )


def file_path(asked: AskedRepository, path: str) -> str:
    """Return the path of a file that a question names.

    Raises:
        UnsettledError: There is no such file.
    """
    files = asked.repository.files
    path = from_top(asked, path)
    if path in files:
        return path
    modules = asked.names.find(path)
    if len(modules) == 1 and modules[0].is_file:
        return modules[0].path
    ends = [each for each in files if each.endswith(f"/{path}")]
    if len(ends) == 1:
        return ends[0]
    if ends:
        raise UnsettledError(
            f"{len(ends)} files are called {path!r}. Ask again with one of their paths.",
            [SymbolRef.of_file(each) for each in ends],
        )
    alike = get_close_matches(path, files, _ALIKE)
    raise UnsettledError(
        f"There is no file {path!r} among those that are documented."
        + (f" Paths like it: {', '.join(alike)}." if alike else "")
    )


def folder_path(asked: AskedRepository, path: str) -> str:
    """Return the path of a folder that a question names; empty for the repository.

    Raises:
        UnsettledError: There is no such folder.
    """
    folder = normal_path(asked, path)
    if folder not in asked.repository.folders:
        raise UnsettledError(f"There is no folder {path!r} with files that are documented.")
    return folder


def scope_path(asked: AskedRepository, path: str) -> str:
    """Return the path of a folder or file that an answer keeps to; empty for all.

    Raises:
        UnsettledError: There is neither: an answer without entries would be taken for one.
    """
    scope = normal_path(asked, path)
    repository = asked.repository
    if scope in repository.folders or scope in repository.files:
        return scope
    raise UnsettledError(f"There is no folder or file {path!r} among those that are documented.")


def normal_path(asked: AskedRepository, path: str) -> str:
    """Return a path as the repository has it: relative to its top, empty for that."""
    normal = posixpath.normpath(from_top(asked, f"{path}/").strip("/"))
    return "" if normal == "." else normal


def from_top(asked: AskedRepository, name: str) -> str:
    """Return a name or path without what people and agents put in front of one that they see."""
    return name.removeprefix(f"{asked.root.as_posix()}/").removeprefix("./")
