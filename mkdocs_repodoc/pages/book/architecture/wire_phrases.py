"""Wires between definitions as sentences have them, each with the line that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.architecture.part_wires import TIES, PartWire, Tie
from mkdocs_repodoc.model.blocks import Inline, PageLink, Phrase
from mkdocs_repodoc.model.kinds import IMPLEMENTED, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.paths import stem_of

_PLURAL = {
    "inherits from": "inherit from",
    "implements": "implement",
    "includes": "include",
    "holds": "hold",
    "is set to": "are set to",
    "makes": "make",
    "calls": "call",
    "passes on": "pass on",
}
_OF_MEMBERS = frozenset({"calls", "passes on"})
"""Ties to members of types."""


def told(view: BookView, wires: Sequence[PartWire], most: int) -> list[Phrase]:
    """Return how one part needs another, each way first once: `A makes B (file.py:12)`.

    Args:
        view: The book.
        wires: The wires between the two, the closest first.
        most: How many phrases.
    """
    groups: dict[tuple[Tie, SymbolRef], list[PartWire]] = {}
    for wire in wires:
        groups.setdefault((wire.tie, view.wiring.owner(wire.met)), []).append(wire)
    ordered = sorted(groups.values(), key=lambda group: _rank(view, group))
    firsts: dict[Tie, list[PartWire]] = {}
    for group in ordered:
        firsts.setdefault(group[0].tie, group)
    chosen = list(firsts.values())
    chosen += [group for group in ordered if group not in chosen]
    chosen = sorted(chosen[:most], key=lambda group: TIES.index(group[0].tie))
    return [_group(view, group) for group in chosen]


def by_tie(view: BookView, path: str) -> list[Phrase]:
    """Return what a single file needs of each other part, by ties: `holds A (line 3) and B (4)`."""
    needed = view.part_wires.needed(path)
    closest = [view.part_wires.between(path, other)[0] for other in needed]
    closest.sort(key=lambda wire: (TIES.index(wire.tie), wire.line))
    told: dict[str, list[Phrase]] = {}
    for wire in closest:
        parts = told.setdefault(_verb(view, wire), [])
        text = f"{wire.line}" if parts else f"line {wire.line}"
        line = page_links.to_line(view.context, wire.path, wire.line, text=text)
        parts.append((*_met(view, wire), " (", line, ")"))
    return [(f"{verb} ", *some(parts, most=book_caps.TIED)) for verb, parts in told.items()]


def _met(view: BookView, wire: PartWire) -> Phrase:
    """Return a definition, with its part where that is not named after it."""
    name = view.context.repository.symbol(view.wiring.owner(wire.met)).bare_name
    part = view.owner.get(wire.met.path)
    file = view.file_name(wire.met.path)
    is_namesake = stem_of(wire.met.path).lower() == name.lower()
    if is_namesake and (part is None or part.is_file):
        return (view.to_symbol(wire.met),)
    where = page_links.to_file(view.context, wire.met.path, text=file)
    if part is not None:
        where = view.to_chapter(part)
    return (view.to_symbol(wire.met), " of ", where)


def _rank(view: BookView, group: Sequence[PartWire]) -> tuple[bool, int, str, int]:
    """Sort what the main flows and the key abstractions are about first, then by users."""
    owner = view.wiring.owner(group[0].met)
    is_known = owner in view.known or any(wire.met in view.known for wire in group)
    return not is_known, -len({wire.user for wire in group}), group[0].path, group[0].line


def _group(view: BookView, group: Sequence[PartWire]) -> Phrase:
    """Return the wires to one definition as one phrase, with the line of the first.

    Several members of a type stand under its name.
    """
    first = group[0]
    users = list(dict.fromkeys(_user(view, wire) for wire in group))
    verb = _verb(view, first)
    verb = verb if len(users) == 1 else _PLURAL[verb]
    names = some([named(view, user) for user in users], most=book_caps.WIRE_USERS)
    met: Phrase = (view.to_symbol(first.met),)
    if len({wire.met for wire in group}) > 1 and first.tie in _OF_MEMBERS:
        met = ("members of ", view.to_symbol(view.wiring.owner(first.met)))
    return (*names, f" {verb} ", *met, " (", _line(view, first), ")")


def _verb(view: BookView, wire: PartWire) -> str:
    """Return how the tie is called: to an interface or a module it is no inheritance."""
    symbol = view.context.repository.symbol
    if wire.tie == "inherits from" and symbol(wire.met).kind == Kind.MODULE:
        return "includes"
    is_inner = wire.tie != "inherits from" or symbol(wire.user).kind in IMPLEMENTED
    return wire.tie if is_inner or symbol(wire.met).kind not in IMPLEMENTED else "implements"


def _user(view: BookView, wire: PartWire) -> SymbolRef:
    """Return who is said to use the other: the type for what it holds, else the function itself."""
    return view.wiring.owner(wire.user) if wire.tie == "holds" else wire.user


def named(view: BookView, ref: SymbolRef) -> PageLink:
    """Link to a definition, or to a file by its name."""
    if ref.is_file:
        return page_links.to_file(view.context, ref.path, text=view.file_name(ref.path))
    return view.to_symbol(ref)


def _line(view: BookView, wire: PartWire) -> PageLink:
    text = f"{view.file_name(wire.path)}:{wire.line}"
    return page_links.to_line(view.context, wire.path, wire.line, text=text)


def lines(view: BookView, spots: Iterable[tuple[SymbolRef, int]], most: int) -> Phrase:
    """Return functions with the line of each that matters: `a (x.py:3), b (y.py:7) and 2 more`."""
    parts: dict[SymbolRef, Phrase] = {}
    for user, line in spots:
        text = f"{view.file_name(user.path)}:{line}"
        link: Inline = page_links.to_line(view.context, user.path, line, text=text)
        parts.setdefault(user, (link,) if user.is_file else (named(view, user), " (", link, ")"))
    return some(list(parts.values()), most=most)
