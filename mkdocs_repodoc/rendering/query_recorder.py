"""A record of what rendering one page has asked, which can be asked again in a later build."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar, cast

import msgspec

from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    LinkTarget,
    SymbolRef,
)
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.text.source_text import SourceText

Answer = TypeVar("Answer")


class Query(msgspec.Struct, Generic[Answer], frozen=True, array_like=True, gc=False):
    """A question with its arguments."""

    @abstractmethod
    def ask(self, queries: RepositoryQueries) -> Answer:
        """Return the answer that a repository gives."""


class PageUriQuery(Query[str | None], frozen=True, tag="page URI"):
    """Asks for the source URI of a page."""

    kind: PageKind
    path: str

    def ask(self, queries: RepositoryQueries) -> str | None:
        return queries.page_uri(self.kind, self.path)


class PageUrlQuery(Query[str | None], frozen=True, tag="page URL"):
    """Asks for the URL of a page."""

    uri: str

    def ask(self, queries: RepositoryQueries) -> str | None:
        return queries.page_url(self.uri)


class TwinUrlQuery(Query[str | None], frozen=True, tag="twin URL"):
    """Asks for the URL of a page in Markdown."""

    uri: str

    def ask(self, queries: RepositoryQueries) -> str | None:
        return queries.twin_url(self.uri)


class AssetUrlQuery(Query[str | None], frozen=True, tag="asset URL"):
    """Asks for the URL of an image."""

    path: str

    def ask(self, queries: RepositoryQueries) -> str | None:
        return queries.asset_url(self.path)


class LanguageQuery(Query[str], frozen=True, tag="language"):
    """Asks for the language of a file."""

    path: str

    def ask(self, queries: RepositoryQueries) -> str:
        return queries.language(self.path)


class FileQuery(Query[RepoFile | None], frozen=True, tag="file"):
    """Asks for a file."""

    path: str

    def ask(self, queries: RepositoryQueries) -> RepoFile | None:
        return queries.file(self.path)


class SymbolQuery(Query[LinkTarget], frozen=True, tag="symbol"):
    """Asks where a symbol is described."""

    path: str
    position: int

    def ask(self, queries: RepositoryQueries) -> LinkTarget:
        return queries.symbol(self.path, self.position)


class TextQuery(Query[SourceText], frozen=True, tag="text"):
    """Asks for the text of a file."""

    path: str

    def ask(self, queries: RepositoryQueries) -> SourceText:
        return queries.read_text(self.path)


class LinesQuery(Query[Sequence[str]], frozen=True, tag="lines"):
    """Asks for the lines of a file."""

    path: str

    def ask(self, queries: RepositoryQueries) -> Sequence[str]:
        return queries.lines(self.path)


class ReferencesQuery(Query[tuple[LinkedReference, ...]], frozen=True, tag="references"):
    """Asks for the resolved identifiers of a file."""

    path: str

    def ask(self, queries: RepositoryQueries) -> tuple[LinkedReference, ...]:
        return queries.references(self.path)


class NameQuery(Query[SymbolRef | None], frozen=True, tag="name"):
    """Asks what a name means."""

    path: str
    scope: int
    name: str

    def ask(self, queries: RepositoryQueries) -> SymbolRef | None:
        return queries.look_up(self.path, self.scope, self.name)


class MentionQuery(Query[SymbolRef | WebLink | None], frozen=True, tag="mention"):
    """Asks what a name in documentation means."""

    path: str
    scope: int
    name: str

    def ask(self, queries: RepositoryQueries) -> SymbolRef | WebLink | None:
        return queries.mention(self.path, self.scope, self.name)


class MarkedMentionQuery(Query[SymbolRef | WebLink | None], frozen=True, tag="marked mention"):
    """Asks what a marked name in documentation means."""

    path: str
    scope: int
    name: str

    def ask(self, queries: RepositoryQueries) -> SymbolRef | WebLink | None:
        return queries.marked_mention(self.path, self.scope, self.name)


class ExternalNameQuery(Query[WebLink | None], frozen=True, tag="external name"):
    """Asks where another project documents a name."""

    path: str
    scope: int
    name: str

    def ask(self, queries: RepositoryQueries) -> WebLink | None:
        return queries.look_up_external(self.path, self.scope, self.name)


AnyQuery = (
    PageUriQuery
    | PageUrlQuery
    | TwinUrlQuery
    | AssetUrlQuery
    | LanguageQuery
    | FileQuery
    | SymbolQuery
    | TextQuery
    | LinesQuery
    | ReferencesQuery
    | NameQuery
    | MentionQuery
    | MarkedMentionQuery
    | ExternalNameQuery
)
"""What a record can hold; one that is missing here can't be read again."""


class QueryRecorder(RepositoryQueries):
    """Answers as another one does, each question once, and keeps the answers.

    Args:
        queries: The other one.

    Attributes:
        answers: The answers, in the order in which their questions were first asked.
    """

    def __init__(self, queries: RepositoryQueries) -> None:
        self._queries = queries
        self.answers: dict[AnyQuery, object] = {}

    def page_uri(self, kind: PageKind, path: str) -> str | None:
        return self._answer(PageUriQuery(kind, path))

    def page_url(self, uri: str) -> str | None:
        return self._answer(PageUrlQuery(uri))

    def twin_url(self, uri: str) -> str | None:
        return self._answer(TwinUrlQuery(uri))

    def asset_url(self, path: str) -> str | None:
        return self._answer(AssetUrlQuery(path))

    def language(self, path: str) -> str:
        return self._answer(LanguageQuery(path))

    def file(self, path: str) -> RepoFile | None:
        return self._answer(FileQuery(path))

    def symbol(self, path: str, position: int) -> LinkTarget:
        return self._answer(SymbolQuery(path, position))

    def read_text(self, path: str) -> SourceText:
        return self._answer(TextQuery(path))

    def lines(self, path: str) -> Sequence[str]:
        return self._answer(LinesQuery(path))

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        return self._answer(ReferencesQuery(path))

    def look_up(self, path: str, scope: int, name: str) -> SymbolRef | None:
        return self._answer(NameQuery(path, scope, name))

    def mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return self._answer(MentionQuery(path, scope, name))

    def marked_mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        return self._answer(MarkedMentionQuery(path, scope, name))

    def look_up_external(self, path: str, scope: int, name: str) -> WebLink | None:
        return self._answer(ExternalNameQuery(path, scope, name))

    def _answer(self, query: Query[Answer]) -> Answer:
        recorded = cast("AnyQuery", query)
        if recorded not in self.answers:
            self.answers[recorded] = query.ask(self._queries)
        return cast("Answer", self.answers[recorded])
