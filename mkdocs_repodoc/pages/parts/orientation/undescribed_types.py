"""The words for a type that says nothing of itself: those of its constructor, else what it has."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.symbols.object_construction import constructors_by_owner
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped, joined

_KEY = re.compile(r"\s*(?:readonly\s+)?(?P<key>\[[\w.$]+\]|[\w$]+|\"[^\"]+\"|'[^']+')\??\s*[:(]")
_MOST_LINES = 80
"""Lines of a type whose entries are read from its text."""


def words_of_constructor(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return what the constructor of a type says of itself; empty if it says nothing."""
    own = constructors_by_owner(context.repository.files[ref.path]).get(ref.position, ())
    for position in own:
        if words := summaries.of_symbol(context, SymbolRef(ref.path, position)):
            return words
    return ()


def evidence(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return what a type holds, who makes it and who uses it most; empty if nothing is known."""
    profile = context.insight.type_profiles.profile(ref)
    members = profile.members
    parts: list[Phrase] = []
    held = members.variants or members.fields
    own = context.repository.symbol(ref).name
    names: list[Inline] = [
        page_links.to_symbol(context, each, text=_last(context.repository.symbol(each).name, own))
        for each in held
    ]
    names = names or [Code(each) for each in written_entries(context, ref)]
    if names:
        shown = names[: caps.EVIDENCE_MEMBERS]
        parts.append(
            ("has " if members.variants else "holds ", *capped(shown, len(names) - len(shown)))
        )
    for verb, users in (("is made in ", profile.makers), ("is used most in ", profile.users)):
        links = [
            page_links.to_symbol(context, each, text=context.insight.namesakes.distinct_name(each))
            for each in users
            if each not in profile.makers or verb == "is made in "
        ]
        if links:
            parts.append((verb, *joined(links[: caps.EVIDENCE_USERS], last=" and ")))
    return joined(parts, "; ")


def written_entries(context: PageContext, ref: SymbolRef) -> tuple[str, ...]:
    """Return the keys that a type's lines have, where they are no symbols: `[EVENTS.READY]`.

    A trait has none: what looks like one is a bound.
    """
    symbol = context.repository.symbol(ref)
    if symbol.kind == Kind.TRAIT:
        return ()
    text = context.read_text(ref.path).lines
    lines = text[symbol.line : symbol.end_line - 1]
    found: list[str] = []
    opens = any(line.rstrip().endswith("{") for line in text[symbol.line - 1 : symbol.line + 2])
    if len(lines) > _MOST_LINES or not opens:
        return ()  # without brackets around it, a body's lines are statements
    depth = 0
    for line in lines:
        match = _KEY.match(line) if depth == 0 else None
        if match is not None:
            found.append(match["key"].strip("[]\"'"))
        depth += line.count("{") + line.count("(") - line.count("}") - line.count(")")
    return tuple(dict.fromkeys(found))


def _last(name: str, own: str) -> str:
    return name.removeprefix(own).lstrip(".:#") or name
