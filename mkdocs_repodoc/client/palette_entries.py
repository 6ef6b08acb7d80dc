"""The palette's entries: all that can be found in a repository, with its rank among the hits."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from html import unescape
from math import log2

import msgspec

from mkdocs_repodoc.insight.flows.entries.declared_entries import started_by
from mkdocs_repodoc.insight.periphery.remoteness import AROUND, OWN, Remoteness
from mkdocs_repodoc.model.facts import Dependency
from mkdocs_repodoc.model.kinds import SPELT_OUT, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.model.site_plan import Landmark
from mkdocs_repodoc.paths import folder_of
from mkdocs_repodoc.text.english import shortened

FILE, FOLDER, COMMAND, PAGE = "file", "folder", "command", "page"
_SUMMARY = 72
_SIGNATURE = 140
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MARKUP = re.compile(r":[a-z:]+:(?=`)|[`*]+|!?\[([^\[\]]*)\](?:\([^()\s]*\)|\[`[^`]*`\])|<[^<>]*>")
_COMMAND = 5.0
_LANDMARK = 4.0
_DEPENDENCY = 3.0
_DEPENDENCY_TABLES = ("dependencies.", "project.dependencies.", "tool.poetry.dependencies.")
"""Where manifests name what they require, as the keys of their symbols begin."""
_HIDDEN = 2.0
_AROUND = 3.0
_UNNAMED = "?"


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One thing that can be found."""

    name: str
    """Its own name: the last part of a dotted path; the last component of a file's path."""
    scope: str = ""
    """The class around a member, with the separator behind it; the folder around a file."""
    kind: str
    path: str
    module: str = ""
    """Dotted name of the module that the file is, where it is one."""
    anchor: str = ""
    """HTML id of its section; empty for the page's top."""
    line: int = 0
    uses: int = 0
    """How many other files use it."""
    summary: str = ""
    signature: str = ""
    weight: float
    """The higher, the earlier it is shown among equally good matches."""
    remoteness: int = OWN
    is_hidden: bool = False
    """Whether it is no part of what its module offers to others."""


def landmark_entries(landmarks: Iterable[Landmark]) -> Iterator[Entry]:
    """Yield an entry for each landmark; its path is the address of its page."""
    for landmark in landmarks:
        yield Entry(
            name=plain(landmark.title, len(landmark.title)),
            kind=PAGE,
            path=landmark.url,
            anchor=landmark.anchor,
            summary=plain(landmark.page, _SUMMARY),
            weight=_LANDMARK,
        )


def entries(
    repository: Repository, remoteness: Remoteness, *, is_slim: bool = False
) -> Iterator[Entry]:
    """Yield all of the repository that can be found, in the order of paths and lines.

    Args:
        repository: The linked repository.
        remoteness: How far its files are from what it offers today.
        is_slim: Whether of the symbols of generated files little more than the name is told.
    """
    users = _folder_users(repository)
    for path in repository.folders:
        if path:
            yield _folder(repository, path, len(users.get(path, ())), remoteness.of_folder(path))
    for path, file in repository.files.items():
        remote = remoteness.of_file(path)
        yield _file(repository, path, file, remote)
        counts = repository.links.uses.file_counts(path)
        is_bare = is_slim and file.source.is_made
        for position, symbol in enumerate(file.outline.symbols):
            found = _symbol(file, position, symbol, counts.get(position, 0), remote)
            yield msgspec.structs.replace(found, summary="", signature="") if is_bare else found
        yield from _dependencies(file, remote)
    yield from _commands(repository)


def plain(text: str, length: int) -> str:
    """Return a text on one line, without markup, cut at a word if it is too long."""
    bare = unescape(_MARKUP.sub(lambda match: match[1] or "", text))
    line = _UNFIT.sub(" ", bare).strip()
    return shortened(line, length)


def _folder_users(repository: Repository) -> dict[str, set[str]]:
    """Return for each folder the files elsewhere that need something in it."""
    users: dict[str, set[str]] = {}
    for path in repository.files:
        importing = _users(repository, path)
        folder = path
        while folder := folder_of(folder):
            outside = {user for user in importing if not user.startswith(f"{folder}/")}
            users.setdefault(folder, set()).update(outside)
    return users


def _users(repository: Repository, path: str) -> set[str]:
    """Return the files that need one, by an import or without."""
    links = repository.links
    users = (*links.imported_by.get(path, ()), *links.implicit_importers.get(path, ()))
    return {user.path for user in users}


def _folder(repository: Repository, path: str, users: int, remoteness: int) -> Entry:
    folder = repository.folders[path]
    parent, _, name = path.rpartition("/")
    weight = 2 + log2(1 + folder.file_count) / 2 - (remoteness == AROUND) * _AROUND
    return Entry(
        name=plain(name, len(name)),
        scope=f"{plain(parent, len(parent))}/" if parent else "",
        kind=FOLDER,
        path=path,
        uses=users,
        summary=plain(folder.summary, _SUMMARY),
        weight=weight,
        remoteness=remoteness,
    )


def _file(repository: Repository, path: str, file: RepoFile, remoteness: int) -> Entry:
    users = len(_users(repository, path))
    folder, slash, name = path.rpartition("/")
    weight = 3 + log2(1 + users) - (_AROUND if remoteness == AROUND else 0)
    return Entry(
        name=_UNFIT.sub(" ", name),
        scope=_UNFIT.sub(" ", folder) + slash,
        kind=FILE,
        path=path,
        uses=users,
        summary=plain(file.summary, _SUMMARY),
        weight=weight,
        remoteness=remoteness,
    )


def _symbol(file: RepoFile, position: int, symbol: Symbol, uses: int, remoteness: int) -> Entry:
    dotted = _UNFIT.sub(" ", symbol.name).strip() or _UNNAMED
    name = dotted if symbol.kind in SPELT_OUT else _last_part(dotted)
    weight = symbol.kind.weight + 2 * log2(1 + uses)
    weight -= (not symbol.public) * _HIDDEN + (remoteness == AROUND) * _AROUND
    signature = _UNFIT.sub(" ", symbol.signature)
    # Names, scopes and summaries repeat; each is in memory once.
    return Entry(
        name=sys.intern(name),
        scope=sys.intern(dotted[: len(dotted) - len(name)]),
        kind=symbol.kind,
        path=file.path,
        module=file.module,
        anchor=file.anchors[position] if position < len(file.anchors) else "",
        line=symbol.name_line or symbol.line,
        uses=uses,
        summary=sys.intern(plain(symbol.summary, _SUMMARY)),
        signature=signature[:_SIGNATURE] if signature.startswith("(") else "",
        weight=weight,
        remoteness=remoteness,
        is_hidden=not symbol.public,
    )


def _dependencies(file: RepoFile, remoteness: int) -> Iterator[Entry]:
    """Yield the packages that a manifest requires, where they are no symbols of it already."""
    names = {fact.name for fact in file.outline.facts if isinstance(fact, Dependency)}
    if not names:
        return
    positions = {
        symbol.name.removeprefix(table): position
        for position, symbol in enumerate(file.outline.symbols)
        for table in _DEPENDENCY_TABLES
        if symbol.name.startswith(table)
    }
    for name in sorted(names):
        position = positions.get(name)
        yield Entry(
            name=plain(name, len(name)),
            kind=Kind.DEPENDENCY,
            path=file.path,
            anchor="" if position is None else file.anchors[position],
            line=0 if position is None else file.outline.symbols[position].line,
            summary=f"Required by {plain(file.path, _SUMMARY)}",
            weight=_DEPENDENCY,
            remoteness=remoteness,
        )


def _commands(repository: Repository) -> Iterator[Entry]:
    """Yield the commands that the project installs; they lead to the functions that they run."""
    modules = {file.module: path for path, file in repository.files.items() if file.module}
    for command in repository.project.commands:
        ref = started_by(repository, modules, command)
        if ref is None:
            continue
        file = repository.files[ref.path]
        symbol = None if ref.is_file else file.outline.symbols[ref.position]
        yield Entry(
            name=plain(command.name, len(command.name)),
            kind=COMMAND,
            path=ref.path,
            anchor=file.anchors[ref.position] if symbol else "",
            line=symbol.name_line or symbol.line if symbol else 1,
            summary=plain(f"Runs {command.target}", _SUMMARY),
            weight=_COMMAND,
        )


def _last_part(dotted: str) -> str:
    dot, colons = dotted.rfind("."), dotted.rfind("::")
    start = max(dot + 1, colons + 2 if colons >= 0 else 0)
    return dotted[start:] or dotted
