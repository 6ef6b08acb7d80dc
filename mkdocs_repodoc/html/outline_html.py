"""The outline of a file: what its template is given."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.html.templates import css_name
from mkdocs_repodoc.model.blocks import Outline, OutlineEntry, Phrase


def outline_values(block: Outline, phrases: PhraseRenderer) -> dict[str, object]:
    """Return the context of the template.

    Args:
        block: The outline.
        phrases: Renders the phrases of the page.
    """
    return {
        "entries": [_entry(entry, phrases) for entry in block.entries],
        "lists": _lists(block.lists, phrases),
        "open": block.is_open,
    }


def _entry(entry: OutlineEntry, phrases: PhraseRenderer) -> dict[str, object]:
    return {
        "name": phrases.link(entry.name),
        "kind": entry.kind,
        "kind_class": css_name(entry.kind),
        "signature": entry.signature,
        "summary": phrases.render(entry.summary),
        "members": [_entry(member, phrases) for member in entry.members],
        "lists": _lists(entry.lists, phrases),
    }


def _lists(
    lists: Sequence[tuple[Phrase, Phrase]], phrases: PhraseRenderer
) -> list[tuple[Markup, Markup]]:
    return [(phrases.render(title), phrases.render(names)) for title, names in lists]
