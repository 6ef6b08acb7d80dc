"""A text file as it is shown to rules and finders of facts: its text, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.text.source_text import SourceText


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """A file, alone: nothing is known of others.

    Attributes:
        name: Its base name; a record is kept for any folder that it may lie in.
        language: Its language.
        text: Its text.
        outline: What its analysis has found: symbols, imports, facts.
        detail: The other half of that.
    """

    name: str
    language: str
    text: SourceText
    outline: FileOutline
    detail: FileDetail
