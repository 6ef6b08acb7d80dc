"""Records of source that stands in a test."""

from __future__ import annotations

from textwrap import dedent

from mkdocs_repodoc.languages.python.python_analyser import analyse_python
from mkdocs_repodoc.model.records import FileRecord, Symbol, SymbolDetail
from mkdocs_repodoc.settings import AnalysisOptions, DocstringStyle
from mkdocs_repodoc.text.source_text import SourceText


def record(code: str, style: DocstringStyle = "auto") -> FileRecord:
    text = dedent(code).lstrip("\n")
    return analyse_python("module.py", SourceText(text, "utf-8"), AnalysisOptions(style))


def symbols(code: str) -> dict[str, Symbol]:
    """The last symbol of each name."""
    return {symbol.name: symbol for symbol in record(code).outline.symbols}


def detail(code: str, name: str, style: DocstringStyle = "auto") -> SymbolDetail:
    made = record(code, style)
    names = [symbol.name for symbol in made.outline.symbols]
    return made.detail.symbols[names.index(name)]
