"""Short ways to read a text and to say what should be in its record."""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.records import FileOutline


def read(name: str, language: str, text: str) -> FileOutline:
    return analyse(name, language, text.encode(), AnalysisOptions()).outline


def names(outline: FileOutline, kind: str = "") -> list[str]:
    return [symbol.name for symbol in outline.symbols if kind in {"", symbol.kind}]


def spans(outline: FileOutline) -> dict[str, tuple[int, int]]:
    return {symbol.name: (symbol.line, symbol.end_line) for symbol in outline.symbols}


def summary(outline: FileOutline) -> tuple[str, int, str]:
    return outline.summary, outline.summary_line, outline.summary_origin
