"""Linked repositories made by hand, for tests of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.clues import NameClue
from mkdocs_repodoc.model.file_links import (
    FileLinks,
    Importer,
    ResolvedImport,
)
from mkdocs_repodoc.model.files import FileKind, GitHistory, SourceFile
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import (
    CallSite,
    Example,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import FileDetail, FileOutline, Import, LineCounts, Symbol
from mkdocs_repodoc.model.references import ReferenceKind
from mkdocs_repodoc.model.repository import (
    Folder,
    Links,
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.model.run_line import RunLine
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.source_text import SourceText


class MadeUses:
    """A use index over a plain mapping."""

    def __init__(self, uses: Mapping[SymbolRef, Sequence[Use]]) -> None:
        self._uses = uses

    def of(self, symbol: SymbolRef) -> Sequence[Use]:
        return self._uses.get(symbol, ())

    def count(self, symbol: SymbolRef) -> int:
        return len(self.of(symbol))

    def file_count(self, symbol: SymbolRef) -> int:
        return len({use.path for use in self.of(symbol)} - {symbol.path})

    def file_counts(self, path: str) -> Mapping[int, int]:
        counts = {each.position: self.file_count(each) for each in self._uses if each.path == path}
        return {position: count for position, count in counts.items() if count}

    def files(self, symbol: SymbolRef) -> Sequence[str]:
        return list(dict.fromkeys(use.path for use in self.of(symbol)))

    def users(self, path: str) -> Mapping[str, int]:
        every = (uses for ref, uses in self._uses.items() if ref.path == path)
        return Counter(use.path for uses in every for use in uses)

    def calls(self, path: str, of: Callable[[SymbolRef], bool] | None = None) -> Sequence[CallSite]:
        return sorted(
            CallSite(use.line, use.scope, symbol, use.kind == "call")
            for symbol, uses in self._uses.items()
            for use in uses
            if use.path == path and use.kind in {"call", "name"} and (of is None or of(symbol))
        )


def made_symbol(name: str, kind: str = "function", line: int = 1, **more: Any) -> Symbol:
    return Symbol(
        name,
        Kind(kind),
        line=line,
        end_line=more.pop("end_line", line),
        name_line=line,
        column=4,
        end_column=4 + len(name),
        **more,
    )


def made_use(
    path: str, line: int = 1, kind: ReferenceKind = "call", *, scope: int = -1, end_line: int = 0
) -> Use:
    """A use at the beginning of a line, by default a call without arguments at module level."""
    return Use(
        path=path,
        line=line,
        column=0,
        end_column=1,
        kind=kind,
        scope=scope,
        confidence="exact",
        arguments=0,
        end_line=end_line or line,
    )


def made_file(
    path: str,
    symbols: Iterable[Symbol] = (),
    *,
    role: Role = "module",
    language: str = "python",
    lines: int = 10,
    size: int = 100,
    summary: str = "",
    kind: FileKind = "text",
    run_line: RunLine | None = None,
    executable: bool = False,
    **outline: Any,
) -> RepoFile:
    symbols = tuple(symbols)
    module = ""
    if language == "python":
        module = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    anchors = tuple(f"{module}.{symbol.name}" if module else symbol.name for symbol in symbols)
    return RepoFile(
        SourceFile(path, kind, language, size, "0" * 64, executable=executable),
        FileOutline(LineCounts(code=lines), summary=summary, symbols=symbols, **outline),
        "key",
        role,
        (NameClue("what.py"),),
        module,
        anchors,
        run_line=run_line,
    )


def made_repository(
    files: Iterable[RepoFile],
    *,
    imports: Iterable[tuple[str, str]] = (),
    uses: Mapping[SymbolRef, Sequence[Use]] | None = None,
    project: Project | None = None,
    history: GitHistory | None = None,
    name: str = "demo",
    **links: Any,
) -> Repository:
    by_path = {file.path: file for file in sorted(files, key=lambda file: file.path)}
    imported: dict[str, list[ResolvedImport]] = {path: [] for path in by_path}
    importers: dict[str, list[Importer]] = {path: [] for path in by_path}
    for source, target in imports:
        imported[source].append(ResolvedImport("repository", "", target))
        importers[target].append(Importer(source, 1))
    for path, found in imported.items():
        by_path[path] = _importing(by_path[path], len(found))
    parts: dict[str, Any] = {
        "imports": {path: tuple(found) for path, found in imported.items()},
        "imported_by": {path: tuple(found) for path, found in importers.items()},
        "uses": MadeUses(uses or {}),
        "bases": {},
        "subclasses": {},
        "overrides": {},
        "overridden_by": {},
        "tests_of": {},
        "tested_by": {},
        "ranks": {path: (1 + len(importers[path])) / (len(by_path) + 1) for path in by_path},
        "cycles": (),
        "order": tuple(by_path),
        **links,
    }
    return Repository(
        name,
        by_path,
        made_folders(by_path.values()),
        history or GitHistory(),
        project or Project(),
        Links(**parts),
    )


def _importing(file: RepoFile, number: int) -> RepoFile:
    """Give a file as many imports as lead somewhere, on line 1 where the test says nothing."""
    written = file.outline.imports
    missing = tuple(Import("there", line=1) for _ in range(number - len(written)))
    outline = msgspec.structs.replace(file.outline, imports=written + missing)
    return replace(file, outline=outline)


def made_folders(files: Iterable[RepoFile]) -> dict[str, Folder]:
    folders = {"": Folder("")}
    for file in files:
        parts = file.folder.split("/") if file.folder else []
        chain = [""] + ["/".join(parts[: end + 1]) for end in range(len(parts))]
        for parent, child in pairwise(chain):
            if child not in folders:
                folders[child] = Folder(child)
                folders[parent].folders.append(child)
        folders[file.folder].files.append(file.path)
        if file.name.lower().startswith("readme"):
            folders[file.folder].readme = file.path
        for path in chain:
            folder = folders[path]
            folder.file_count += 1
            folder.size += file.source.size
            lines = file.outline.lines.total
            folder.line_count += lines
            language = file.source.language
            folder.languages[language] = folder.languages.get(language, 0) + lines
    for folder in folders.values():
        folder.folders.sort()
        folder.files.sort()
    return dict(sorted(folders.items()))


def made_context(
    repository: Repository,
    settings: Settings | None = None,
    *,
    texts: Mapping[str, str] | None = None,
    detail: Callable[[str], FileDetail] | None = None,
    examples: Callable[[SymbolRef], tuple[Example, ...]] = lambda _: (),
) -> PageContext:
    settings = settings or Settings(Path("/nowhere"))

    def read_text(path: str) -> SourceText:
        return SourceText((texts or {}).get(path, ""), "utf-8")

    insight = RepositoryInsight(repository, lambda _: {}, read_text)
    return PageContext(
        repository,
        insight,
        plan_site(repository, settings, has_tour=insight.tour is not None),
        settings,
        detail or (lambda _: FileDetail()),
        lambda _: FileLinks((), (), ()),
        examples,
        read_text,
        lambda path, line=0, end_line=0: "",
    )
