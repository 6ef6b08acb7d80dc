"""The palette's entries: every symbol, file and folder, with its rank among the hits."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from math import log2

import msgspec

from mkdocs_repodoc.insight.flows.entry_points import started_by
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.kinds import SPELT_OUT
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.model.sections import tour_stop_anchor
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.text.english import count, shortened

FILE, FOLDER, COMMAND, TOUR = "file", "folder", "command", "tour"
OWN, PAST, AROUND = 0, 1, 2
"""How remote a file is from what the repository offers today: its own code, that of a past version,
what surrounds it (tests, examples, generated and vendored files)."""
_SUMMARY = 72
_SIGNATURE = 140
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_MARKUP = re.compile(r":[a-z:]+:(?=`)|[`*]+|!?\[([^\[\]]*)\]\([^()\s]*\)|<[^<>]*>")
_HIDDEN = 2.0
_AROUND = 3.0
_PAST_FOLDER = re.compile(r"(?:^|/)_?(?:legacy|deprecated|obsolete|old|archive|compat|v\d+)/")
_ROLES_AROUND: frozenset[Role] = frozenset({"test", "test support", "example"})
_UNNAMED = "?"
_TOUR = 6.0
"""Weight of the tour: who types its name wants it."""


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One thing that can be found."""

    name: str
    """Its own name: the last part of a dotted path; the last component of a file's path."""
    scope: str = ""
    """What stands before it in its file: its class with the separator; a file's folder."""
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
    url: str = ""
    """Address of its page, relative to the site's top, if it is neither that of a file nor of a
    folder."""


def entries(repository: Repository) -> Iterator[Entry]:
    """Yield all that the palette can find, in the order of paths and lines."""
    for path, folder in repository.folders.items():
        if path:
            parent, _, name = path.rpartition("/")
            weight = 2 + log2(1 + folder.file_count) / 2
            yield Entry(
                name=plain(name, len(name)),
                scope=f"{plain(parent, len(parent))}/" if parent else "",
                kind=FOLDER,
                path=path,
                summary=plain(folder.summary, _SUMMARY),
                weight=weight,
            )
    for path, file in repository.files.items():
        yield _file(repository, path, file)
        counts = repository.links.uses.file_counts(path)
        for position, symbol in enumerate(file.outline.symbols):
            yield _symbol(file, position, symbol, counts.get(position, 0))
    yield from _commands(repository)


def plain(text: str, length: int) -> str:
    """Return a text on one line, without markup, cut at a word if it is too long."""
    line = _UNFIT.sub(" ", _MARKUP.sub(lambda match: match[1] or "", text)).strip()
    return shortened(line, length)


def _file(repository: Repository, path: str, file: RepoFile) -> Entry:
    users = len(repository.links.imported_by.get(path, ()))
    folder, slash, name = path.rpartition("/")
    remoteness = _remoteness(file)
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


def _symbol(file: RepoFile, position: int, symbol: Symbol, uses: int) -> Entry:
    dotted = _UNFIT.sub(" ", symbol.name).strip() or _UNNAMED
    name = dotted if symbol.kind in SPELT_OUT else _last_part(dotted)
    weight = symbol.kind.weight + 2 * log2(1 + uses)
    remoteness = _remoteness(file)
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
            weight=5.0,
        )


def tour_entries(insight: RepositoryInsight, plan: SitePlan) -> Iterator[Entry]:
    """Yield the tour's page and its stops; nothing where there is no tour."""
    if insight.tour is None:
        return
    url = plan.pages[plan.uri("tour", "")].url
    stops = insight.tour.stops
    said = f"{count(len(stops), 'stop')} through the source"
    yield Entry(name="Tour", kind=TOUR, path="", summary=said, weight=_TOUR, url=url)
    for number, stop in enumerate(stops, 1):
        name = insight.repository.short_name(stop.symbol)
        summary = "" if stop.symbol.is_file else insight.repository.symbol(stop.symbol).summary
        yield Entry(
            name=plain(f"Tour stop {number}: {name}", _SUMMARY),
            kind=TOUR,
            path=stop.symbol.path,
            anchor=tour_stop_anchor(number),
            summary=plain(summary, _SUMMARY),
            weight=0.0,
            url=url,
        )


def _remoteness(file: RepoFile) -> int:
    if file.role in _ROLES_AROUND or file.source.origin:
        return AROUND
    return PAST if _PAST_FOLDER.search(file.path) else OWN


def _last_part(dotted: str) -> str:
    dot, colons = dotted.rfind("."), dotted.rfind("::")
    start = max(dot + 1, colons + 2 if colons >= 0 else 0)
    return dotted[start:] or dotted
