"""A linked repository as the questions look at it: its parts as entries of answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.linking import RepositoryIndex
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.query.answer_parts import SymbolEntry
from mkdocs_repodoc.query.kept_texts import KeptTexts
from mkdocs_repodoc.query.symbol_names import SymbolNames
from mkdocs_repodoc.settings import Settings

if TYPE_CHECKING:
    from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
    from mkdocs_repodoc.pages.context import PageContext


class AskedRepository:
    """One repository at one moment, with what several questions need made once.

    Args:
        linked: The linked files.
        texts: Contents of files, kept over several moments.
        cache: Where results are kept between runs.

    Attributes:
        cache: Where results are kept between runs.
        texts: Contents of files, where they are what was analysed.
    """

    def __init__(self, linked: LinkedFiles, texts: KeptTexts, cache: Cache) -> None:
        self._linked = linked
        self.cache = cache
        self.texts = texts

    @property
    def repository(self) -> Repository:
        """The linked repository."""
        return self._linked.index.repository

    @property
    def index(self) -> RepositoryIndex:
        """What it was linked by."""
        return self._linked.index

    @property
    def settings(self) -> Settings:
        """Settings of the run."""
        return self._linked.settings

    @property
    def linked(self) -> LinkedFiles:
        """The files of it, from which pages are planned."""
        return self._linked

    @property
    def root(self) -> Path:
        """The documented folder."""
        return self._linked.settings.root

    @property
    def commit(self) -> str:
        """Hash of the commit that is checked out; empty outside git."""
        return self.repository.history.revision

    @property
    def detail(self) -> Callable[[str], FileDetail]:
        """Path → the detailed half of the file's record."""
        return self._linked.queries.detail

    @cached_property
    def state(self) -> str:
        """Digest of all contents and of the commit: equal states give equal answers."""
        digest = hashlib.sha256(self.commit.encode())
        for path, file in self.repository.files.items():
            digest.update(f"\0{path}\0{file.key}".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()[:16]

    @cached_property
    def names(self) -> SymbolNames:
        """Finds symbols by name."""
        return SymbolNames(self.index)

    @cached_property
    def reaching_tests(self) -> ReachingTests:
        """Finds the test cases of a symbol."""
        return ReachingTests(self.repository)

    @property
    def insight(self) -> RepositoryInsight:
        """What there is to say about the repository as a whole."""
        return self._linked.insight

    @cached_property
    def context(self) -> PageContext:
        """What pages are composed from, for what pages and answers have in common."""
        from mkdocs_repodoc.pages.planning.plan import plan_site  # noqa: PLC0415 - few questions need it
        from mkdocs_repodoc.pipeline.page_contexts import page_context  # noqa: PLC0415 - likewise

        return page_context(self._linked, plan_site(self.repository, self.settings, has_tour=False))

    def digest_of(self, path: str) -> str:
        """Return the digest of the content of a file that was analysed."""
        return self.repository.files[path].source.digest

    def lines(self, path: str) -> Sequence[str] | None:
        """Return the lines of a file as it was analysed; `None` if it has changed since."""
        return self.texts.lines(path, self.digest_of(path))

    def ref_id(self, ref: SymbolRef) -> str:
        """Return what names a symbol or file in questions."""
        return ref.path if ref.is_file else f"{ref.path}#{self.repository.symbol(ref).name}"

    def entry(self, ref: SymbolRef) -> SymbolEntry:
        """Return a symbol or file as answers have it."""
        file = self.repository.files[ref.path]
        in_tests = file.role in TEST_ROLES
        if ref.is_file:
            return SymbolEntry(
                id=ref.path,
                name=file.module or file.path,
                kind="file",
                path=ref.path,
                line=1,
                end_line=file.outline.lines.total,
                summary=file.summary,
                in_tests=in_tests,
            )
        symbol = file.outline.symbols[ref.position]
        return SymbolEntry(
            id=self.ref_id(ref),
            name=self.repository.qualified_name(ref),
            kind=symbol.kind.value,
            path=ref.path,
            line=symbol.line,
            end_line=symbol.end_line,
            signature=symbol.signature,
            summary=symbol.summary,
            public=symbol.public,
            in_tests=in_tests,
        )

    def entries(self, refs: Sequence[SymbolRef]) -> tuple[SymbolEntry, ...]:
        """Return several as answers have them."""
        return tuple(map(self.entry, refs))

    def resolves_names(self, path: str) -> bool:
        """Whether the identifiers of a file are looked up, so that uses of its names are known."""
        return self.index.names.of(path) is not None
