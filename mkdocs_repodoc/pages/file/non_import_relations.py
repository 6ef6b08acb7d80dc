"""Ties of a file to others without an import: commands, paths, tables, stubs, generated code.

The ties that lead away from the file stand among its dependencies, those that lead to it among its
usage; what a stub or a header says of one symbol stands with the symbol.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Inline, Item, Items, Phrase, Typed
from mkdocs_repodoc.model.file_links import (
    Relation,
    RelationKind,
)
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import joined

_AWAY: tuple[tuple[RelationKind, str], ...] = (
    ("runs", "Runs"),
    ("starts", "Starts"),
    ("names", "Refers to by path"),
    ("uses table", "Tables"),
)
_BACK: tuple[tuple[RelationKind, str], ...] = (
    ("run by", "Run by"),
    ("started by", "Started by"),
    ("named by", "Referred to by path in"),
    ("table used by", "Tables used by"),
)
_COUNTERPARTS: tuple[tuple[RelationKind, str], ...] = (
    ("stub of", "Stub of"),
    ("stubbed by", "Stub"),
    ("defines", "Declared in"),
    ("defined by", "Defined in"),
    ("generated from", "Generated from"),
    ("generates", "Generated code"),
)


def outgoing_blocks(view: FileView) -> tuple[Items, ...]:
    """Return what the file runs, starts and names, each with the line that says so."""
    return _lists(view, _AWAY)


def incoming_blocks(view: FileView) -> tuple[Items, ...]:
    """Return what runs, starts and names the file, each with the line that says so."""
    return _lists(view, _BACK)


def counterpart_rows(view: FileView, position: int = FILE_SCOPE) -> list[tuple[str, Phrase]]:
    """Return the facts on the other half of a file or symbol: its stub, its header, its source.

    Args:
        view: The file.
        position: One of its symbols, or `FILE_SCOPE`.
    """
    rows: list[tuple[str, Phrase]] = []
    for kind, title in _COUNTERPARTS:
        found = [one for one in _relations(view, kind) if one.position == position]
        if found:
            rows.append((title, joined([_end(view, one, full=False) for one in found])))
        if kind == "stubbed by" and position != FILE_SCOPE:
            rows += [row for one in found for row in _stub_signature(view, one)]
    return rows


def _stub_signature(view: FileView, relation: Relation) -> list[tuple[str, Phrase]]:
    """What the stub declares, where it says more than the source."""
    if relation.target.is_file:  # the stub of a whole module that one function makes
        return []
    stub = view.context.repository.symbol(relation.target)
    own = view.outline.symbols[relation.position]
    if not stub.signature or stub.signature == own.signature:
        return []
    typed = Typed(stub.signature, relation.target.path, relation.target.position)
    return [("Signature in the stub", (typed,))]


def _lists(view: FileView, kinds: Sequence[tuple[RelationKind, str]]) -> tuple[Items, ...]:
    found: list[Items] = []
    for kind, title in kinds:
        relations = _relations(view, kind)
        if relations:
            items = tuple(Item(_phrase(view, one)) for one in relations[: caps.RELATIONS])
            found.append(Items(items, shown=caps.RELATIONS_UNFOLDED, title=title))
    return tuple(found)


def _relations(view: FileView, kind: RelationKind) -> list[Relation]:
    found = view.context.repository.links.relations.get(view.path, ())
    return [relation for relation in found if relation.kind == kind]


def _phrase(view: FileView, relation: Relation) -> Phrase:
    phrase: list[Inline] = [_end(view, relation, full=True)]
    if relation.line:
        phrase += [", ", page_links.to_line(view.context, relation.path, relation.line)]
    if relation.position != FILE_SCOPE:
        phrase += [": ", view.symbol(relation.position)]
    return tuple(phrase)


def _end(view: FileView, relation: Relation, *, full: bool) -> Inline:
    context, target = view.context, relation.target
    if target.is_file:
        return page_links.to_file(context, target.path)
    if full:
        return page_links.to_symbol(context, target)
    text = f"{target.path}:{context.repository.symbol(target).name_line}"
    return page_links.to_symbol(context, target, text=text)
