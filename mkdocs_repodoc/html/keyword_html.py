"""Entries of a keyword page, written without a template: an index has a hundred thousand."""

from __future__ import annotations

import msgspec
from markupsafe import Markup, escape

from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.html.templates import css_name
from mkdocs_repodoc.model.blocks import Keyword, Keywords


def common_kind(block: Keywords) -> str:
    """Return the kind of all entries of a group; empty if they differ."""
    kinds = {entry.kind for entry in block.entries}
    return kinds.pop() if len(kinds) == 1 else ""


def keyword_items(block: Keywords, phrases: PhraseRenderer) -> Markup:
    """Return the list items of a group of keywords; what the group has in common they don't say."""
    kind = common_kind(block)
    return Markup("\n".join([_item(entry, kind, phrases) for entry in block.entries]))


def _item(entry: Keyword, common: str, phrases: PhraseRenderer) -> str:
    line = (
        "" if entry.line is None else f"<span class=rd-kw__line>{phrases.link(entry.line)}</span>"
    )
    said = Markup(" ").join(
        phrases.render(part)
        for part in (entry.note, () if entry.summary is None else (entry.summary,))
        if part
    )
    uses = f" data-uses={entry.uses}" if entry.uses else ""
    text = f"<span class=rd-kw__text>{said}</span>" if said else ""
    name = phrases.link(msgspec.structs.replace(entry.name, title=""))
    return (
        f"<li{uses}>"
        f"<span class=rd-kw__name>{name}</span>"
        f"{_kind(entry.kind) if entry.kind != common else ''}{_uses(entry.uses)}{line}{text}</li>"
    )


def _kind(kind: str) -> str:
    return f"<span class=rd-kind-{css_name(kind)}>{escape(kind)}</span>"


def _uses(uses: int | None) -> str:
    if not uses:
        return ""
    return f"<span class=rd-kw__uses>used by {uses:,} {'file' if uses == 1 else 'files'}</span>"
