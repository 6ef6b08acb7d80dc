"""Linked repositories of source that stands in a test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent

from mkdocs_repodoc import linking
from mkdocs_repodoc.analysis.analyse import (
    AnalysisOptions,
    Content,
    _analyse_alone,
    analyse_all,
)
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    SymbolRef,
)
from mkdocs_repodoc.model.measured_coverage import LineContexts
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.scip.indexed_file import IndexedFile
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources.compiler_outputs import output_evidence, output_folders
from mkdocs_repodoc.sources.file_origin import origin_of
from mkdocs_repodoc.sources.file_types import language_of
from mkdocs_repodoc.text.source_text import SourceText


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

    def confidences(self, path: str, name: str) -> list[str]:
        return [
            reference.confidence
            for reference in self.references(path)
            if reference.kind != "definition" and self.text(path, reference) == name
        ]

    def symbol(self, path: str, name: str, occurrence: int = 0) -> SymbolRef:
        symbols = self.repository.files[path].outline.symbols
        found = [position for position, symbol in enumerate(symbols) if symbol.name == name]
        return SymbolRef(path, found[occurrence])


def _content(path: str, text: str) -> Content:
    name, data = path.rpartition("/")[2], text.encode()
    return Content(name, language_of(name, data), data)


def link_files(
    files: Mapping[str, str],
    history: GitHistory | None = None,
    measured: LineContexts | None = None,
    indexed: Mapping[str, IndexedFile] | None = None,
    *,
    linted: bool = False,
) -> Linked:
    """Analyse and link files.

    Args:
        files: Path → content, which may be indented as the test is.
        history: What git tells.
        measured: Which tests have run which lines.
        indexed: What SCIP indexes say of files.
        linted: Ask linters as well: to start one takes longer than all the rest of a small test.
    """
    texts = {path: dedent(content).lstrip("\n") for path, content in files.items()}
    contents = [_content(path, text) for path, text in texts.items()]
    options = AnalysisOptions()
    if linted:
        records = analyse_all(contents, options)
    else:
        records = [_analyse_alone(each, options) for each in contents]
    outputs = output_folders(texts, texts.__getitem__)
    entries, details = [], {}
    for path, content, record in zip(texts, contents, records, strict=True):
        digest = hashlib.sha256(content.data).hexdigest()
        compiled = output_evidence(path, outputs)
        origin, evidence = origin_of(path, content.language, content.data, {}, compiled)
        source = SourceFile(
            path,
            "text",
            content.language,
            len(content.data),
            digest,
            origin=origin,
            origin_evidence=evidence,
        )
        entries.append((source, record.outline, path))
        details[path] = record.detail
    names = linking.index_names(entries, None)
    outlines = [
        (source, outline) for source, outline, _ in sorted(entries, key=lambda e: e[0].path)
    ]
    meanings = linking.IndexedMeanings(indexed, outlines)
    paths = sorted({*linking.referring_files(entries), *meanings})
    index = linking.link(
        entries,
        names,
        [
            linking.resolve_file(names.of(path), path, details[path], meanings.get(path))
            for path in paths
        ],
        history or GitHistory(),
        Settings(root=Path("/project")),
        measured=measured,
        implements=meanings.implements,
    )
    return Linked(index, texts, details)


def insight_into(linked: Linked) -> RepositoryInsight:
    """Return what there is to say about a linked repository as a whole."""

    def read_text(path: str) -> SourceText:
        return SourceText(linked.texts[path], "utf-8")

    return RepositoryInsight(
        linked.repository, partial(linking.exports_of, linked.index), read_text
    )


def links(code: str, name: str, files: Mapping[str, str] | None = None) -> list[tuple[int, str]]:
    """Line and qualified target of each link on an identifier of `app.py`."""
    return link_files({"app.py": code, **(files or {})}).links("app.py", name)


def confidences(code: str, name: str, files: Mapping[str, str] | None = None) -> list[str]:
    return link_files({"app.py": code, **(files or {})}).confidences("app.py", name)
