"""The record of a file in a language with a folder, read as the language's record says."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import Analyser, Language, Lazy
from mkdocs_repodoc.languages.tree_analyser import analyse_tree
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText


def read_outline(
    language: Language,
    outline: Lazy[Dialect] | Lazy[Analyser],
    name: str,
    text: SourceText,
    options: AnalysisOptions,
) -> FileRecord:
    """Make the record of a file.

    Args:
        language: Its language, whose grammar is installed.
        outline: What the language's record names to read its files.
        name: Base name of the file.
        text: Its text; broken code gives what can be recognised.
        options: What changes a record.
    """
    part = outline.load()
    if isinstance(part, Dialect):
        return analyse_tree(name, text, language, part)
    return part(name, text, options)
