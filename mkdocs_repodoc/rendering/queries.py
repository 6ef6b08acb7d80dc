"""The questions about the repository and its pages that rendering one of them may ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    LinkTarget,
    SymbolRef,
)
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.text.source_text import SourceText


class RepositoryQueries(Protocol):
    """Answers about one repository at one moment.

    Paths are those of documented files. Positions and scopes are indexes of symbols in a file's
    outline; `FILE_SCOPE` is the file itself. URLs are percent-encoded, and relative to the
    site's top.
    """

    def page_uri(self, kind: PageKind, path: str) -> str | None:
        """Return the source URI of the page about a file or folder, if the site has one."""

    def page_url(self, uri: str) -> str | None:
        """Return the URL of the page with a source URI, if the site has one."""

    def twin_url(self, uri: str) -> str | None:
        """Return the URL of the page with a source URI in Markdown, if the site has that."""

    def asset_url(self, path: str) -> str | None:
        """Return the URL of a published image of the repository; `None` if it is not published."""

    def language(self, path: str) -> str:
        """Return a file's language; empty if it is not documented."""

    def file(self, path: str) -> RepoFile | None:
        """Return a documented file, if there is one of this path."""

    def symbol(self, path: str, position: int) -> LinkTarget:
        """Return where a symbol is described.

        Raises:
            LookupError: There is no such file or symbol.
        """

    def read_text(self, path: str) -> SourceText:
        """Return a file's text."""

    def lines(self, path: str) -> Sequence[str]:
        """Return a file's lines."""

    def references(self, path: str) -> tuple[LinkedReference, ...]:
        """Return a file's resolved identifiers, in source order."""

    def look_up(self, path: str, scope: int, name: str) -> SymbolRef | None:
        """Return the symbol that a dotted name means in a scope."""

    def mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        """Return what a name in documentation means, here or elsewhere; it may be just a word."""

    def marked_mention(self, path: str, scope: int, name: str) -> SymbolRef | WebLink | None:
        """Return what a name means that the author has marked as a reference."""

    def look_up_external(self, path: str, scope: int, name: str) -> WebLink | None:
        """Return the documentation of a name that no file of the repository defines."""
