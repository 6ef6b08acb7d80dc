"""Descriptions of fields in their tags and attributes: meaning, default and values."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.prose import first_sentence

_VALUES = 8


class FieldDescription(NamedTuple):
    """What is said of a field beside its type and its documentation."""

    meaning: str = ""
    default: str = ""
    values: tuple[str, ...] = ()
    """Those that it may have."""

    @property
    def phrase(self) -> Phrase:
        """The meaning, with the values behind it."""
        if not self.values:
            return (self.meaning,) if self.meaning else ()
        shown = capped(
            [Code(each) for each in self.values[:_VALUES]], len(self.values) - _VALUES, last=" or "
        )
        return (f"{self.meaning.rstrip('.')}; one of ", *shown) if self.meaning else shown


def field_description(context: PageContext, field: SymbolRef) -> FieldDescription:
    """Return what the tag or the attributes of a field say of it.

    Args:
        context: Where code is read.
        field: The field.
    """
    file = context.repository.files[field.path]
    reader = language_named(file.source.language).field_notes
    if isinstance(reader, Absent):
        return FieldDescription()
    symbol = context.repository.symbol(field)
    lines = context.read_text(field.path).lines[symbol.line - 1 : symbol.end_line]
    notes: dict[str, list[str]] = {}
    for note in reader.load()("\n".join(lines), symbol.decorators):
        notes.setdefault(note.about, []).append(note.text)
    meaning, default = (next(iter(notes.get(each, ())), "") for each in ("meaning", "default"))
    return FieldDescription(
        first_sentence(meaning), default, tuple(dict.fromkeys(notes.get("value", ())))
    )
