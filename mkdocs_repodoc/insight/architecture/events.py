"""Events of the software: who sends them, who listens.

An event is named by a text, `emit("ready")`, or is a type of the repository, an object of which is
published. Between the two sides stands a broker or an emitter, so no call joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.architecture.wiring import Wiring
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.record_parts.event_forms import EventForms
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import CALLING, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository

_SENDS = (
    r"emit(?:_?(?:async|sync|event))?|call_?hook(?:_?(?:parallel|with))?|run_?hooks?"
    r"|publish(?:_?(?:event|local))?|dispatch_?event|fire(?:_?event)?|trigger(?:_?event)?|broadcast"
)
_LISTENS = (
    r"on|once|add_?(?:event_?)?listener|subscribe|listen(?:_?to)?|hook(?:_?once)?|add_?hook|observe"
)
_WRITTEN = re.compile(
    rf"[.>:](?:(?P<sends>{_SENDS})|(?P<listens>{_LISTENS}))\(\s*(?P<quote>[\"'`])"
    r"(?P<name>[A-Za-z][\w:./-]{2,48})(?P=quote)",
    re.IGNORECASE,
)
"""The call of a method that sends a named event, or waits for one."""
_SENDER = re.compile(rf"_*(?:{_SENDS})", re.IGNORECASE)
_LISTENER = re.compile(rf"_*(?:{_LISTENS})", re.IGNORECASE)
_FOR_ALL = re.compile(r"call_?hook|run_?hook|fire|trigger", re.IGNORECASE)
"""Senders that speak to whoever may listen; of others a listener has to be known."""
_LONGEST = 400
"""Characters of a line that somebody has written; what is longer was made by a tool."""
_NOTHING_KEPT = FileSearches()
_LONG_STRING = re.compile(r'"""(?:.|\n)*?"""')


@dataclass(frozen=True, slots=True)
class EventLine:
    """A line that sends an event or listens to it.

    Attributes:
        user: The function around it; the file where there is none.
        line: The line.
    """

    user: SymbolRef
    line: int


@dataclass(slots=True)
class Event:
    """An event that the software sends.

    Attributes:
        name: Its name.
        symbol: Its type, if it is one of the repository's.
        senders: Who sends it.
        listeners: Who waits for it.
        is_open: Whether it is sent to whoever may listen, other projects included.
    """

    name: str
    symbol: SymbolRef | None
    senders: list[EventLine] = field(default_factory=list)
    listeners: list[EventLine] = field(default_factory=list)
    is_open: bool = False


_Side = Literal["sends", "listens", "answers"]


class _NamedEvent(NamedTuple):
    """An event that a line names."""

    name: str
    line: int
    side: _Side
    is_open: bool = False


def find_events(
    repository: Repository,
    wiring: Wiring,
    code: Collection[str],
    read_lines: Callable[[str], Sequence[str]],
    searches: FileSearches = _NOTHING_KEPT,
) -> list[Event]:
    """Return the events that the software sends, those with listeners first.

    Args:
        repository: The linked repository.
        wiring: The wires between its files.
        code: Paths of the files that make up the software.
        read_lines: Path → the lines of the file.
        searches: Looks through the files.
    """
    named: dict[str, Event] = {}
    typed: dict[SymbolRef, Event] = {}
    answered: list[tuple[str, EventLine]] = []
    own = [path for path in sorted(code) if not repository.files[path].source.origin]
    search = FileSearch("events", list[_NamedEvent], partial(_named_in, repository, read_lines))
    for path, rows in searches.results(search, own).items():
        for row in rows:
            spot = _event_line(repository, path, row.line)
            if row.side == "answers":
                answered.append((row.name, spot))
                continue
            event = named.setdefault(row.name, Event(row.name, None))
            (event.senders if row.side == "sends" else event.listeners).append(spot)
            event.is_open = event.is_open or row.is_open
        for symbol, is_sent, spot in _typed(repository, wiring, path, code):
            event = typed.setdefault(symbol, Event(repository.symbol(symbol).name, symbol))
            (event.senders if is_sent else event.listeners).append(spot)
    for name, spot in answered:
        if name in named:
            named[name].listeners.append(spot)
    found = [*_of_family(repository, typed), *filter(_is_own, named.values())]
    return sorted(found, key=lambda each: (not each.listeners, -len(each.senders), each.name))


def _named_in(
    repository: Repository, read_lines: Callable[[str], Sequence[str]], path: str
) -> list[_NamedEvent]:
    """Return the events that a file names by texts."""
    found = []
    forms = _forms(repository, path)
    for row, number in _code_rows(repository, path, read_lines):
        answers = (match["name"] for match in forms.answers.finditer(row))
        found += [_NamedEvent(name, number, "answers") for name in answers]
        for match in _WRITTEN.finditer(row):
            if match["name"] not in forms.platform:
                side: _Side = "sends" if match["sends"] else "listens"
                is_open = bool(_FOR_ALL.match(match["sends"] or ""))
                found.append(_NamedEvent(match["name"], number, side, is_open))
    return found


def _is_own(event: Event) -> bool:
    """Tell whether an event with a name is one of the software's own."""
    return bool(event.is_open or (event.senders and event.listeners))


def _forms(repository: Repository, path: str) -> EventForms:
    forms = language_named(repository.files[path].source.language).events
    return EventForms() if isinstance(forms, Absent) else forms


def _event_line(repository: Repository, path: str, line: int) -> EventLine:
    return EventLine(_function_at(repository, path, line), line)


def _of_family(repository: Repository, typed: Mapping[SymbolRef, Event]) -> Iterator[Event]:
    """Yield the types that are events: sent here, awaited there, or of a base with such a type."""
    whole = [ref for ref, event in typed.items() if event.senders and event.listeners]
    bases = {base for ref in whole for base in repository.links.bases.get(ref, ())}
    kin = bases | {each for base in bases for each in repository.links.bases.get(base, ())}
    for ref, event in typed.items():
        own = repository.links.bases.get(ref, ())
        above = {*own, *(each for base in own for each in repository.links.bases.get(base, ()))}
        if ref in whole or kin & above:
            yield event


def _code_rows(
    repository: Repository, path: str, read_lines: Callable[[str], Sequence[str]]
) -> Iterator[tuple[str, int]]:
    """Yield the lines of a file with their numbers, comments and long strings left out."""
    marks = language_named(repository.files[path].source.language).comments.line
    text = "\n".join(read_lines(path))
    text = _LONG_STRING.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, row in enumerate(text.split("\n"), 1):
        if len(row) <= _LONGEST and not row.lstrip().startswith((*marks, "*", "/*")):
            yield row, number


def _function_at(repository: Repository, path: str, line: int) -> SymbolRef:
    """Return the innermost function around a line; the file where there is none."""
    symbols = repository.files[path].outline.symbols
    around = [
        position
        for position, symbol in enumerate(symbols)
        if symbol.kind in CALLING and symbol.line <= line <= symbol.end_line
    ]
    if not around:
        return SymbolRef.of_file(path)
    return SymbolRef(path, max(around, key=lambda position: symbols[position].line))


def _typed(
    repository: Repository, wiring: Wiring, path: str, code: Collection[str]
) -> Iterator[tuple[SymbolRef, bool, EventLine]]:
    """Yield the types whose objects are handed to a sender or a listener that a file defines."""
    for position, symbol in enumerate(repository.files[path].outline.symbols):
        last = split_name(symbol.name)[1]
        is_sender = bool(_SENDER.fullmatch(last))
        if symbol.kind not in CALLING or not (is_sender or _LISTENER.fullmatch(last)):
            continue
        ref = SymbolRef(path, position)
        for use in repository.links.uses.of(ref):
            if use.kind == "call" and use.path in code:
                outer = {wiring.owner(ref), wiring.owner(use.user)}
                for event in dict.fromkeys(_arguments(repository, wiring, use)):
                    if event not in outer:
                        yield event, is_sender, EventLine(wiring.function(use.user), use.line)


def _arguments(repository: Repository, wiring: Wiring, use: Use) -> Iterator[SymbolRef]:
    """Yield the types of the repository that are made or named among the arguments of a call."""
    for site in repository.links.uses.calls(use.path):
        if use.line <= site.line <= use.end_line and not site.callee.is_file:
            owner = wiring.owner(site.callee)
            if repository.symbol(owner).kind in NOUNS:
                yield owner
