"""The names and snippets of one page, and what is said of those that come to nothing."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import NamedTuple

from markdown import Markdown

from mkdocs_repodoc.embedding.embedded_repository import EmbeddedRepository
from mkdocs_repodoc.embedding.host_page import HostPage, MarkdownHost
from mkdocs_repodoc.embedding.snippet_request import parse_request
from mkdocs_repodoc.errors import EmbeddingError
from mkdocs_repodoc.html.snippet_html import RenderedSnippet, SnippetRenderer
from mkdocs_repodoc.model.blocks import Note
from mkdocs_repodoc.model.site_plan import HandWrittenPage
from mkdocs_repodoc.query.unsettled import UnsettledError

_log = logging.getLogger("mkdocs.plugins.repodoc")


class NameLink(NamedTuple):
    """A link to what a name means.

    Attributes:
        address: As the page's Markdown has it.
        title: Hover title; may be empty.
    """

    address: str
    title: str


class PageEmbedding:
    """What one page takes from the repository; nothing is read before it asks.

    Args:
        host: Renders the page.
        md: Its instance of Python-Markdown for the page.
        is_strict: Whether what can't be shown ends the build.
    """

    def __init__(self, host: MarkdownHost, md: Markdown, *, is_strict: bool) -> None:
        self._host = host
        self._md = md
        self._is_strict = is_strict

    @cached_property
    def _page(self) -> HostPage:
        return self._host.page(self._md)

    @cached_property
    def _repository(self) -> EmbeddedRepository:
        return self._host.repository()

    @cached_property
    def _renderer(self) -> SnippetRenderer:
        return self._repository.renderer(HandWrittenPage(self._page.path, self._page.base))

    def link(self, name: str, *, follows_word: bool) -> NameLink | None:
        """Return the link of `[text][name]`, or of `[name][]`; `None` if it is none of ours.

        Args:
            name: The name.
            follows_word: Whether a word stands right before it, as in `grid[row][column]`.

        Raises:
            EmbeddingError: It means nothing here although it looks so, and that ends the build.
        """
        try:
            looks_known = self._repository.looks_known(name)
        except UnsettledError:  # who renders so early renders the page again
            return None
        if self._host.leaves_to_others(name):
            return None
        if follows_word and not looks_known:
            return None
        try:
            found = self._repository.link(name)
        except UnsettledError as unsettled:
            if looks_known:
                self._tell(f"[{name}][]", unsettled.note)
            return None
        return NameLink(self._page.address(found, self._repository.url(found)), found.title)

    def snippet(self, line: str, options: str) -> RenderedSnippet:
        """Return a snippet; where there is none, a note that says so.

        Args:
            line: What stands behind `::: repodoc`.
            options: The options below it.

        Raises:
            EmbeddingError: There is none, and that ends the build.
        """
        asked = f"::: repodoc {line}".rstrip()
        try:
            repository = self._repository
        except UnsettledError as unsettled:
            self._tell(asked, unsettled.note)
            return RenderedSnippet("")
        try:
            blocks = repository.snippet(parse_request(line, options))
        except UnsettledError as unsettled:
            self._tell(asked, unsettled.note)
            blocks = (Note("warning", (unsettled.note,)),)
        made = self._renderer.render(blocks)
        return made._replace(html=repository.finished(made.html))

    def _tell(self, asked: str, note: str) -> None:
        message = f"{self._page.path or 'A page'}: '{asked}': {note}"
        if self._is_strict or self._page.is_strict:
            raise EmbeddingError(message)
        _log.warning(message)
