"""Records of single files, read as their language's record says."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.outlines import read_outline
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText


def outline_of(name: str, text: SourceText, language: str) -> FileRecord:
    known = language_named(language)
    assert not isinstance(known.outline, Absent)
    return read_outline(known, known.outline, name, text, AnalysisOptions())
