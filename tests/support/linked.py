"""Linked repositories of source that stands in a test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from mkdocs_repodoc import linking
from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import LineContexts, LinkedReference, Repository, SymbolRef
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.file_types import language_of


@dataclass
class Linked:
    """A linked repository with the texts that it was made of."""

    index: linking.RepositoryIndex
    texts: dict[str, str]
    details: dict[str, FileDetail]

    @property
    def repository(self) -> Repository:
        return self.index.repository

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        return linking.file_links(self.index, path).references

    def text(self, path: str, reference: LinkedReference) -> str:
        line = self.texts[path].split("\n")[reference.line - 1].encode()
        return line[reference.column : reference.end_column].decode()

    def links(self, path: str, name: str) -> list[tuple[int, str]]:
        """Line and qualified target of each link on an identifier, its definition excepted."""
        return [
            (reference.line, self.repository.qualified_name(reference.symbol))
            for reference in self.references(path)
            if reference.kind != "definition" and self.text(path, reference) == name
        ]

    def grades(self, path: str, name: str) -> list[str]:
        return [
            reference.grade
            for reference in self.references(path)
            if reference.kind != "definition" and self.text(path, reference) == name
        ]

    def symbol(self, path: str, name: str, occurrence: int = 0) -> SymbolRef:
        symbols = self.repository.files[path].outline.symbols
        found = [position for position, symbol in enumerate(symbols) if symbol.name == name]
        return SymbolRef(path, found[occurrence])


def link_files(
    files: Mapping[str, str],
    history: GitHistory | None = None,
    measured: LineContexts | None = None,
) -> Linked:
    """Analyse and link files: path → content, which may be indented as the test is."""
    entries, details, texts = [], {}, {}
    for path, content in files.items():
        text = dedent(content).lstrip("\n")
        data = text.encode()
        name = path.rpartition("/")[2]
        language = language_of(name, data)
        record = analyse(name, language, data, AnalysisOptions())
        digest = hashlib.sha256(data).hexdigest()
        entries.append(
            (SourceFile(path, "text", language, len(data), digest), record.outline, path)
        )
        details[path], texts[path] = record.detail, text
    table = linking.index_names(entries, None)
    resolver = linking.Resolver(table)
    index = linking.link(
        entries,
        table,
        [
            linking.resolve_file(resolver, path, details[path])
            for path in linking.referring_files(entries)
        ],
        history or GitHistory(),
        Settings(root=Path("/project")),
        measured=measured,
    )
    return Linked(index, texts, details)


def links(code: str, name: str, files: Mapping[str, str] | None = None) -> list[tuple[int, str]]:
    """Line and qualified target of each link on an identifier of `app.py`."""
    return link_files({"app.py": code, **(files or {})}).links("app.py", name)


def grades(code: str, name: str, files: Mapping[str, str] | None = None) -> list[str]:
    return link_files({"app.py": code, **(files or {})}).grades("app.py", name)
