"""The palette's entries: every symbol, file and folder, with its rank among the hits."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from math import log2

import msgspec

from mkdocs_repodoc.model.kinds import SPELT_OUT
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.text.english import shortened

FILE, FOLDER = "file", "folder"
_SUMMARY = 72
_SIGNATURE = 140
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MARKUP = re.compile(r":[a-z:]+:(?=`)|[`*]+|!?\[([^\[\]]*)\]\([^()\s]*\)|<[^<>]*>")
_HIDDEN = 2.0
_TEST = 3.0
_UNNAMED = "?"


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One thing that can be found."""

    name: str
    """Its own name: the last part of a dotted path; the last component of a file's path."""
    scope: str
    """What stands before it in its file: its class with the separator; a file's folder."""
    kind: str
    path: str
    module: str
    """Dotted name of the module that the file is, where it is one."""
    anchor: str
    """HTML id of its section; empty for the page's top."""
    line: int
    uses: int
    """How many other files use it."""
    summary: str
    signature: str
    weight: float
    """The higher, the earlier it is shown among equally good matches."""


def entries(repository: Repository) -> Iterator[Entry]:
    """Yield all that the palette can find, in the order of paths and lines."""
    for path, folder in repository.folders.items():
        if path:
            parent, _, name = path.rpartition("/")
            weight = 2 + log2(1 + folder.file_count) / 2
            yield Entry(
                plain(name, len(name)),
                f"{plain(parent, len(parent))}/" if parent else "",
                FOLDER,
                path,
                "",
                "",
                0,
                0,
                plain(folder.summary, _SUMMARY),
                "",
                weight,
            )
    for path, file in repository.files.items():
        yield _file(repository, path, file)
        counts = repository.links.uses.file_counts(path)
        for position, symbol in enumerate(file.outline.symbols):
            yield _symbol(file, position, symbol, counts.get(position, 0))


def plain(text: str, length: int) -> str:
    """Return a text on one line, without markup, cut at a word if it is too long."""
    line = _UNFIT.sub(" ", _MARKUP.sub(lambda match: match[1] or "", text)).strip()
    return shortened(line, length)


def _file(repository: Repository, path: str, file: RepoFile) -> Entry:
    users = len(repository.links.imported_by.get(path, ()))
    folder, slash, name = path.rpartition("/")
    weight = 3 + log2(1 + users) - (_TEST if file.role == "test" else 0)
    return Entry(
        _UNFIT.sub(" ", name),
        _UNFIT.sub(" ", folder) + slash,
        FILE,
        path,
        "",
        "",
        0,
        users,
        plain(file.summary, _SUMMARY),
        "",
        weight,
    )


def _symbol(file: RepoFile, position: int, symbol: Symbol, uses: int) -> Entry:
    dotted = _UNFIT.sub(" ", symbol.name).strip() or _UNNAMED
    name = dotted if symbol.kind in SPELT_OUT else _last_part(dotted)
    weight = symbol.kind.weight + 2 * log2(1 + uses)
    weight -= (not symbol.public) * _HIDDEN + (file.role == "test") * _TEST
    signature = _UNFIT.sub(" ", symbol.signature)
    return Entry(
        sys.intern(name),  # names and scopes repeat; each is in memory once
        sys.intern(dotted[: len(dotted) - len(name)]),
        symbol.kind,
        file.path,
        file.module,
        file.anchors[position] if position < len(file.anchors) else "",
        symbol.name_line or symbol.line,
        uses,
        sys.intern(plain(symbol.summary, _SUMMARY)),
        signature[:_SIGNATURE] if signature.startswith("(") else "",
        weight,
    )


def _last_part(dotted: str) -> str:
    dot, colons = dotted.rfind("."), dotted.rfind("::")
    start = max(dot + 1, colons + 2 if colons >= 0 else 0)
    return dotted[start:] or dotted
