"""Phrases as Markdown: text with links, code, labels, types and prose in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.markdown import prose_markdown
from mkdocs_repodoc.model.blocks import (
    Code,
    Document,
    Inline,
    Label,
    PageLink,
    Phrase,
    Prose,
    Typed,
    WebLink,
)
from mkdocs_repodoc.rendering.addresses import WEB_SCHEMES, Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

_NAME = re.compile(r"[^\W\d]\w*(?:(?:\.|::)[^\W\d]\w*)*")


class MarkdownPhrases:
    """Renders the phrases and the prose of one page.

    Args:
        context: The repository and its pages.
        addresses: Makes links for the page.
        prose: Renders prose for it.
    """

    def __init__(self, context: RenderContext, addresses: Addresses, prose: ProseRenderer) -> None:
        self._context = context
        self._addresses = addresses
        self._prose = prose

    def inline(self, phrase: Phrase) -> str:
        """Return a phrase on one line."""
        return "".join(map(self._part, phrase))

    def blocks(self, phrase: Phrase) -> list[str]:
        """Return a phrase as blocks: prose with paragraphs in it keeps them."""
        found: list[str] = []
        line: list[Inline] = []
        for part in phrase:
            if isinstance(part, Prose) and not part.inline:
                found += self._line(line)
                found += self.prose(part)
                line = []
            else:
                line.append(part)
        return found + self._line(line)

    def prose(self, prose: Prose) -> list[str]:
        """Return prose as blocks."""
        return prose_markdown.blocks(self._prose.render(prose))

    def document(self, document: Document) -> list[str]:
        """Return a document as blocks."""
        return prose_markdown.blocks(self._prose.render_document(document))

    def link(self, link: PageLink) -> str:
        """Return a link; its text alone if the site has no such page."""
        text = md.code(link.text) if link.code else md.escaped(link.text)
        url = self._addresses.page(link.uri, link.anchor)
        return text if url is None else md.link(text, url)

    def web_link(self, link: WebLink) -> str:
        """Return a link that leaves the site; its text alone if it is no web address."""
        text = md.code(link.text) if link.code else md.escaped(link.text)
        return md.link(text, link.url) if link.url.lower().startswith(WEB_SCHEMES) else text

    def _line(self, phrase: Iterable[Inline]) -> list[str]:
        text = md.line(self.inline(tuple(phrase)))
        return [text] if text else []

    def _part(self, part: Inline) -> str:
        if isinstance(part, str):
            return md.escaped(part)
        if isinstance(part, PageLink):
            return self.link(part)
        if isinstance(part, Code):
            return md.code(part.text)
        if isinstance(part, Prose):
            return prose_markdown.phrase(self._prose.render(part))
        if isinstance(part, Typed):
            return self._typed(part)
        return f"*{md.escaped(part.text)}*" if isinstance(part, Label) else self.web_link(part)

    def _typed(self, typed: Typed) -> str:
        """Return a type as code; one that is a single name leads to what it means."""
        text = md.code(typed.text)
        if not _NAME.fullmatch(typed.text) or typed.form == "words":
            return text
        name = typed.text.replace("::", ".")
        symbol = self._context.queries.look_up(typed.path, typed.scope, name)
        url = self._addresses.symbol(symbol) if symbol is not None else None
        return text if url is None else md.link(text, url)
